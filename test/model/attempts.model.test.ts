import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyInterleaving, type Caller } from './interleavings.ts'
import { claim, fresh, refund, take, type Counts, type Limits } from './proofing-model.ts'

/** What happened to secrets: how often one was compared, and for which attempt. */
interface World { readonly counts: Counts; readonly compared: readonly number[] }
interface Own { readonly attempt: number | null; readonly may: boolean }

const limits: Limits = { perDay: 2, inAll: 3 }
const today = 1

const show = (world: World, own: Own): readonly [World, Own] => {
  if (world.counts.open !== null) return [world, { ...own, attempt: world.counts.open }]
  const claimed = claim(world.counts, today, limits)
  return claimed ? [{ ...world, counts: claimed }, { ...own, attempt: claimed.open }] : [world, own]
}
const takeStep = (world: World, own: Own): readonly [World, Own] => {
  const taken = own.attempt === null ? null : take(world.counts, own.attempt)
  return taken ? [{ ...world, counts: taken }, { ...own, may: true }] : [world, own]
}
const compare = (world: World, own: Own): readonly [World, Own] =>
  own.may ? [{ ...world, compared: [...world.compared, own.attempt!] }, own] : [world, own]
const pass = (world: World, own: Own): readonly [World, Own] =>
  own.may ? [{ ...world, counts: refund(world.counts, own.attempt!) }, own] : [world, own]

const start: Own = { attempt: null, may: false }
const wrongTwice: Caller<World, Own> = { start, steps: [show, takeStep, compare, resetOwn, show, takeStep, compare] }
const right: Caller<World, Own> = { start, steps: [show, takeStep, compare, pass] }
function resetOwn(world: World): readonly [World, Own] {
  return [world, start]
}

/** From every reachable standing of the day: nobody's used, one used, two used; one or two left in all. */
const standings: readonly Counts[] = [
  { ...fresh, day: today }, { ...fresh, day: today, usedToday: 1, usedInAll: 1, last: 1 }, { ...fresh, day: 0, usedToday: 2, usedInAll: 2, last: 2 },
  { ...fresh, day: today, usedToday: 1, usedInAll: 2, last: 2 }, { ...fresh, day: today, usedToday: 2, usedInAll: 2, last: 2 },
]

const once = (compared: readonly number[]): boolean => new Set(compared).size === compared.length

test('PROOF-1, 2: in every interleaving of three callers nothing is compared beyond the limits, and no deck twice', () => {
  let ends = 0
  for (const counts of standings) {
    const left = Math.min(limits.perDay - (counts.day === today ? counts.usedToday : 0), limits.inAll - counts.usedInAll)
    ends += everyInterleaving({ counts, compared: [] as readonly number[] }, [wrongTwice, { ...wrongTwice, steps: wrongTwice.steps.slice(0, 3) }, { ...wrongTwice, steps: wrongTwice.steps.slice(0, 3) }], (end) => {
      assert.ok(end.compared.length <= left, `${end.compared.length} compared, ${left} left`)
      assert.ok(once(end.compared))
      assert.ok(end.counts.usedInAll <= limits.inAll && end.counts.usedToday <= limits.perDay)
    })
  }
  assert.ok(ends > 50_000, `${ends} interleavings`)
})

test('an attempt that passes gives back exactly its own claim, whoever runs between', () => {
  for (const counts of standings) {
    everyInterleaving({ counts, compared: [] as readonly number[] }, [right, { ...wrongTwice, steps: wrongTwice.steps.slice(0, 3) }, right], (end, own) => {
      const passed = new Set(own.slice(0, 1).concat(own.slice(2)).filter(({ may }) => may).map(({ attempt }) => attempt)).size
      const failed = own[1]!.may ? 1 : 0
      const open = end.counts.open === null ? 0 : 1
      // Counted are failures and open decks; a pass whose deck was followed by another before it was settled stays counted: the safe side.
      assert.ok(end.counts.usedInAll >= counts.usedInAll + failed + open)
      assert.ok(end.counts.usedInAll <= counts.usedInAll + failed + open + passed)
    })
  }
})

test('planted: counting after the comparison is found, atomic or not', () => {
  const compareFirst = (world: World, own: Own): readonly [World, Own] =>
    claim(world.counts, today, limits) ? [{ ...world, compared: [...world.compared, 0] }, { ...own, may: true }] : [world, own]
  const countAfter = (world: World, own: Own): readonly [World, Own] =>
    own.may ? [{ ...world, counts: { ...world.counts, usedToday: world.counts.usedToday + 1, usedInAll: world.counts.usedInAll + 1 } }, own] : [world, own]
  assert.ok(most({ start, steps: [compareFirst, countAfter] }) > limits.perDay)
})

test('planted: taking the deck without looking whether it is still there is found', () => {
  const takeBlindly = (world: World, own: Own): readonly [World, Own] => [{ ...world, counts: { ...world.counts, open: null } }, { ...own, may: own.attempt !== null }]
  assert.ok(most({ start, steps: [show, takeBlindly, compare] }) > 1, 'one deck compared by several')
  assert.equal(most({ start, steps: [show, takeStep, compare] }), 1)
})

/** The most comparisons three such callers reach when one attempt is left. */
function most(caller: Caller<World, Own>): number {
  let found = 0
  const lastOne: Counts = { ...fresh, day: today, usedToday: limits.perDay - 1, usedInAll: limits.inAll - 1, last: 2 }
  everyInterleaving({ counts: lastOne, compared: [] as readonly number[] }, [caller, caller, caller], (end) => {
    found = Math.max(found, end.compared.length)
  })
  return found
}
