import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { usualReach } from '../../src/questions/cell.ts'
import { PairCounts, PriorGatherer, type Facts } from '../../src/questions/engine.ts'
import { tableOf, type PairTable } from '../../src/questions/pair-table.ts'
import { facts, today } from './people.ts'

const people = fc.sample(facts, { numRuns: 1_500, seed: 5 })

function gathererOf(some: readonly Facts[], table = tableOf(2 ** 18)): PriorGatherer {
  const gatherer = new PriorGatherer(today, new PairCounts(table))
  for (const person of some) gatherer.add(person)
  return gatherer
}

const sum = ({ counters }: PairTable): number => new Uint16Array(counters).reduce((all, count) => all + count, 0)

test('several gatherers over one table, merged as between threads, know what one alone knows', () => {
  const [one, table] = [tableOf(2 ** 18), tableOf(2 ** 18)]
  const alone = gathererOf(people, one)
  const parts = [0, 1, 2].map((part) => gathererOf(people.filter((_, n) => n % 3 === part), table).pack())
  const merged = new PriorGatherer(today, new PairCounts(table))
  for (const part of parts) merged.merge(structuredClone(part))
  assert.deepEqual(merged.priors(usualReach).slots, alone.priors(usualReach).slots)
  assert.deepEqual(new Uint32Array(table.bits), new Uint32Array(one.bits))
  assert.equal(sum(table), sum(one)) // of pairs that fall on one bit, which is counted in full depends on the order
})

test('a person is counted once a slot, and a cohort below its limit is not summed up', () => {
  const wages = Array.from({ length: 9 }, (_, n) => ({ month: `2026-0${n + 1}`, amount: `${700 + n}.10` }))
  const slots = gathererOf([{ birthDate: '1980-01-01', wages }]).priors(usualReach).slots
  assert.equal(slots['wage:2026']!['all']!.people, 1)
  for (const cohorts of Object.values(slots)) assert.deepEqual(Object.keys(cohorts), ['all'])
})

test('nothing of one person stands in the priors', () => {
  const canary: Facts = {
    birthDate: '1980-01-01', wages: [{ month: '2026-08', amount: '7654.30' }],
    jobs: [{ ruc: '1790000000001', employer: 'Kanarienvogel S.A.', province: '17', from: '2015-03', to: null }],
  }
  const { slots } = gathererOf([...people, canary]).priors(usualReach)
  assert.equal(/kanarienvogel/i.test(JSON.stringify(slots)), false)
  assert.equal(slots['wage:2026']!['all']!.popular.includes(76_543), false)
})

test('memory does not grow with people of the same answers', () => {
  const pages = (some: readonly Facts[]): number => gathererOf(some).pack().cohorts.reduce((sum, [, , packed]) => sum + ('pages' in packed ? packed.pages.length : packed.answers.size), 0)
  const few = people.slice(0, 300)
  assert.equal(pages([...few, ...few, ...few]), pages(few))
})

test('several tolerances at once are what each is alone', () => {
  const gatherer = gathererOf(people)
  const wider = { amount: 99, count: 6 }
  assert.deepEqual(gatherer.priorsFor([usualReach, wider]), [gatherer.priors(usualReach), gatherer.priors(wider)])
})
