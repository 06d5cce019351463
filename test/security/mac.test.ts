import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { hmacSha256 } from '../../src/security/mac.ts'

const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), fc.constantFrom('x'.repeat(21_800), 'ñ'.repeat(70_000), new Uint8Array(65_536)))

test('RFC 2104: the same as createHmac, whatever the key, the parts and their lengths', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(part, { maxLength: 5 }), (key, parts) => {
    const mac = hmacSha256(key)
    const expected = createHmac('sha256', key)
    for (const each of parts) expected.update(each)
    const digest = expected.digest('hex')
    for (let again = 0; again < 2; again++) assert.equal(Buffer.from(mac(...parts), 'latin1').toString('hex'), digest)
  }), { numRuns: 2_000 })
})

test('a key that would have to be hashed first is refused', () => {
  assert.throws(() => hmacSha256(new Uint8Array(65)))
})
