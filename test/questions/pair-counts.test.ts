import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PairCounts } from '../../src/questions/pair-counts.ts'
import { bitIndex, hash32, pairIndex, pairTable, secondIndex, tableOf } from '../../src/questions/pair-table.ts'

const answered = (slot: string, answer: string) => ({ slot, answer: hash32(`${slot}=${answer}`) })

test('a pair that many share is seen at its share, the person asked about not counted', () => {
  const pairs = new PairCounts(tableOf(2 ** 16))
  for (let n = 0; n < 1_000; n += 1) pairs.addAll(['all', '17'], [answered('wage', n < 100 ? 'same' : `${n}`), answered('employer', n < 100 ? 'same' : `e${n}`)])
  const [wage, employer] = [answered('wage', 'same'), answered('employer', 'same')]
  for (const cohort of ['all', '17']) {
    assert.equal(pairs.share(cohort, wage, employer, 1e-6), 99 / 1_000)
    assert.equal(pairs.share(cohort, employer, wage, 1e-6), 99 / 1_000)
  }
  assert.equal(pairs.share('09', wage, employer, 1e-6), 0)
})

test('what chance explains is no surprise', () => {
  const pairs = new PairCounts(tableOf(2 ** 16))
  for (let n = 0; n < 2_000; n += 1) pairs.addAll(['all'], [answered('a', `${n % 10}`), answered('b', `${Math.floor(n / 10) % 10}`)])
  assert.equal(pairs.share('all', answered('a', '3'), answered('b', '4'), 1 / 100), 0)
  assert.equal(pairs.share('all', answered('a', '3'), answered('b', '4'), 1 / 1_000) > 0, true)
})

test('fewer than six people with the same pair are nobody\'s business', () => {
  const pairs = new PairCounts(tableOf(2 ** 16))
  for (let n = 0; n < 5; n += 1) pairs.addAll(['all'], [answered('a', 'x'), answered('b', 'y')])
  assert.equal(pairs.share('all', answered('a', 'x'), answered('b', 'y'), 0), 0)
})

test('counters never say fewer than the others there are, whatever falls together, and threads add up', () => {
  const register = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 400 })
  fc.assert(fc.property(register, fc.constantFrom(2, 16, 1_024), (people, size) => {
    const table = tableOf(size)
    const threads = [new PairCounts(table), new PairCounts(table)]
    people.forEach(([a, b], n) => threads[n % 2]!.addAll(['all'], [answered('a', `${a}`), answered('b', `${b}`)]))
    const whole = new PairCounts(table)
    for (const thread of threads) whole.mergePeople(thread.people())
    assert.equal(whole.people().reduce((sum, each) => sum + each.people, 0), people.length)
    const counters = new Uint16Array(table.counters)
    for (const [key, same] of Map.groupBy(people, ([a, b]) => a * 31 + b)) {
      const [a, b] = [answered('a', `${Math.floor(key / 31)}`), answered('b', `${key % 31}`)]
      for (const index of [pairIndex, secondIndex]) assert.equal(counters[index(size, hash32('all'), a.answer, b.answer)]! >= same.length - 1, true)
      if (same.length > 5) assert.equal(whole.share('all', a, b, 0) >= (same.length - 1) / people.length, true)
    }
  }), { numRuns: 10_000 })
})

test('a counter that is full stays full', () => {
  const table = tableOf(64)
  new Uint32Array(table.bits).fill(0xffffffff)
  new Uint16Array(table.counters).fill(65_535)
  new PairCounts(table).addAll(['all'], [answered('a', 'x'), answered('b', 'y')])
  assert.equal(new Uint16Array(table.counters).every((count) => count === 65_535), true)
})

test('bits and counters spread like lots, and what falls together in one does not in the others', () => {
  const size = 2 ** 14
  const placesOf = (index: typeof bitIndex): readonly number[] => Array.from({ length: size }, (_, n) => index(size, 5, hash32(`wage=${n % 128}`), hash32(`entry=${n >> 7}`)))
  const [bits, first, second] = [bitIndex, pairIndex, secondIndex].map(placesOf) as [readonly number[], readonly number[], readonly number[]]
  for (const places of [bits, first, second]) assert.equal(Math.abs(new Set(places).size / size - (1 - Math.exp(-1))) < 0.015, true)
  for (const [one, other] of [[bits, first], [bits, second], [first, second]] as const) assert.equal(new Set(one.map((at, n) => at * size + other[n]!)).size >= size - 5, true)
})

test('the table grows with the people, to 256 MiB of counters and as much of bits, and no more', () => {
  assert.equal(pairTable(0).counters.byteLength, 2 * 2 ** 16)
  assert.equal(pairTable(100_000).counters.byteLength >= 2 * 16 * 100_000, true)
  const { counters, bits } = pairTable(18_000_000)
  assert.deepEqual([counters.byteLength, bits.byteLength], [256 * 2 ** 20, 256 * 2 ** 20])
})
