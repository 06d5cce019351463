import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { recordCheck } from '../../src/register/record-check.ts'
import { recordSchema } from '../../src/register/record-schema.ts'
import { anyRecord } from './record-samples.ts'

const { foreignerCode } = defaultPolicy.identifier
const check = recordCheck(foreignerCode)
const schema = recordSchema(foreignerCode)
type Json = Record<string, unknown>

/** The quick check also asks for the order of the format, which the schema gives to what it reads. */
function schemaAccepts(value: unknown): boolean {
  const read = schema.safeParse(value)
  return read.success && JSON.stringify(read.data) === JSON.stringify(value)
}

/** Another value, another key, a missing or a further field, another order: somewhere in the record. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, 1, -1, 1.5, 1e9, '', ' ', [], {}, [[]], '2020-02-30', '2020-13', '1.0', '00.00', '17', '31', 'F', 'active', 'x@y', '+5', 'EX0000001'),
  fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ minLength: 99, maxLength: 101 }), fc.stringMatching(/^\d{1,14}$/), fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
)
const change = fc.record({ at: fc.nat(10_000), kind: fc.constantFrom('set', 'set', 'remove', 'add', 'rename', 'turn', 'repeat'), by: wrong })

function changed(record: unknown, { at, kind, by }: { at: number; kind: string; by: unknown }): unknown {
  const copy = JSON.parse(JSON.stringify(record)) as Json
  const places: [holder: Json, key: string][] = []
  const visit = (holder: Json): void => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder, key])
      if (typeof inner === 'object' && inner !== null) visit(inner as Json)
    }
  }
  visit(copy)
  const [holder, key] = places[at % places.length]!
  const before = holder[key]
  if (kind === 'set') holder[key] = by
  else if (kind === 'remove') delete holder[key]
  else if (kind === 'add') holder[`${key}x`] = by
  else if (kind === 'rename') { delete holder[key]; holder[`${key}x`] = before }
  else if (kind === 'turn') { delete holder[key]; holder[key] = before }
  else if (Array.isArray(before) && before.length > 0) holder[key] = Array.from({ length: 1 + (at % 1300) }, () => before[0])
  return JSON.parse(JSON.stringify(copy)) as unknown
}

test('the quick check accepts what the schema accepts, over 10,000 records', () => {
  fc.assert(fc.property(anyRecord, (record) => {
    const value: unknown = JSON.parse(JSON.stringify(record))
    assert.equal(check(value), schemaAccepts(value))
    assert.equal(check(value), true)
  }), { numRuns: 10_000 })
})

test('the quick check refuses what the schema refuses, over 20,000 changed records', () => {
  let refused = 0
  fc.assert(fc.property(anyRecord, change, (record, how) => {
    const value = changed(record, how)
    assert.equal(check(value), schemaAccepts(value))
    if (!check(value)) refused++
  }), { numRuns: 20_000 })
  assert.ok(refused > 10_000 && refused < 20_000, `${refused} refused`)
})

test('every invented person passes the quick check, so an import seldom asks the schema', () => {
  for (const record of inventPeople({ people: 3_000, seed: 13, today: '2026-11-22' })) assert.ok(check(JSON.parse(JSON.stringify(record))))
})
