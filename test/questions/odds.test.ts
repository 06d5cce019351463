import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { likeliest, staysUnder } from '../../src/questions/odds.ts'

const list = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }).map((shares) => shares.sort((a, b) => b - a))
const lists = fc.array(list, { minLength: 1, maxLength: 4 })

/** Every joint answer, the plain way. */
function enumerated(all: readonly (readonly number[])[], tries: number): number {
  const joint = all.reduce<readonly number[]>((before, shares) => before.flatMap((one) => shares.map((share) => one * share)), [1])
  return [...joint].sort((a, b) => b - a).slice(0, tries).reduce((sum, share) => sum + share, 0)
}

const near = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-12 * Math.max(one, other)

test('P-01: the likeliest joint answers are those of plain enumeration', () => {
  fc.assert(fc.property(lists, fc.integer({ min: 1, max: 9 }), (all, tries) => near(likeliest(all, tries), enumerated(all, tries))), { numRuns: 10_000 })
})

test('P-01: lists cut after as many as there are tries give the same', () => {
  fc.assert(fc.property(lists, fc.integer({ min: 1, max: 9 }), (all, tries) => near(likeliest(all.map((one) => one.slice(0, tries)), tries), enumerated(all, tries))), { numRuns: 2_000 })
})

test('PROOF-5: the quick answer is the exact one', () => {
  fc.assert(fc.property(lists, fc.integer({ min: 1, max: 9 }), fc.double({ min: 1, max: 50, noNaN: true }), fc.double({ min: 1e-9, max: 1, noNaN: true }), (all, tries, lift, bound) => {
    const exact = enumerated(all, tries) * lift
    fc.pre(Math.abs(exact - bound) > 1e-12)
    assert.equal(staysUnder(bound, all, tries, lift), exact <= bound)
  }), { numRuns: 10_000 })
})

test('known figures: three answers of a thousand, and three of five, in nine tries', () => {
  const even = (answers: number): readonly number[] => Array.from({ length: answers }, () => 1 / answers)
  assert.ok(near(likeliest([even(1_000), even(1_000), even(1_000)], 9), 9e-9))
  assert.ok(Math.abs(likeliest([even(5), even(5), even(5)], 9) - 0.072) < 1e-9) // one minus (1 - 1/125)^9 is 7.0 %; without putting back it is 9/125
})
