import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawWith, unit } from '../../src/questions/chance.ts'
import { seed } from './people.ts'

test('a draw is HMAC-SHA-256 under the seed in hexadecimal', () => {
  fc.assert(fc.property(seed, fc.string(), (key, about) => {
    const expected = createHmac('sha256', Buffer.from(key).toString('hex')).update(about).digest('binary')
    assert.equal(drawWith(key)(about), expected)
  }), { numRuns: 2_000 })
})

test('a unit lies strictly between 0 and 1, so that its logarithm exists', () => {
  assert.equal(unit('\0\0\0\0') > 0, true)
  assert.equal(unit('\xff\xff\xff\xff') < 1, true)
})

test('a seed of another length is a fault', () => {
  assert.throws(() => drawWith(new Uint8Array(16)), RangeError)
})
