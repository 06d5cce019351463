import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SealedPerson } from '../../src/app/register-import.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { newBatch } from '../../src/register/batch.ts'

/** What the tables hold, and what storing one batch does to them: src/store/register-imports.ts in a few lines. */
interface Tables { people: Map<PersonKey, Buffer>; aliases: Map<PersonKey, PersonKey> }

function store(tables: Tables, lines: readonly SealedPerson[]): void {
  const batch = newBatch()
  for (const line of lines) batch.add(line)
  for (const [key, { digest }] of batch.people) {
    tables.people.set(key, digest)
    tables.aliases.delete(key)
    for (const [alias, person] of tables.aliases) if (person === key && !batch.aliases.has(alias)) tables.aliases.delete(alias)
  }
  for (const key of batch.absorbed) {
    tables.people.delete(key)
    for (const [alias, person] of tables.aliases) if (person === key) tables.aliases.delete(alias)
  }
  for (const alias of batch.released) tables.aliases.delete(alias)
  for (const [alias, person] of batch.aliases) tables.aliases.set(alias, person)
}

const key = fc.constantFrom('a', 'b', 'c', 'd') as unknown as fc.Arbitrary<PersonKey>
const line = fc.record({ key, aliases: fc.uniqueArray(key, { maxLength: 2 }), text: fc.nat(5) }).map(({ key: own, aliases, text }): SealedPerson => ({
  key: own, status: 'active', size: text, sealedSize: text, sealInto: () => undefined, digest: Buffer.from([text]), aliases: aliases.filter((alias) => alias !== own),
}))

test('ID-2: however the lines are cut into batches, the tables end the same', () => {
  fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.nat(8), (lines, cut) => {
    const oneByOne: Tables = { people: new Map(), aliases: new Map() }
    const batched: Tables = { people: new Map(), aliases: new Map() }
    for (const each of lines) store(oneByOne, [each])
    store(batched, lines.slice(0, cut))
    store(batched, lines.slice(cut))
    assert.deepEqual(new Map([...batched.people].sort()), new Map([...oneByOne.people].sort()))
    assert.deepEqual(new Map([...batched.aliases].sort()), new Map([...oneByOne.aliases].sort()))
    for (const alias of batched.aliases.keys()) assert.ok(!batched.people.has(alias), 'nobody is both a person and an alias')
  }), { numRuns: 10_000 })
})
