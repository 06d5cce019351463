/** The attacker finds planted weaknesses: what he expects, by his own odds, jumps; and the honest system resists him better than each of them. */
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { makeAdversary, type Adversary } from '../../attack/adversary/adversary.ts'
import { observe, publicFacts } from '../../attack/adversary/observation.ts'
import { play, type World } from '../../attack/adversary/play.ts'
import { engineWith, today, type Deck, type Facts } from '../../attack/engine.ts'
import { demoSeed } from '../../src/demo/register.ts'
import { inventedStatistics } from '../../src/invented-statistics.ts'
import { lenient, oneWage, redrawing, talkative } from '../../attack/planted.ts'
import { people } from '../../attack/register.ts'
import { honestWorld } from '../../attack/worlds.ts'

const [inAll, attacked] = [8_000, 40]
const statistics = inventedStatistics(today)
const engine = engineWith(statistics)
const asked = [...people(demoSeed, 0, inAll)].map(({ index, record }) => ({ index, record, decks: engine.plan(record, index) })).filter(({ decks }) => decks.length > 0)
const victims = asked.slice(0, attacked)
const others = asked.slice(attacked)
const adversary = makeAdversary(others.map(({ record, decks }) => observe(record, decks)), engine)

interface Result {
  /** Mean odds of nine tries. */
  readonly expected: number
  readonly successes: number
}

function attack(by: Adversary, world: (decks: readonly Deck[], facts: Facts, index: number) => World): Result {
  const outcomes = victims.map(({ index, record, decks }) => play(by, publicFacts(record), world(decks, record, index)))
  return { expected: outcomes.reduce((sum, { expected }) => sum + expected, 0) / attacked, successes: outcomes.filter(({ passedAt }) => passedAt !== undefined).length }
}

const honest = attack(adversary, (decks, facts) => honestWorld(engine, decks, facts))

function found(t: TestContext, planted: Result, times: number): void {
  t.diagnostic(`expected ${honest.expected.toExponential(2)} a victim, planted ${planted.expected.toExponential(2)}; got in ${honest.successes} and ${planted.successes} of ${attacked}`)
  assert.ok(planted.expected > times * honest.expected, `${planted.expected} is not ${times} times ${honest.expected}`)
}

test('P-06: wrong options redrawn at each showing are found', (t) => {
  found(t, attack(adversary, (decks, facts) => redrawing(engine, decks, facts, statistics)), 1.3)
})

// Typed answers of disjoint decks are rarely met in three tries, and only then does the verdict help: the jump is smaller than the weakness.
test('P-04: a verdict for each question is found', (t) => {
  found(t, attack(adversary, (decks, facts) => talkative(engine, decks, facts)), 1.5)
})

test('P-05: "two of three are enough" is found, and lets in', (t) => {
  found(t, attack(adversary, (decks, facts) => lenient(engine, decks, facts)), 4)
})

test('P-02: a wage that six in ten share, asked nevertheless, is found', (t) => {
  const seduced = makeAdversary(others.map(({ record, decks, index }) => observe({ ...record, ...oneWage(record, index) } as typeof record, decks)), engine)
  found(t, attack(seduced, (decks, facts, index) => honestWorld(engine, decks, oneWage(facts, index))), 5)
})
