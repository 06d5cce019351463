/** P-01: the bound holds for the joint answers, counted one by one over everybody who is asked a deck of the same questions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PairShares } from '../../src/questions/priors.ts'
import { counted, dice, factsOf, gather, rulesOf, type Group, type Made } from './made-registers.ts'

const roll = dice(11)
const [wages, employers, months] = [400, 400, 30]
const alone = (): Made => ({ wage: roll(wages), employer: roll(employers), entry: roll(months), pension: roll(months) })

/** Of chance alone: each of the nine may lie three standard errors above its part of the bound, and six people are no surprise. */
function allowed(people: number, bound: number): number {
  const each = (bound * people) / 9
  return 9 * Math.max(6, each + 3 * Math.sqrt(each))
}

function asked(people: readonly Made[], bound: number, pairs?: PairShares): readonly Group[] {
  const facts = people.map((person) => factsOf(person))
  const known = gather(facts)
  return counted(people, facts, { priors: known.priors, pairs: pairs ?? known.pairs }, rulesOf(bound)).filter((group) => group.cohort === 'all' && group.people * bound >= 25)
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
  assert.equal(broken(asked(hidden, 5e-3, { share: () => 0 }), 5e-3).length > 0, true)
})

/** Pairs do not show it: 60,000 people, bound 5e-4; the nine likeliest answers to employer, entry and wage are those of 128 of 55,408, which is 2.3e-3. */
test('P-01: a wage that employer and month of entry decide together', { skip: 'known to break: three answers hang together where no two do' }, () => {
  const scale = Array.from({ length: 60_000 }, (): Made => {
    const person = alone()
    return { ...person, wage: person.employer + 2 * person.entry }
  })
  assert.deepEqual(broken(asked(scale, 5e-4), 5e-4), [])
})
