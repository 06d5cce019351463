import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

interface LockEntry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))
const lock = (read('package-lock.json') as { packages: Record<string, LockEntry> }).packages
const manifest = read('package.json') as Record<string, Record<string, string>>

test('the lock file has every optional package of every platform, without which npm ci refuses to run', () => {
  const missing = Object.entries(lock).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !lock[`node_modules/${name}`] && !lock[`${path}/node_modules/${name}`]),
  )
  assert.deepEqual(missing, [])
})

test('every package is pinned: an exact version and the digest of its content', () => {
  for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies']) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name)
  }
  for (const [path, entry] of Object.entries(lock)) if (path !== '') assert.ok(entry.integrity, path)
})

test('the lock file names no registry, so that anybody may use their own', () => {
  assert.deepEqual(Object.entries(lock).filter(([, entry]) => entry.resolved).map(([path]) => path), [])
})
