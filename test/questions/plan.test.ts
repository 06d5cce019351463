import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { kinds, planDecks, type Deck, type Facts } from '../../src/questions/engine.ts'
import { weighDecks } from '../../src/questions/plan.ts'
import { isTyped, recordBit, usualTerms, wellMixed } from '../../src/questions/strength.ts'
import { betrays, intersectionGains, redraws } from './checkers.ts'
import { facts, pools, seed, today, trueLabels, weights } from './people.ts'

const plan = (person: Facts, key: Uint8Array, day = today): readonly Deck[] => planDecks(person, key, day, { pools, weights: weights() })

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
      assert.equal(wellMixed(weighed.filter(isTyped).length, weighed.reduce((records, kind) => records | recordBit(kind.record), 0)), true)
      assert.equal(new Set(weighed.map((kind) => kind.record)).size >= 2, true)
      assert.equal(questions.filter((question) => question.input !== 'choice').length >= 2, true)
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

test('PROOF-4: another seed lists other options', () => {
  const options = (decks: readonly Deck[]): readonly string[] => decks.flatMap((deck) => deck.questions.flatMap((one) => (one.input === 'choice' ? [JSON.stringify(one.options)] : [])))
  const listed = people.filter(({ decks }) => options(decks).length > 0).slice(0, 500)
  const same = listed.filter(({ person, decks }) => options(plan(person, new Uint8Array(32).fill(9))).some((one) => options(decks).includes(one)))
  assert.equal(listed.length > 100 && same.length < listed.length / 50, true, `${same.length} of ${listed.length}`)
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

test('PROOF-5: no deck of anybody has odds above one in 100,000, nor above what a stricter policy says', () => {
  for (const bound of [1e-5, 1e-6]) {
    for (const { person, key } of people.slice(0, 3_000)) {
      for (const { odds } of weighDecks(person, key, today, { pools, weights: weights(), terms: { ...usualTerms, bound } })) assert.equal(odds <= bound, true)
    }
  }
})

test('PROOF-5: without statistics of the register nobody is asked, nor with those of a smaller tolerance', () => {
  for (const { person, key } of people.slice(0, 200)) {
    assert.deepEqual(planDecks(person, key, today, { pools }), [])
    assert.deepEqual(planDecks(person, key, today, { pools, weights: weights(), reach: { amount: 99, count: 4 } }), [])
  }
})

test('PROOF-5: kinds that are off are not asked, and decks are no longer than allowed', () => {
  const off = new Set(['wage', 'bank'] as const)
  for (const { person, key } of people.slice(0, 1_000)) {
    const decks = planDecks(person, key, today, { pools, weights: weights(), off, terms: { ...usualTerms, mostQuestions: 4 } })
    for (const { questions } of decks) assert.equal(questions.length <= 4 && !questions.some(({ kind }) => kind === 'wage' || kind === 'bank'), true)
  }
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

test('P-02: what many earn is never asked for; what few earn is', () => {
  const someone = (amount: string): Facts => ({ ...people.find(({ decks }) => decks.some((deck) => deck.questions.some(({ kind }) => kind === 'wage')))!.person, wages: Array.from({ length: 9 }, (_, n) => ({ month: `2026-0${n + 1}`, amount })) })
  const of = (amount: string): readonly string[] => plan(someone(amount), new Uint8Array(32)).flatMap((deck) => deck.questions.map((one) => one.kind))
  assert.equal(of('482.00').includes('wage'), false, 'a good part of these people earn exactly this')
  assert.equal(of('1234.56').includes('wage'), true)
})

test('the name of a natural person as employer is neither asked nor listed', () => {
  fc.assert(fc.property(facts, seed, (person, key) => {
    const households = (person.jobs ?? []).map((job) => ({ ...job, ruc: `17${'3'}${job.ruc.slice(3)}` }))
    const asked = plan({ ...person, jobs: households }, key).flatMap((deck) => deck.questions.map((question) => question.kind))
    assert.equal(asked.includes('employer-name') || asked.includes('previous-employer') || asked.includes('employer-in-year'), false)
  }), { numRuns: 2_000 })
})
