import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { monthNumber, monthOf, parseMonth } from '../../src/questions/month.ts'

test('PROOF-8: a month is read in every way people write it', () => {
  const ways = ['2015-03', '03/2015', '3/2015', '3-2015', '03 2015', '032015', '201503', 'marzo 2015', 'Marzo de 2015', 'marzo del 2015', 'MAR. 2015',
    '2015 marzo', 'march 2015', '15/03/2015', '15 de marzo de 2015', '2015-03-15', ' 2015 / 3 ',
    'marzo, 2015', 'mes de marzo de 2015', 'marzo año 2015', 'Mes: marzo'.replace(':', '') + ', 2015', '03,2015']
  for (const text of ways) assert.equal(parseMonth(text), '2015-03', text)
})

test('PROOF-8: every name of every month is read, in both languages and short', () => {
  const names = [
    'enero ene january jan', 'febrero feb february', 'marzo mar march', 'abril abr april apr', 'mayo may', 'junio jun june', 'julio jul july',
    'agosto ago august aug', 'septiembre setiembre sep sept set september', 'octubre oct october', 'noviembre nov november', 'diciembre dic december dec',
  ]
  for (const [at, list] of names.entries()) {
    const month = `2015-${String(at + 1).padStart(2, '0')}`
    for (const name of list.split(' ')) assert.equal(parseMonth(`${name} 2015`), month, name)
  }
})

test('a month is read up to 40 signs, with signs and small words around, and the day says nothing', () => {
  assert.deepEqual([parseMonth('03/2015'.padStart(40)), parseMonth('03/2015'.padStart(41))], ['2015-03', undefined])
  for (const text of ['.03/2015.', ' de marzo de 2015 ', '03/2015/', '1/3/2015', '31/3/2015', '2015-3-1', '01-03-2015', '31 de marzo del 2015']) {
    assert.equal(parseMonth(text), '2015-03', text)
  }
  for (const text of ['201412', '122014', '12/2014', '2014 12']) assert.equal(parseMonth(text), '2014-12', text)
})

test('PROOF-8: a name with one slip is read when it can be one month only', () => {
  for (const [text, month] of [['marso 2015', '03'], ['febrro 2015', '02'], ['setienbre de 2015', '09'], ['dicienbre 2015', '12'], ['15 de agsoto de 2015', '08']] as const) {
    assert.equal(parseMonth(text), `2015-${month}`, text)
  }
  for (const text of ['juio 2015', 'jumio 2015', 'mao 2015', 'ener 2015x', 'marrrzo 2015', 'xxx 2015', 'mesmarzo 2015']) assert.equal(parseMonth(text), undefined, text)
})

test('what is no month is not read as one', () => {
  for (const text of ['', 'marzo', '2015', '13/2015', '0/2015', '03/15', '3/1815', 'foo 2015', '2015-03-32', '03/2015/2', '1/2/3/2015', '-', 'de de',
    'x032015', '032015x', '0320155', '0032015', 'x15/03/2015', '015/03/2015', '15x/03/2015', '0/03/2015', '32/03/2015', 'x/03/2015', '03/x2015', '03/2015x', '03/12015',
    '03/20155', '003/2015', 'x3/2015', '3x/2015', '03/1815', '03/2115', 'martes 2015', 'mar', '1 2 3', '2015-03-01-01', '20153', '2015mar']) {
    assert.equal(parseMonth(text), undefined, text)
  }
})

test('months are counted and written back', () => {
  fc.assert(fc.property(fc.integer({ min: 1900 * 12, max: 2099 * 12 + 11 }), (number) => {
    assert.equal(monthNumber(monthOf(number)), number)
    assert.equal(monthNumber(`${monthOf(number)}-28`), number)
    assert.equal(parseMonth(monthOf(number)), monthOf(number))
  }))
  assert.deepEqual([monthNumber('2015-03'), monthOf(24_182), monthOf(11), monthOf(12)], [24_182, '2015-03', '0000-12', '0001-01'])
})
