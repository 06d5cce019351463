/**
 * The one place where the attacker and the honest meet the engine: its public door, with statistics gathered from the register as an
 * institution would. Nothing of the engine's own odds passes through here.
 */
import { createHash } from 'node:crypto'
import type { Identifier, RegisterRecord } from '../src/domain/person.ts'
import {
  decoyDecks, judge, jointsSize, knowledgeOf, PairCounts, pairTable, planDecks, PoolGatherer, PriorGatherer, rulesText, statisticsVersion, Surveyor, usualReach, usualRules,
  type Answers, type Deck, type Facts, type Statistics,
} from '../src/questions/engine.ts'

export { none } from '../src/questions/engine.ts'
export type { Answers, Deck, Facts, PoolEntry, Question, QuestionKind, Statistics } from '../src/questions/engine.ts'

export const today = '2026-11-22'

/** What the institution knows of its register before it asks anybody: two passes over it, as `clave register strength` makes them. */
export function statisticsOf(records: () => Iterable<RegisterRecord>, people: number): Statistics {
  const pairs = new PairCounts(pairTable(people))
  const [pools, gatherer] = [new PoolGatherer(today), new PriorGatherer(today, pairs)]
  for (const record of records()) {
    pools.add(record)
    gatherer.add(record)
  }
  const priors = gatherer.priors(usualReach)
  const surveyor = new Surveyor({ today, priors, pairs, joints: new Uint16Array(jointsSize(people)), pools: pools.pools(), rules: usualRules, changes: [], sampled: 0 })
  let person = 0
  for (const record of records()) surveyor.add(record, seedOf((person += 1)))
  return { v: statisticsVersion, madeOn: today, rules: rulesText(usualRules), priors: { ...priors, pairs: surveyor.commonPairs(), joints: surveyor.commonJoints() }, pools: pools.lists(), shapes: surveyor.shapes() }
}

export interface Engine {
  plan(facts: Facts, person: number): readonly Deck[]
  /** What a number nobody has is shown (PROOF-7). */
  planOfNobody(id: Identifier, person: number): readonly Deck[]
  judge(deck: Deck, facts: Facts | undefined, birthDate: string, answers: Answers): boolean
}

/** `person` names the secret seed of somebody: the attacker never sees one. */
export function engineWith(statistics: Statistics): Engine {
  const knowledge = knowledgeOf(statistics)
  return {
    plan: (facts, person) => planDecks(facts, seedOf(person), today, { ...knowledge, ...usualRules }),
    planOfNobody: (id, person) => decoyDecks(id, seedOf(person), today, knowledge),
    judge,
  }
}

function seedOf(person: number): Uint8Array {
  return createHash('sha256').update(`attack ${person}`).digest()
}
