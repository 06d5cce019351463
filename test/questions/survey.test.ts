/** The second pass: figures add up, threads make no difference, and what is kept of common pairs weighs as the counted pairs do. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { oddsReport, Surveyor, weightsOf, type Facts, type SurveyParts } from '../../src/questions/engine.ts'
import { weighDecks } from '../../src/questions/plan.ts'
import { dice, factsOf, gather, rulesOf, type Made } from './made-registers.ts'
import { pools, today } from './people.ts'

const roll = dice(5)
const seedOf = (n: number): Uint8Array => createHash('sha256').update(`person ${n}`).digest()

/** Three in four have answers of their own; of the others a hidden class decides all. A few have nothing to ask for. */
const people: readonly Facts[] = Array.from({ length: 9_000 }, (_, n) => {
  if (n % 50 === 0) return { birthDate: '1971-05-17', sex: 'F' as const }
  const hidden = roll(300)
  const made: Made = n % 4 === 0 ? { wage: hidden, employer: hidden, entry: hidden % 30, pension: hidden % 30 } : { wage: roll(300), employer: roll(300), entry: roll(30), pension: roll(30) }
  return factsOf(made)
})
const rules = rulesOf(5e-3)
const { priors, pairs } = gather(people)
const parts: Omit<SurveyParts, 'joints'> = {
  today, priors, pairs, pools, rules, sampled: 1,
  changes: [{ name: 'without:entry', rules: { off: new Set([...rules.off, 'entry']) } }, { name: 'same' }, { name: 'bits:24', rules: { terms: { ...rules.terms, bound: 9 * 2 ** -24 } } }],
}
const counters = (): Uint16Array => new Uint16Array(new SharedArrayBuffer(2 ** 17))
const surveyed = (some: (n: number) => boolean, joints = counters()): Surveyor => {
  const surveyor = new Surveyor({ ...parts, joints })
  people.forEach((person, n) => some(n) && surveyor.add(person, seedOf(n)))
  return surveyor
}
const whole = surveyed(() => true)

test('everybody is counted once: those who are asked and, by reason, those who are not', () => {
  const report = oddsReport(whole.tallies(), today)
  assert.equal(report.people, people.length)
  assert.equal(report.askable > 1_000, true, `${report.askable}`)
  assert.equal(report.askable + Object.values(report.notAskable).reduce((sum, some) => sum + some, 0), people.length)
  assert.equal(report.notAskable['thin-file'], people.length / 50)
  assert.equal(report.worst > 0 && report.worst <= 5e-3, true)
  assert.deepEqual(report.decksPerPerson.reduce((sum, some) => sum + some, 0), people.length)
  assert.equal(Object.values(report.bits).reduce((sum, some) => sum + some, 0), report.askable)
})

test('a change of policy says what it would do: none nothing, a stricter bound and a kind less fewer people', () => {
  const { askable, whatIf } = oddsReport(whole.tallies(), today)
  const by = Object.fromEntries(whatIf.map((one) => [one.change, one.askable]))
  assert.equal(by['same'], askable)
  assert.equal(by['without:entry']! < askable, true)
  assert.equal(by['bits:24'], 0) // three of these answers do not reach it
})

test('threads that survey apart find what one finds', () => {
  const joints = counters()
  const together = new Surveyor({ ...parts, joints })
  for (const part of [0, 1, 2]) together.merge(structuredClone(surveyed((n) => n % 3 === part, joints).pack()))
  assert.deepEqual(together.commonJoints(), whole.commonJoints())
  assert.equal(whole.commonJoints().common.length > 50, true)
  assert.deepEqual(oddsReport(together.tallies(), today), oddsReport(whole.tallies(), today))
  assert.deepEqual(together.commonPairs(), whole.commonPairs())
  assert.deepEqual(together.shapes(), whole.shapes())
})

test('the pairs that are kept charge everybody at least what the counted ones charge, to three digits, and seldom more', () => {
  const kept = weightsOf({ ...priors, pairs: whole.commonPairs() })
  const counted = weightsOf(priors, pairs)
  let [charged, more] = [0, 0]
  people.slice(0, 2_000).forEach((person, n) => {
    const [now, then] = [kept, counted].map((weights) => weighDecks(person, seedOf(n), today, { ...rules, weights, pools }))
    assert.deepEqual(now!.map(({ kinds }) => kinds), then!.map(({ kinds }) => kinds))
    now!.forEach(({ odds }, at) => {
      assert.equal(odds > then![at]!.odds * 0.99, true)
      if (odds > then![at]!.odds * 1.01) more += 1
    })
    const free = weighDecks(person, seedOf(n), today, { ...rules, weights: weightsOf(priors), pools })
    if (JSON.stringify(free) !== JSON.stringify(now)) charged += 1
  })
  assert.equal(charged > 100, true, `${charged}: pairs play a part here`)
  assert.equal(more < 20, true, `${more}: two pairs on one counter`)
})
