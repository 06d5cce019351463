import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allKinds } from '../../src/questions/kinds.ts'
import { lightest } from '../../src/questions/lightest.ts'
import { likeliest } from '../../src/questions/odds.ts'
import { isTyped, oddsOf, recordBit, strongEnough, usualTerms, wellMixed, type Entry, type Lift } from '../../src/questions/strength.ts'

const entry = fc.record({
  kind: fc.constantFrom(...allKinds), burden: fc.integer({ min: 1, max: 60 }), tells: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's')),
  shares: fc.array(fc.integer({ min: 6, max: 2_000 }), { minLength: 1, maxLength: 9 }).map((parts) => parts.map((part) => 1 / part).sort((a, b) => b - a)),
  hangs: fc.integer({ min: 0, max: 3 }),
})
const list = fc.array(entry, { maxLength: 11 })

/** Two that hang by the same thread are likelier together. */
const made = (drawn: readonly { hangs: number; shares: number[]; kind: Entry['kind']; burden: number; tells: string[] }[]): { entries: readonly Entry[]; lift: Lift } => {
  const entries = drawn.map(({ kind, burden, tells, shares }, n): Entry => ({
    kind, shares, candidate: { id: `${kind.kind}:${n}`, burden, tells: [`own:${n}`, ...tells], shows: [], cells: [], answer: '', ask: () => { throw new Error('not asked here') } },
  }))
  const thread = new Map(entries.map((one, n) => [one, drawn[n]!.hangs]))
  return { entries, lift: (one, other) => (thread.get(one)! > 0 && thread.get(one) === thread.get(other) ? 8 : 1) }
}

/** Every set of three to six, the plain way. */
function enumerate(all: readonly Entry[], lift: Lift): number | undefined {
  let best: number | undefined
  for (let set = 0; set < 2 ** all.length; set += 1) {
    const chosen = all.filter((_, n) => (set & (1 << n)) !== 0)
    const tells = chosen.flatMap((one) => one.candidate.tells)
    if (chosen.length < 3 || chosen.length > 6 || new Set(tells).size < tells.length) continue
    if (!wellMixed(chosen.filter(({ kind }) => isTyped(kind)).length, chosen.reduce((records, { kind }) => records | recordBit(kind.record), 0))) continue
    let odds = likeliest(chosen.map((one) => one.shares), 9)
    chosen.forEach((one, n) => chosen.slice(n + 1).forEach((other) => (odds *= lift(one, other))))
    if (odds > 1e-5) continue
    const cost = chosen.reduce((sum, one) => sum + one.candidate.burden, 0)
    if (best === undefined || cost < best) best = cost
  }
  return best
}

test('PROOF-5: the lightest deck is that of plain enumeration', () => {
  fc.assert(fc.property(list, (drawn) => {
    const { entries, lift } = made(drawn)
    const found = lightest(entries, (one) => one.candidate.burden, usualTerms, (deck) => strongEnough(deck, usualTerms, lift))
    const cost = found?.reduce((sum, one) => sum + one.candidate.burden, 0)
    assert.deepEqual(cost, enumerate(entries, lift))
    if (found !== undefined) assert.equal(oddsOf(found, usualTerms, lift) <= usualTerms.bound, true)
  }), { numRuns: 600 })
})

test('PROOF-5: a deck needs two typed answers and two kinds of record', () => {
  const mixed = (...names: string[]): boolean => {
    const kinds = names.map((name) => allKinds.find((one) => one.kind === name)!)
    return wellMixed(kinds.filter(isTyped).length, kinds.reduce((records, kind) => records | recordBit(kind.record), 0))
  }
  assert.equal(mixed('wage', 'entry', 'employer-name'), true)
  assert.equal(mixed('wage', 'bank', 'employer-in-year'), false, 'one typed')
  assert.equal(mixed('entry', 'first-affiliation', 'employer-name'), false, 'one record')
})
