/** CONTRIBUTING.md gives a reason for every package, and for none that is not there. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8')

test('every package of package.json has its reason in CONTRIBUTING.md, in the order of the alphabet', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const listed = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}).sort())
  const section = read('CONTRIBUTING.md').split('## Dependencies')[1] ?? ''
  const reasons = [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)]
  assert.deepEqual(reasons.map(([, name]) => name), listed)
  for (const [, name, reason] of reasons) assert.ok(reason && reason.trim().length > 3, name)
})
