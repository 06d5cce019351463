import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { usualReach, width } from '../../src/questions/cell.ts'
import { RowCounts, WordCounts } from '../../src/questions/counts.ts'
import { fewestLeft, summarize } from '../../src/questions/summary.ts'

const cells = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 120 })

function counted(people: readonly (readonly [number, number])[]): RowCounts {
  const counts = new RowCounts()
  for (const [at, number] of people) for (let n = 0; n < number; n += 1) counts.add(at)
  return counts
}

test('P-02: no guess covers more of those left than the first share says, and no popular answer is among them', () => {
  fc.assert(fc.property(cells, fc.constantFrom('dimes', 'months', 'count' as const), (people, scale) => {
    const { popular, shares, left, people: all } = summarize(counted(people), scale, { reach: usualReach })
    const kept = people.filter(([at]) => !popular.includes(at))
    const asked = kept.reduce((sum, [, number]) => sum + number, 0)
    if (shares.length > 0) assert.equal(Math.abs(left - asked / all) <= 1e-4, true)
    if (shares.length === 0) return assert.deepEqual(popular, [], 'nothing is kept where nobody is asked')
    assert.equal(asked >= fewestLeft, true)
    for (const cell of popular) assert.equal(people.filter(([at]) => Math.abs(at - (cell as number)) < width(scale, usualReach)).reduce((sum, [, number]) => sum + number, 0) >= 6, true)
    const wide = width(scale, usualReach)
    for (let guess = -wide; guess <= 401; guess += 1) {
      const covered = kept.filter(([at]) => at >= guess && at < guess + wide).reduce((sum, [, number]) => sum + number, 0)
      assert.equal(covered / asked <= shares[0]!, true)
    }
    assert.equal(shares.every((share, n) => n === 0 || share <= shares[n - 1]!), true)
  }), { numRuns: 10_000 })
})

test('P-02: where 60 % share one wage it is set aside, and the others are weighed among themselves', () => {
  const counts = new RowCounts()
  for (let n = 0; n < 6_000; n += 1) counts.add(4_820)
  for (let n = 0; n < 4_000; n += 1) counts.add(5_000 + n)
  const { popular, shares, left } = summarize(counts, 'dimes', { reach: usualReach })
  assert.deepEqual(popular, [4_820])
  assert.equal(left, 0.4)
  assert.equal(shares[0], 2 / 4_000)
})

test('P-02: where nothing is left but popular answers nobody is asked', () => {
  const counts = new RowCounts()
  for (let n = 0; n < 10_000; n += 1) counts.add(n % 50)
  assert.deepEqual(summarize(counts, 'dimes', { reach: usualReach }).shares, [])
})

test('what is popular among everybody is popular in a cohort too', () => {
  const counts = new RowCounts()
  for (let n = 0; n < 3_000; n += 1) counts.add(n)
  const { shares, left } = summarize(counts, 'dimes', { reach: usualReach, known: new Set([7, 8]) })
  assert.equal(left, Math.floor((2_998 / 3_000) * 10_000) / 10_000)
  assert.equal(Math.abs(shares[0]! - 2 / 2_998) < 1e-6, true)
})

test('PROOF-8: words that pass for each other are one guess', () => {
  const words = new Map<string, number>(Array.from({ length: 600 }, (_, n) => [`palabra${n}`, 1 + (n % 7)] as const))
  const people = [...words.values()].reduce((sum, number) => sum + number, 0)
  const near = new Map([...words.keys()].map((word, n, all) => [word, [word, all[(n + 1) % 600]!, all[(n + 599) % 600]!]] as const))
  const { popular, shares, left } = summarize(new WordCounts(words, people), 'words', { reach: usualReach, near })
  const kept = (word: string): number => (popular.includes(word) ? 0 : words.get(word)!)
  const covered = [...near.values()].map((list) => list.reduce((sum, word) => sum + kept(word), 0))
  assert.equal(Math.max(...covered) / people <= shares[0]! * (left + 1e-4), true)
  assert.equal(shares[0]! * left * people > Math.max(...words.values()), true, 'more than one word')
})

test('a guess of whole cents covers as many dimes as the tolerance reaches', () => {
  for (const amount of [0, 5, 10, 50, 99]) {
    const most = Math.max(...Array.from({ length: 10 }, (_, cents) => new Set(Array.from({ length: 2 * amount + 1 }, (_unused, off) => Math.floor((1_000 + cents - amount + off) / 10))).size))
    assert.equal(width('dimes', { amount, count: 4 }), most, `${amount} cents`)
  }
})
