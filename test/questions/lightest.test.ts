import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allKinds } from '../../src/questions/kinds.ts'
import { lightest, type Entry } from '../../src/questions/lightest.ts'
import { enough, structural, tallyOf } from '../../src/questions/strength.ts'

const entry = fc.record({ kind: fc.constantFrom(...allKinds), burden: fc.integer({ min: 1, max: 60 }), tells: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's')) })
const entries = fc.array(entry, { maxLength: 11 }).map((list) => list.map(({ kind, burden, tells }, n): Entry => ({
  kind,
  candidate: { id: `${kind.kind}:${n}`, burden, tells: [`own:${n}`, ...tells], shows: [], ask: () => { throw new Error('not asked here') } },
})))

/** Every set of three to six, the plain way. */
function enumerate(list: readonly Entry[]): { size: number; cost: number } | undefined {
  let best: { size: number; cost: number } | undefined
  for (let set = 0; set < 2 ** list.length; set += 1) {
    const chosen = list.filter((_, n) => (set & (1 << n)) !== 0)
    const tells = chosen.flatMap((one) => one.candidate.tells)
    if (chosen.length < 3 || chosen.length > 6 || new Set(tells).size < tells.length) continue
    if (!enough(tallyOf(chosen.map((one) => one.kind), structural), structural)) continue
    const cost = chosen.reduce((sum, one) => sum + one.candidate.burden, 0)
    if (best === undefined || chosen.length < best.size || (chosen.length === best.size && cost < best.cost)) best = { size: chosen.length, cost }
  }
  return best
}

test('the lightest deck is that of plain enumeration', () => {
  fc.assert(fc.property(entries, (list) => {
    const found = lightest(list, (one) => one.candidate.burden, structural)
    const expected = enumerate(list)
    const cost = found?.reduce((sum, one) => sum + one.candidate.burden, 0)
    assert.deepEqual(found === undefined ? undefined : { size: found.length, cost }, expected)
  }), { numRuns: 600 })
})

test('PROOF-5: a deck needs two typed, one choice, two records and the floor', () => {
  const deck = (...kinds: string[]): boolean => enough(tallyOf(kinds.map((kind) => allKinds.find((one) => one.kind === kind)!), structural), structural)
  assert.equal(deck('wage', 'loan-installment', 'pension-amount', 'bank'), true)
  assert.equal(deck('wage', 'loan-installment', 'pension-amount'), false, 'no choice')
  assert.equal(deck('wage', 'bank', 'employer-in-year', 'province-in-year'), false, 'one typed')
  assert.equal(deck('entry', 'first-affiliation', 'employer-name', 'employer-in-year', 'province-in-year'), false, 'one record')
  assert.equal(deck('wage', 'entry', 'bank'), false, 'below the floor')
  assert.equal(deck('wage', 'wage', 'wage', 'bank', 'province-in-year'), false, 'a third wage adds nothing')
})
