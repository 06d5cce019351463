import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hash32, PairCounts, pairIndex, tableSize } from '../../src/questions/pair-counts.ts'

const answered = (slot: string, answer: string) => ({ slot, answer: hash32(`${slot}=${answer}`) })

test('a pair that many share is seen at its share, the person asked about not counted', () => {
  const pairs = new PairCounts(new Uint16Array(2 ** 16))
  for (let n = 0; n < 1_000; n += 1) pairs.addAll(['all', '17'], [answered('wage', n < 100 ? 'same' : `${n}`), answered('employer', n < 100 ? 'same' : `e${n}`)])
  const [wage, employer] = [answered('wage', 'same'), answered('employer', 'same')]
  for (const cohort of ['all', '17']) {
    assert.equal(pairs.share(cohort, wage, employer, 1e-6), 99 / 1_000)
    assert.equal(pairs.share(cohort, employer, wage, 1e-6), 99 / 1_000)
  }
  assert.equal(pairs.share('09', wage, employer, 1e-6), 0)
})

test('what chance explains is no surprise', () => {
  const pairs = new PairCounts(new Uint16Array(2 ** 16))
  for (let n = 0; n < 2_000; n += 1) pairs.addAll(['all'], [answered('a', `${n % 10}`), answered('b', `${Math.floor(n / 10) % 10}`)])
  assert.equal(pairs.share('all', answered('a', '3'), answered('b', '4'), 1 / 100), 0)
  assert.equal(pairs.share('all', answered('a', '3'), answered('b', '4'), 1 / 1_000) > 0, true)
})

test('fewer than six people with the same pair are nobody\'s business', () => {
  const pairs = new PairCounts(new Uint16Array(2 ** 16))
  for (let n = 0; n < 5; n += 1) pairs.addAll(['all'], [answered('a', 'x'), answered('b', 'y')])
  assert.equal(pairs.share('all', answered('a', 'x'), answered('b', 'y'), 0), 0)
})

test('counters never say less than there are, whatever falls together, and threads add up', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 400 }), (people) => {
    const table = new Uint16Array(new SharedArrayBuffer(2 * 64))
    const threads = [new PairCounts(table), new PairCounts(table)]
    people.forEach(([a, b], n) => threads[n % 2]!.addAll(['all'], [answered('a', `${a}`), answered('b', `${b}`)]))
    const whole = new PairCounts(table)
    for (const thread of threads) whole.mergePeople(thread.people())
    assert.equal(whole.people().reduce((sum, each) => sum + each.people, 0), people.length)
    for (const [a, b] of people) {
      const count = people.filter(([c, d]) => a === c && b === d).length
      assert.equal(table[pairIndex(64, hash32('all'), answered('a', `${a}`).answer, answered('b', `${b}`).answer)]! >= count, true)
    }
  }), { numRuns: 300 })
})

test('a counter that is full stays full', () => {
  const table = new Uint16Array(64).fill(65_535)
  new PairCounts(table).addAll(['all'], [answered('a', 'x'), answered('b', 'y')])
  assert.equal(table.every((count) => count === 65_535), true)
})

test('the table grows with the people, to 256 MiB and no more', () => {
  assert.equal(tableSize(0), 2 ** 16)
  assert.equal(tableSize(100_000) >= 64 * 100_000, true)
  assert.equal(2 * tableSize(18_000_000), 256 * 2 ** 20)
})
