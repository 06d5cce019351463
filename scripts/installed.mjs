// Whether node_modules holds what package-lock.json asks for, so that nobody who ran npm themselves waits for npm ci. Runs on Node 20.
// Exit code 0: yes. `--omit=dev`: development packages do not count.
import { readFileSync } from 'node:fs'

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}

const wanted = packagesOf('package-lock.json')
const present = packagesOf('node_modules/.package-lock.json')
const forDevelopment = !process.argv.includes('--omit=dev')
const suits = (list, value) => !list || [list].flat().includes(value)

const missing = Object.entries(wanted).some(([path, entry]) => {
  if (path === '' || (entry.dev && !forDevelopment)) return false
  const elsewhere = entry.optional && !(suits(entry.os, process.platform) && suits(entry.cpu, process.arch) && suits(entry.libc, 'glibc'))
  return !elsewhere && present[path]?.version !== entry.version
})
process.exit(missing ? 1 : 0)
