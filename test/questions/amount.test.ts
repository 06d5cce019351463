import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keptCents, parseAmount, sameAmount } from '../../src/questions/amount.ts'

test('PROOF-8: an amount is read in every way people write it', () => {
  const ways: readonly (readonly [string, number])[] = [
    ['612', 61200], ['612.5', 61250], ['612,50', 61250], ['$612.50', 61250], [' $ 612,50 ', 61250], ['USD 612.50', 61250], ['612.50 USD', 61250],
    ['612 dólares', 61200], ['1.234,56', 123456], ['1,234.56', 123456], ['1 234,56', 123456], ["1'234,56", 123456], ['1.234', 123400],
    ['1,234', 123400], ['1234567.89', 123456789], ['1.234.567,89', 123456789], ['0', 0], ['0,99', 99],
  ]
  for (const [text, cents] of ways) assert.equal(parseAmount(text), cents, text)
})

test('what is no amount is not read as one', () => {
  for (const text of ['', ' ', 'abc', '-5', '6 1 2', '12.3456', '1.23.4', '1,2,3', '12,345.6.7', '1e5', '٣', '0x10', '612.50.', '.', ',5', '9'.repeat(10)]) {
    assert.equal(parseAmount(text), undefined, text)
  }
})

test('PROOF-8: rounding to the dollar, up or down, is right; a dollar away is wrong', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (cents) => {
    assert.equal(sameAmount(Math.floor(cents / 100) * 100, cents), true)
    assert.equal(sameAmount(Math.ceil(cents / 100) * 100, cents), true)
    assert.equal(sameAmount(cents + 100, cents), false)
    assert.equal(sameAmount(cents - 100, cents), false)
    assert.equal(keptCents((cents / 100).toFixed(2)), cents)
  }), { numRuns: 10_000 })
})
