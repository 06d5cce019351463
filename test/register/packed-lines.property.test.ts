import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SealedPerson } from '../../src/app/register-import.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { packLines, unpackLines } from '../../src/register/packed-lines.ts'
import type { LineOutcome } from '../../src/register/seal-block.ts'

const key = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex') as PersonKey)
const person = fc.record({
  key, status: fc.constantFrom('active' as const, 'deceased' as const, 'withheld' as const), size: fc.nat(1_048_576),
  digest: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)), aliases: fc.array(key, { maxLength: 8 }), sealed: fc.uint8Array({ maxLength: 300 }),
}).map(({ sealed, ...rest }): SealedPerson => ({ ...rest, sealedSize: sealed.length, sealInto: (target, at) => target.set(sealed, at) }))
const outcome: fc.Arbitrary<LineOutcome> = fc.oneof(
  person.map((each) => ({ kind: 'person' as const, person: each })),
  fc.constant({ kind: 'blank' as const }),
  fc.record({ kind: fc.constant('bad' as const), reason: fc.string({ unit: 'grapheme', maxLength: 200 }), at: fc.nat(0xffff_ffff) }, { noNullPrototype: true }),
)

const readable = (outcomes: Iterable<LineOutcome>) => Array.from(outcomes, (each) => {
  if (each.kind !== 'person') return each
  const { sealInto, ...rest } = each.person
  const sealed = Buffer.alloc(rest.sealedSize + 3)
  sealInto(sealed, 3)
  return { kind: each.kind, ...rest, sealed: sealed.subarray(3).toString('hex'), digest: rest.digest.toString('hex') }
})

test('outcomes come out as they went in, whatever was set aside for them', () => {
  fc.assert(fc.property(fc.array(outcome, { maxLength: 12 }), fc.nat(2_000), (outcomes, expected) => {
    const packed = packLines(outcomes, expected)
    assert.deepEqual(readable(unpackLines(packed)), readable(outcomes))
    assert.notEqual(packed.buffer, Buffer.allocUnsafe(1).buffer, 'memory of its own, to be given away')
  }), { numRuns: 3_000 })
})
