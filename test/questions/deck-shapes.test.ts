/** PROOF-7: the decks of numbers nobody has come in the proportions of people's, and stay. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { drawWith } from '../../src/questions/chance.ts'
import { ShapeSample, type PlanShape, type Shapes } from '../../src/questions/deck-shapes.ts'
import { decoyDecks, defaultPools, type Deck, type Knowledge } from '../../src/questions/engine.ts'
import { provinceNames } from '../../src/questions/provinces.ts'
import { inventedKnowledge } from '../support/knowledge.ts'
import { today } from './people.ts'

const seedOf = (n: number | string): Uint8Array => createHash('sha256').update(`nobody ${n}`).digest()
const idOf = (n: number): { type: 'cedula'; value: string } => ({ type: 'cedula', value: `17${String(n).padStart(8, '0')}` })
const knowing = (shapes: Shapes): Knowledge => ({ ...inventedKnowledge(), pools: defaultPools, shapes })
const decksOf = (n: number, knowledge: Knowledge, day = today): readonly Deck[] => decoyDecks(idOf(n), seedOf(n), day, knowledge)
const kindsOf = (decks: readonly Deck[]): string => decks.map(({ questions }) => questions.map(({ kind }) => kind).join('+')).join(' | ')

const [plain, other]: readonly [PlanShape, PlanShape] = [[[['entry'], ['contributions'], ['wage', 0, '012']]], [[['entry'], ['pension-since'], ['bank']]]]

/** A sample of so many people, each person's number the same whatever the sample is. */
function sampleOf(people: readonly number[], planOf: (person: number) => PlanShape): Shapes {
  const sample = new ShapeSample()
  for (const person of people) sample.add('17', drawWith(seedOf(`person ${person}`)), planOf(person))
  return sample.shapes()
}
const people = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, n) => from + n)

test('shapes of people come up for numbers nobody has as often as for people, those without decks too', () => {
  const knowledge = knowing(sampleOf(people(0, 400), (person) => (person % 4 === 0 ? [] : person % 4 === 1 ? other : plain)))
  const met = Map.groupBy(people(0, 4_000), (n) => kindsOf(decksOf(n, knowledge)))
  const share = (kinds: string): number => (met.get(kinds)?.length ?? 0) / 4_000
  for (const [kinds, expected] of [['', 0.25], ['entry+pension-since+bank', 0.25], ['entry+contributions+wage', 0.5]] as const) {
    assert.equal(Math.abs(share(kinds) - expected) < 0.05, true, `${kinds || 'none'}: ${share(kinds)}`) // 400 people are followed unevenly
  }
})

test('a pass over the register that changes one person in a hundred changes the decks of about one such number in a hundred', () => {
  const planOf = (person: number): PlanShape => (person % 2 === 0 ? plain : other)
  const before = knowing(sampleOf(people(0, 400), planOf))
  const after = knowing(sampleOf(people(4, 404), planOf))
  const changed = people(0, 2_000).filter((n) => JSON.stringify(decksOf(n, before)) !== JSON.stringify(decksOf(n, after)))
  assert.equal(changed.length < 60, true, `${changed.length} of 2,000 changed`)
})

test('the order in which people come and threads that sample apart make no difference', () => {
  const planOf = (person: number): PlanShape => (person % 3 === 0 ? plain : other)
  const whole = sampleOf(people(0, 1_500), planOf)
  assert.deepEqual(sampleOf(people(0, 1_500).toReversed(), planOf), whole)
  const [one, second, together] = [new ShapeSample(), new ShapeSample(), new ShapeSample()]
  for (const person of people(0, 1_500)) (person % 2 === 0 ? one : second).add('17', drawWith(seedOf(`person ${person}`)), planOf(person))
  for (const part of [one, second]) for (const [place, rank, plan] of part.entries()) together.put(place, rank, plan)
  assert.deepEqual(together.shapes(), whole)
  assert.equal(whole['17']!.length, 400)
})

test('the same number has the same decks for a day and for ever; another number has its own months and options', () => {
  const shapes = inventedKnowledge()
  const asked = people(0, 300).filter((n) => decksOf(n, shapes).length > 0)
  assert.equal(asked.length > 60, true)
  for (const n of asked) assert.deepEqual(decksOf(n, shapes), decksOf(n, shapes))
  assert.equal(new Set(asked.map((n) => JSON.stringify(decksOf(n, shapes)))).size > asked.length * 0.6, true)
})

test('a decoy lists five different options, never the province of the number, and asks no question twice in a deck', () => {
  for (const n of people(0, 1_500)) {
    for (const { questions } of decksOf(n, inventedKnowledge())) {
      assert.equal(questions.length >= 3 && new Set(questions.map(({ id }) => id)).size === questions.length, true)
      for (const question of questions) {
        if (question.input !== 'choice') continue
        assert.equal(new Set(question.options.map(({ label }) => label)).size, 5)
        if (question.kind === 'province-in-year') assert.equal(question.options.some(({ label }) => label === provinceNames['17']), false)
      }
    }
  }
})

test('where a list of employers can no longer be made the whole deck is left out: one question less would tell', () => {
  const gone = knowing({ 17: [[1, [[['entry'], ['wage', 0, '12'], ['employer-in-year', 1, '17']], [['entry'], ['contributions'], ['bank']]]]] })
  assert.equal(kindsOf(decksOf(1, gone)), 'entry+contributions+bank')
})

test('without statistics nobody is asked', () => {
  assert.deepEqual(decoyDecks(idOf(1), seedOf(1), today, undefined), [])
})
