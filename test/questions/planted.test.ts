/** The checkers find what they are for: each of these engines has one planted mistake. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { drawWith } from '../../src/questions/chance.ts'
import { judge, planDecks, type Deck, type Facts, type Question } from '../../src/questions/engine.ts'
import { employerKey, foldName } from '../../src/questions/name.ts'
import { optionsFor } from '../../src/questions/options.ts'
import { betrays, forgives, intersectionGains, redraws, type Judge } from './checkers.ts'
import { employerAt, pools, today, weights } from './people.ts'

const key = new Uint8Array(32)
const person: Facts = {
  birthDate: '1985-03-14',
  jobs: [
    { ...employerAt(2), province: '17', from: '2024-02', to: null },
    { ...employerAt(4), province: '17', from: '2015-06', to: '2023-11' },
  ],
  wages: [{ month: '2026-08', amount: '777.77' }, { month: '2025-08', amount: '666.66' }],
  account: { bank: 'Produbanco' },
}
const honest = planDecks(person, key, today, { pools, weights: weights() })
const deck = honest[0]!

test('the honest engine passes the checkers', () => {
  assert.equal(honest.length >= 2, true)
  assert.equal(redraws(() => planDecks(person, key, today, { pools, weights: weights() })), false)
  assert.equal(intersectionGains(() => planDecks(person, key, today, { pools, weights: weights() })), false)
  assert.equal(betrays(honest, person), false)
  for (const one of honest) assert.equal(forgives(judge, one, person), false)
})

test('redrawn decoys are found', () => {
  const redrawn = (fetch: number): readonly Deck[] => honest.map(({ questions }) => ({ questions: questions.map((one) => redraw(one, fetch)) }))
  assert.equal(redraws(redrawn), true)
  assert.equal(intersectionGains(redrawn), true)
})

function redraw(question: Question, fetch: number): Question {
  if (question.kind !== 'bank') return question
  const draw = drawWith(createHash('sha256').update(String(fetch)).digest())
  return { ...question, options: optionsFor(draw, question.id, { pool: pools.banks, truth: 'Produbanco', alsoTrue: [], keyOf: foldName }) }
}

test('"2 of 3" is found', () => {
  const twoOfThree: Judge = (shown, facts, birthDate, answers) => {
    const right = shown.questions.filter((one) => judge({ questions: [one] }, facts, birthDate, answers)).length
    return right * 3 >= shown.questions.length * 2
  }
  assert.equal(forgives(twoOfThree, deck, person), true)
})

test('a verdict that forgets the birth date is found', () => {
  const forgetful: Judge = (shown, facts, _birthDate, answers) => judge(shown, facts, facts?.birthDate ?? '', answers)
  assert.equal(forgives(forgetful, deck, person), true)
})

test('two years of one employer, whose options meet in it, are found', () => {
  const year = (n: number): Question => {
    const id = `employer-in-year:${n}`
    const secret = { pool: pools.employers('17', n), truth: employerAt(4).employer, alsoTrue: [], keyOf: employerKey }
    return { id, kind: 'employer-in-year', input: 'choice', year: n, options: optionsFor(drawWith(key), id, secret) }
  }
  assert.equal(intersectionGains(() => [{ questions: [year(2020), year(2021)] }]), true)
})

test('a name asked for beside options that list it is found', () => {
  const name: Question = { id: 'employer-name', kind: 'employer-name', input: 'name' }
  const options = [{ code: 'a', label: employerAt(2).employer }]
  const listing: Question = { id: 'employer-in-year:2025', kind: 'employer-in-year', input: 'choice', year: 2025, options }
  assert.equal(betrays([{ questions: [name] }, { questions: [listing] }], person), true)
})
