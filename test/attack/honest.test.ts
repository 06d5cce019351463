/** The honest (P-16): a small run of what `npm run try:honest` does, and proof that it notices. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineWith, today, type Engine } from '../../attack/engine.ts'
import { demoSeed } from '../../src/demo/register.ts'
import { inventedStatistics } from '../../src/invented-statistics.ts'
import { passesAt } from '../../attack/honest/person.ts'
import { Refusals } from '../../attack/honest/refusals.ts'
import { lossOf } from '../../attack/honest/report.ts'
import { Tally } from '../../attack/honest/tally.ts'
import { atBest } from '../../attack/honest/what-if.ts'
import { people } from '../../attack/register.ts'
import { chanceFor } from '../../src/register/chance.ts'

const inAll = 1_000
const engine = engineWith(inventedStatistics(today))
const asked = [...people(demoSeed, 0, inAll)].map(({ index, record }) => ({ index, record, decks: engine.plan(record, index) })).filter(({ decks }) => decks.length > 0)

function rate(judging: Engine, recall: number, asOnPaper: boolean): Tally {
  const tally = new Tally()
  for (const { index, record, decks } of asked) tally.add(passesAt(judging, decks, record, { recall, chance: chanceFor(5, index), asOnPaper }))
  return tally
}

test('P-16: who recalls everything and types as on the paper passes at once', () => {
  assert.ok(asked.length > 250)
  assert.equal(rate(engine, 1, true).first.share, 1)
})

test('P-16: recall costs what it must, and no more', () => {
  const found = rate(engine, 0.95, true)
  const sizes = asked.map(({ decks }) => 0.95 ** decks[0]!.questions.length)
  const expected = sizes.reduce((sum, one) => sum + one, 0) / sizes.length
  assert.ok(Math.abs(found.first.share - expected) < 4 * found.first.error, `${found.first.share} of ${expected}`)
  assert.ok(found.three.share > found.first.share)
})

test('P-16: few honest typings are refused, and a comparison without tolerance is noticed', (t) => {
  const strict: Engine = { ...engine, judge: (deck, facts, birthDate, answers) =>
    engine.judge(deck, facts, birthDate, answers) && deck.questions.every((one) => one.input !== 'amount' || /\.\d\d$/.test(answers[one.id] ?? '')) }
  const loss = (judging: Engine): number => {
    const refusals = new Refusals()
    for (const { index, record, decks } of asked) for (const deck of decks) refusals.add(judging, deck, record, chanceFor(6, index))
    return lossOf(refusals.all().filter(({ kind }) => kind === 'wage')).wrong
  }
  const [honest, planted] = [loss(engine), loss(strict)]
  t.diagnostic(`wages refused: ${(100 * honest).toFixed(2)} %, without tolerance ${(100 * planted).toFixed(2)} %`)
  assert.ok(honest < 0.04, `${honest}`) // most of it: told to write the cents, some write two noughts (decision 094)
  assert.ok(planted > 0.2, `${planted}`)
})

test('three decks that share nothing let 99 of 100 in at recall 0.95; one shared question already does not', () => {
  assert.ok(atBest(0.95, 3, 0).first > 0.85 && atBest(0.95, 4, 0).first < 0.85)
  assert.ok(atBest(0.95, 4, 0).three > 0.99 && atBest(0.95, 3, 1).three < 0.95)
})
