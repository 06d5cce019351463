/** bench/timing.ts against values worked out elsewhere, and against samples that can and cannot be told apart. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { auc, aucError, cropped, medianError, welch } from '../../bench/timing.ts'
import { chanceFor } from '../../src/register/chance.ts'

const near = (value: number, expected: number, by: number): void => assert.ok(Math.abs(value - expected) <= by, `${value} is not ${expected} ± ${by}`)

test('Welch: the example of the textbooks', () => {
  // Unequal variances, from the Wikipedia article on the test (its example 1): t = -2.46.
  const one = [27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4]
  const other = [27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4]
  near(welch(one, other), -2.46, 0.005)
  assert.equal(welch([1, 1, 1], [1, 1, 1]), 0)
  assert.equal(welch([2, 2, 2], [1, 1, 1]), Infinity)
})

test('AUC: by ranks, what counting every pair gives', () => {
  const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 })
  fc.assert(fc.property(sample, sample, (one, other) => {
    const points = one.flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
    near(auc(one, other), points.reduce<number>((sum, point) => sum + point, 0) / points.length, 1e-12)
  }))
  assert.deepEqual([auc([1, 2], [3, 4]), auc([3, 4], [1, 2]), auc([5], [5])], [0, 1, 0.5])
  near(aucError(5_000, 5_000), 0.00577, 0.00001)
})

test('the slowest twentieth goes, and nothing else', () => {
  assert.deepEqual(cropped([3, 1, 2]), [1, 2, 3])
  assert.deepEqual(cropped(Array.from({ length: 40 }, (_, at) => 40 - at)).at(-1), 38)
})

test('5,000 of each: the same times pass, a tenth of their spread more does not', () => {
  const chance = chanceFor(11, 1)
  const normal = (mean: number): number[] => Array.from({ length: 5_000 }, () => mean + Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next()))
  const [one, same, slower] = [normal(20), normal(20), normal(20.1)]
  assert.ok(Math.abs(welch(cropped(one), cropped(same))) < 4.5)
  near(auc(one, same), 0.5, 0.02)
  near(medianError(one), 1.2533 / Math.sqrt(5_000), 0.001)
  assert.ok(Math.abs(welch(cropped(one), cropped(slower))) > 4.5)
  assert.ok(auc(slower, one) > 0.52)
})
