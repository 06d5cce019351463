import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyBank, bankCodes, digitsOf, maskedNumber, readAccountNumber } from '../../src/domain/bank-account.ts'

const digits = fc.stringMatching(/^\d{8,20}$/).filter((text) => !/^(\d)\1*$/.test(text))

test('a number is its digits, however they are grouped', () => {
  fc.assert(fc.property(digits, fc.array(fc.constantFrom(' ', '-', '.', '–', '\u00a0'), { minLength: 21, maxLength: 21 }), (number, signs) => {
    const typed = [...number].map((digit, index) => digit + signs[index]!).join('')
    assert.deepEqual(readAccountNumber(typed, 'pichincha'), { ok: true, number })
  }))
})

test('what cannot be a number is told apart', () => {
  const problem = (typed: string): string => {
    const read = readAccountNumber(typed, null)
    return read.ok ? 'ok' : read.problem
  }
  assert.deepEqual(['', ' - ', '22O1234567', '1234567', '12345678', '1'.repeat(20) + '2', '1'.repeat(19) + '2', '0000000000', '+12345678'].map(problem),
    ['empty', 'empty', 'not-digits', 'too-short', 'ok', 'too-long', 'ok', 'one-digit', 'not-digits'])
})

test('every bank has a length that a number can have', () => {
  for (const bank of bankCodes) {
    const { from, to } = digitsOf(bank)
    assert.ok(from >= anyBank.from && to <= anyBank.to && from <= to, bank)
  }
})

test('a masked number shows four digits and not how many there are', () => {
  fc.assert(fc.property(digits, (number) => maskedNumber(number) === `•••• ${number.slice(-4)}`))
})
