/** P-01: the bound holds for the joint answers, counted one by one over everybody who is asked a deck of the same questions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PairShares } from '../../src/questions/priors.ts'
import { counted, dice, factsOf, gather, rulesOf, surveyed, type Group, type Made } from './made-registers.ts'

const roll = dice(11)
const [wages, employers, months] = [400, 400, 30]
const alone = (): Made => ({ wage: roll(wages), employer: roll(employers), entry: roll(months), pension: roll(months) })

/** Of chance alone: each of the nine may lie three standard errors above its part of the bound, and six people are no surprise. */
function allowed(people: number, bound: number): number {
  const each = (bound * people) / 9
  return 9 * Math.max(6, each + 3 * Math.sqrt(each))
}

/** `whole`: answers to whole decks are counted too. */
function asked(people: readonly Made[], bound: number, { pairs, whole = true }: { pairs?: PairShares; whole?: boolean } = {}): readonly Group[] {
  const facts = people.map((person) => factsOf(person))
  const known = gather(facts)
  const priors = whole ? surveyed(facts, known, rulesOf(bound)) : known.priors
  return counted(people, facts, { priors, pairs: pairs ?? known.pairs }, rulesOf(bound)).filter((group) => group.cohort === 'all' && group.people * bound >= 25)
}

const broken = (groups: readonly Group[], bound: number): readonly Group[] => groups.filter(({ people, likeliest }) => likeliest > allowed(people, bound))

/** Half of these people belong to hidden classes that decide every answer. */
const hidden = Array.from({ length: 12_000 }, (_, n): Made => {
  const hiddenClass = roll(employers)
  return n % 2 === 0 ? { wage: hiddenClass, employer: hiddenClass, entry: hiddenClass % months, pension: hiddenClass % months } : alone()
})

test('P-01: where a hidden class decides all answers of half of the people, the others are asked, and within the bound', () => {
  const groups = asked(hidden, 5e-3)
  assert.equal(groups.length > 0, true, 'nobody is asked')
  assert.deepEqual(broken(groups, 5e-3), [])
})

test('P-01: the same register without the charge of pairs breaks the bound', () => {
  assert.equal(broken(asked(hidden, 5e-3, { pairs: { share: () => 0 }, whole: false }), 5e-3).length > 0, true)
})

/** No two of the three hang together, and each pair of answers is that of few. */
const scale = Array.from({ length: 36_000 }, (): Made => {
  const person = alone()
  return { ...person, wage: person.employer + 2 * person.entry }
})

test('P-01: where employer and month of entry decide the wage together, others are asked all three, or something else, within the bound', () => {
  const groups = asked(scale, 1e-3)
  assert.equal(groups.length > 0, true, 'nobody is asked')
  assert.deepEqual(broken(groups, 1e-3), [])
})

test('P-01: the same register without the count of whole decks breaks the bound', () => {
  assert.equal(broken(asked(scale, 1e-3, { whole: false }), 1e-3).length > 0, true)
})
