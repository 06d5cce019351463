/** The parts of the attacker, on cases that can be worked out by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeAdversary } from '../../attack/adversary/adversary.ts'
import { train, score, type Sample } from '../../attack/adversary/classifier.ts'
import { EmployerNames } from '../../attack/adversary/employer-names.ts'
import { observe, publicFacts } from '../../attack/adversary/observation.ts'
import { probeReach } from '../../attack/adversary/reach.ts'
import { Samples } from '../../attack/adversary/samples.ts'
import { separation, welch } from '../../attack/adversary/separation.ts'
import { attackAll } from '../../attack/campaign.ts'
import { tellDecoys } from '../../attack/decoys.ts'
import { engineWith, today, type Engine, type Question } from '../../attack/engine.ts'
import { demoSeed } from '../../src/demo/register.ts'
import { inventedStatistics } from '../../src/invented-statistics.ts'
import { people } from '../../attack/register.ts'

const inAll = 1_200
const engine = engineWith(inventedStatistics(today))
const wage: Question = { id: 'wage:2026-03', kind: 'wage', input: 'amount', month: '2026-03' }

test('the tolerance of a comparison is found by asking it', () => {
  const within = (cents: number): Pick<Engine, 'judge'> => ({
    judge: (_deck, facts, _birth, answers) => Math.abs(Number(answers[wage.id]) * 100 - Number(facts?.wages?.[0]?.amount) * 100) < cents + 0.5,
  })
  for (const cents of [0, 1, 99, 250, 4_000]) assert.deepEqual(probeReach(within(cents))(wage, 61_250), { below: cents, above: cents })
  assert.equal(probeReach(engine)(wage, 61_250).below < 1_000, true)
})

test('the best guess is the one that covers most, and later ones do not overlap it', () => {
  const samples = new Samples(Float64Array.from([100, 205, 206, 207, 208, 300, 301, 900]), () => ({ below: 2, above: 2 }))
  assert.deepEqual(samples.best.slice(0, 2), [{ low: 205, high: 209 }, { low: 300, high: 304 }])
  assert.equal(samples.share({ low: 205, high: 209 }), 0.5)
  assert.equal(samples.share({ low: 209, high: 299 }), 0)
})

test('a word passes for all employers that have it', () => {
  const names = new EmployerNames(['Florícola El Rosal S.A.', 'Hotel El Rosal Cía. Ltda.', 'Hotel Altamira C.A.'], engine)
  const ids = Float64Array.from(['Florícola El Rosal S.A.', 'Hotel El Rosal Cía. Ltda.', 'Hotel Altamira C.A.', 'Hotel Altamira C.A.', 'Hotel El Rosal Cía. Ltda.'].map((name) => names.idOf(name)))
  const shares = names.distribution(ids)
  assert.equal(shares.share(shares.best[0]!), 3 / 5)
  assert.equal(names.textOf(shares.best[0]!.low), 'rosal')
})

test('separation is the share of pairs in the right order, ties counting half', () => {
  assert.equal(separation([1, 2], [3, 4]).auc, 1)
  assert.equal(separation([1, 3], [2, 3]).auc, 0.625)
  assert.equal(separation([5, 5, 5], [5, 5]).auc, 0.5)
  assert.ok(Math.abs(welch([1, 2, 3], [4, 5, 6]) - 3.674) < 0.001)
})

test('a feature that tells two groups apart is found among many that do not', () => {
  const samples = Array.from({ length: 600 }, (_, n): Sample => ({ second: n % 2 === 1, features: [`a ${n % 7}`, `b ${n % 11}`, ...(n % 2 === 1 && n % 3 > 0 ? ['tells'] : [])] }))
  const weights = train(samples)
  const of = (second: boolean): number[] => samples.filter((one) => one.second === second).map(({ features }) => score(weights, features))
  assert.ok(separation(of(false), of(true)).auc > 0.8)
  assert.ok(weights.get('tells')! > 1)
})

test('PROOF-7: the classifier of decoys runs, and finds one that is planted', (t) => {
  const honest = tellDecoys(engine, demoSeed, inAll)
  t.diagnostic(`AUC ${honest.separation.auc.toFixed(3)} ± ${honest.separation.error.toFixed(3)} with ${honest.numbers} of each; ${honest.giveaways[0]?.feature}`)
  const planted: Engine = { ...engine, plan: (facts, person) => engine.plan(facts, person), planOfNobody: (id, person) => engine.planOfNobody(id, person).slice(0, 1) }
  assert.ok(tellDecoys(planted, demoSeed, inAll).separation.auc > honest.separation.auc + 0.05)
})

test('a whole campaign: who knows everything gets in at once, who knows nothing does not', (t) => {
  const others = [...people(demoSeed, 200, inAll)].map(({ index, record }) => observe(record, engine.plan(record, index))).filter(({ asked }) => asked.length > 0)
  const adversary = makeAdversary(others, engine)
  const stretch = { seed: demoSeed, from: 0, to: 200, step: 1 }
  const all = attackAll({ adversary, engine, known: 1, most: 20 }, stretch, () => undefined)
  assert.deepEqual([all.victims, all.successes], [20, 20])
  const none = attackAll({ adversary, engine, known: 0, most: 20 }, stretch, () => undefined)
  t.diagnostic(`${none.successes} of ${none.victims}; expected ${none.expected.toExponential(2)}`)
  assert.ok(none.victims === 20 && none.expected < 1 && none.worst.length > 0)
  assert.equal(publicFacts(people(demoSeed, 0, 1).next().value!.record).province.length <= 2, true)
})
