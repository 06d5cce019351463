import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { monthNumber, monthOf, parseMonth } from '../../src/questions/month.ts'

test('PROOF-8: a month is read in every way people write it', () => {
  const ways = ['2015-03', '03/2015', '3/2015', '3-2015', '03 2015', '032015', '201503', 'marzo 2015', 'Marzo de 2015', 'marzo del 2015', 'MAR. 2015',
    '2015 marzo', 'march 2015', '15/03/2015', '15 de marzo de 2015', '2015-03-15', ' 2015 / 3 ']
  for (const text of ways) assert.equal(parseMonth(text), '2015-03', text)
})

test('what is no month is not read as one', () => {
  for (const text of ['', 'marzo', '2015', '13/2015', '0/2015', '03/15', '3/1815', 'foo 2015', '2015-03-32', '03/2015/2', '1/2/3/2015', '-', 'de de']) {
    assert.equal(parseMonth(text), undefined, text)
  }
})

test('months are counted and written back', () => {
  fc.assert(fc.property(fc.integer({ min: 1900 * 12, max: 2099 * 12 + 11 }), (number) => {
    assert.equal(monthNumber(monthOf(number)), number)
    assert.equal(parseMonth(monthOf(number)), monthOf(number))
  }))
})
