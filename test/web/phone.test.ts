import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePhone, writePhone } from '../../src/web/phone.ts'

const right: readonly [string, string, 'mobile' | 'landline'][] = [
  ['0991234567', '+593991234567', 'mobile'],
  ['099 123 4567', '+593991234567', 'mobile'],
  ['099-123-4567', '+593991234567', 'mobile'],
  ['991234567', '+593991234567', 'mobile'],
  ['+593 99 123 4567', '+593991234567', 'mobile'],
  ['593991234567', '+593991234567', 'mobile'],
  ['00593991234567', '+593991234567', 'mobile'],
  ['(02) 234-5678', '+59322345678', 'landline'],
  ['022345678', '+59322345678', 'landline'],
  ['042345678', '+59342345678', 'landline'],
  ['+34 612 34 56 78', '+34612345678', 'mobile'],
  ['+1 212 555 2368', '+12125552368', 'mobile'],
  ['+39 06 6982 1234', '+390669821234', 'landline'],
  [' \u00a0+593\u00a0991234567 ', '+593991234567', 'mobile'],
]

for (const [typed, value, kind] of right) {
  test(`BANK-1: ${JSON.stringify(typed)} is ${value}`, () => assert.deepEqual(parsePhone(typed), { ok: true, value, kind }))
}

const wrong: readonly [string, string][] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['no tengo', 'not-a-number'],
  ['---', 'not-a-number'],
  ['12', 'too-short'],
  ['09912345', 'too-short'],
  ['2345678', 'no-area-code'],
  ['09912345678', 'too-long'],
  ['0911111111111111111111', 'too-long'],
  ['1800123456', 'not-personal'],
  ['+34 999', 'too-short'],
  ['+1 555 555 5555', 'unknown'],
  ['022345678 ext. 12', 'extension'],
]

for (const [typed, problem] of wrong) {
  test(`BANK-1: ${JSON.stringify(typed)} is refused: ${problem}`, () => assert.deepEqual(parsePhone(typed), { ok: false, problem }))
}

test('what was accepted is accepted again as it is stored and as it is shown', () => {
  for (const [, value, kind] of right) {
    assert.deepEqual(parsePhone(value), { ok: true, value, kind })
    assert.deepEqual(parsePhone(writePhone(value)), { ok: true, value, kind })
  }
})

test('nothing that is typed makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[+0-9 ()-]{0,30}$/)), (typed) => {
    const read = parsePhone(typed)
    if (read.ok) assert.match(read.value, /^\+\d{7,15}$/)
  }), { numRuns: 3_000 })
})
