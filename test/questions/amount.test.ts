import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hasCents, keptCents, parseAmount, sameAmount } from '../../src/questions/amount.ts'

test('PROOF-8: an amount is read in every way people write it', () => {
  const ways: readonly (readonly [string, number])[] = [
    ['612', 61200], ['612.5', 61250], ['612,50', 61250], ['$612.50', 61250], [' $ 612,50 ', 61250], ['USD 612.50', 61250], ['612.50 USD', 61250],
    ['612 dólares', 61200], ['612 con 50', 61250], ['612 dólares con 50 centavos', 61250], ['$612 y 05 ctvs', 61205], ['$612 y 05 ctvs.', 61205], ['1.612 con 50', 161250], ['1.234,56', 123456], ['1,234.56', 123456], ['1 234,56', 123456], ["1'234,56", 123456], ['1.234', 123400],
    ['1,234', 123400], ['1234567.89', 123456789], ['1.234.567,89', 123456789], ['0', 0], ['0,99', 99],
  ]
  for (const [text, cents] of ways) assert.equal(parseAmount(text), cents, text)
})

test('what is no amount is not read as one', () => {
  for (const text of ['', ' ', 'abc', '-5', '6 1 2', '12.3456', '1.23.4', '1,2,3', '12,345.6.7', '1e5', '٣', '0x10', '612.50.', '.', ',5', '9'.repeat(10), '1.234.56', '1,234,56',
    '999 999 999 999', '612.50 x', 'x 612.50', '12345.678', '612.50 USD x', '612.50USDUSD', '612 USD.50', '6$12', '1234.567', '612 con', 'con 50', '612.50 con 50', '612 con 5', '612 con 500', '612con50']) {
    assert.equal(parseAmount(text), undefined, text)
  }
})

test('PROOF-8: an amount may be off by the tolerance and no more', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 99 }), (cents, tolerance) => {
    for (const off of [0, tolerance, -tolerance]) assert.equal(sameAmount(cents + off, cents, tolerance), true)
    for (const off of [tolerance + 1, -tolerance - 1]) assert.equal(sameAmount(cents + off, cents, tolerance), false)
    assert.equal(sameAmount(Math.round(cents / 10) * 10, cents, 5), true, 'rounded to ten cents')
    assert.equal(keptCents((cents / 100).toFixed(2)), cents)
  }), { numRuns: 10_000 })
})

test('an amount is read up to 40 signs and nine digits', () => {
  const long = (signs: number): string => '612.50'.padStart(signs)
  assert.deepEqual([parseAmount(long(40)), parseAmount(long(41))], [61250, undefined])
  assert.deepEqual([parseAmount('999.999.999,99'), parseAmount('1.999.999.999,99')], [99999999999, undefined])
  assert.deepEqual([parseAmount('999999999'), parseAmount('US$612'), parseAmount('612 us$'), parseAmount('612 DOLARES'), parseAmount('usd612')], [99999999900, 61200, 61200, 61200, 61200])
})

test('what the register holds is read as cents, or not at all', () => {
  const kept: readonly (readonly [string | undefined, number | undefined])[] = [
    ['612.50', 61250], ['0.00', 0], ['0.01', 1], [undefined, undefined], ['', undefined], ['-0.01', undefined], ['x', undefined], ['1e30', undefined],
  ]
  for (const [text, cents] of kept) assert.equal(keptCents(text), cents, String(text))
})

test('PROOF-8: whether the cents were written is seen in every way people write amounts', () => {
  for (const text of ['612,50', '612.5', '$612.50', '612.50 USD', '1.234,56', '1,234.56', '612,00', '612.00 dólares', '0,99', '612 con 50', '612 dólares con 00 centavos']) assert.equal(hasCents(text), true, text)
  for (const text of ['612', '$612', '1.234', '1,234', '1234 USD', '612 dólares', '', '1.234.567']) assert.equal(hasCents(text), false, text)
})
