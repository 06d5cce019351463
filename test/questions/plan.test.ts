import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { kinds, planDecks, type Deck, type Facts } from '../../src/questions/engine.ts'
import { enough, structural, tallyOf } from '../../src/questions/strength.ts'
import { betrays, intersectionGains, redraws } from './checkers.ts'
import { facts, pools, seed, today, trueLabels } from './people.ts'

const plan = (person: Facts, key: Uint8Array, day = today): readonly Deck[] => planDecks(person, key, day, { pools })

/** Ten thousand people with their decks; most properties look at all of them. */
const people = fc.sample(fc.tuple(facts, seed), { numRuns: 10_000, seed: 417 }).map(([person, key]) => ({ person, key, decks: plan(person, key) }))

test('PROOF-4, 5: at most three different decks, each of the shape and strong enough', () => {
  const asked = people.filter(({ decks }) => decks.length > 0)
  assert.equal(asked.length > 2_000, true, `only ${asked.length} people could be asked: the property says too little`)
  for (const { decks } of asked) {
    assert.equal(decks.length <= 3, true)
    const names = decks.map((deck) => deck.questions.map((question) => question.id).sort().join())
    assert.equal(new Set(names).size, decks.length)
    for (const { questions } of decks) {
      const weighed = questions.map((question) => kinds[question.kind])
      assert.equal(enough(tallyOf(weighed, structural), structural), true)
      assert.equal(new Set(weighed.map((kind) => kind.record)).size >= 2, true)
      assert.equal(questions.filter((question) => question.input !== 'choice').length >= 2, true)
      assert.equal(questions.some((question) => question.input === 'choice'), true)
      assert.equal(new Set(questions.map((question) => question.id)).size, questions.length)
      assert.equal(questions.length <= 6, true)
    }
  }
})

test('PROOF-4: the same person, seed and day give the same decks, and they survive JSON', () => {
  for (const { person, key, decks } of people) {
    const text = JSON.stringify(decks)
    assert.equal(JSON.stringify(plan({ ...person }, Uint8Array.from(key))), text)
    assert.equal(isDeepStrictEqual(JSON.parse(text), decks), true)
  }
})

test('PROOF-4: another seed asks other questions or lists other options', () => {
  const asked = people.filter(({ decks }) => decks.length > 0).slice(0, 500)
  const same = asked.filter(({ person, decks }) => JSON.stringify(plan(person, new Uint8Array(32).fill(9))) === JSON.stringify(decks))
  assert.equal(same.length, 0)
})

test('PROOF-4: fifty fetches are identical and intersecting options gains nothing', () => {
  for (const { person, key } of people.filter(({ decks }) => decks.length > 0).slice(0, 100)) {
    assert.equal(redraws(() => plan(person, key)), false)
    assert.equal(intersectionGains(() => plan(person, key)), false)
  }
})

test('PROOF-4: intersecting the options of all decks of a person gains nothing', () => {
  for (const { person, decks } of people) {
    assert.equal(intersectionGains(() => decks), false)
    assert.equal(betrays(decks, person), false)
  }
})

test('PROOF-4: options never hold a second truth, nor an employer of another year of the person', () => {
  for (const { person, decks } of people) {
    for (const question of decks.flatMap((deck) => deck.questions)) {
      if (question.input !== 'choice') continue
      const truths = new Set(trueLabels(question, person))
      const own = question.kind === 'employer-in-year' ? new Set((person.jobs ?? []).map((job) => job.employer)) : truths
      assert.equal(question.options.length, 5)
      assert.equal(question.options.filter((option) => truths.has(option.label)).length <= 1, true)
      assert.equal(question.options.filter((option) => own.has(option.label)).length <= 1, true)
    }
  }
})

test('PROOF-4: questions stay the same from day to day within a quarter', () => {
  fc.assert(fc.property(facts, seed, fc.integer({ min: 1, max: 30 }), (person, key, day) => {
    const settled = { ...person, loans: [] }
    assert.deepEqual(plan(settled, key, `2026-11-${String(day).padStart(2, '0')}`), plan(settled, key, '2026-12-24'))
  }), { numRuns: 1_000 })
})

test('PROOF-6: a thin file gets no deck', () => {
  const key = new Uint8Array(32)
  const birthDate = '1990-01-01'
  const jobs = [{ ruc: '1790012345001', employer: 'Altamira S.A.', province: '17', from: '2024-02', to: null }]
  const wages = [{ month: '2026-08', amount: '777.77' }, { month: '2025-08', amount: '666.66' }]
  for (const thin of [{ birthDate }, { birthDate, jobs }, { birthDate, wages }, { birthDate, account: { bank: 'Produbanco' } }, { birthDate, contributions: 300 }]) {
    assert.deepEqual(plan(thin, key), [])
  }
})

test('P-02: the basic wage of the year, half of it and round sums are never asked for', () => {
  const account = { bank: 'Produbanco' }
  const jobs = [{ ruc: '1790012345001', employer: 'Altamira S.A.', province: '17', from: '2019-02', to: null }]
  const of = (amount: string): readonly string[] => {
    const wages = Array.from({ length: 9 }, (_, n) => ({ month: `2026-0${n + 1}`, amount }))
    return plan({ birthDate: '1990-01-01', jobs, wages, account, contributions: 90 }, new Uint8Array(32)).flatMap((deck) => deck.questions.map((one) => one.kind))
  }
  for (const amount of ['482.00', '481.10', '241.00', '500.00', '1000.00', '650.00', '700.99']) assert.equal(of(amount).includes('wage'), false, amount)
  assert.equal(of('612.50').includes('wage'), true)
})

test('the name of a natural person as employer is neither asked nor listed', () => {
  fc.assert(fc.property(facts, seed, (person, key) => {
    const households = (person.jobs ?? []).map((job) => ({ ...job, ruc: `17${'3'}${job.ruc.slice(3)}` }))
    const asked = plan({ ...person, jobs: households }, key).flatMap((deck) => deck.questions.map((question) => question.kind))
    assert.equal(asked.includes('employer-name') || asked.includes('employer-in-year'), false)
  }), { numRuns: 2_000 })
})
