/**
 * The one place where the attacker and the honest meet the engine: its public door, with statistics gathered from the register as an
 * institution would. Nothing of the engine's own odds passes through here.
 */
import { createHash } from 'node:crypto'
import type { RegisterRecord } from '../src/domain/person.ts'
import { judge, planDecks, PoolGatherer, type Answers, type Deck, type Facts, type PoolEntry } from '../src/questions/engine.ts'
import { provinceNames } from '../src/questions/provinces.ts'

export { none } from '../src/questions/engine.ts'
export type { Answers, Deck, Facts, Question, QuestionKind } from '../src/questions/engine.ts'

export const today = '2026-11-22'

/** What the institution knows of its register before it asks anybody: passes from one thread to another as it is. */
export interface Statistics {
  readonly employers: readonly (readonly [place: string, entries: readonly PoolEntry[]])[]
  readonly provinces: readonly (PoolEntry & { readonly province: string })[]
  readonly banks: readonly PoolEntry[]
}

export function statisticsOf(records: Iterable<RegisterRecord>): Statistics {
  const gatherer = new PoolGatherer(today)
  for (const record of records) gatherer.add(record)
  const { employers, provinces, banks } = gatherer.pools()
  const thisYear = Number(today.slice(0, 4))
  const places = Object.keys(provinceNames).flatMap((province) => Array.from({ length: 7 }, (_, back) => [province, thisYear - back] as const))
  return { employers: places.map(([province, year]) => [`${province} ${year}`, employers(province, year)]), provinces, banks }
}

export interface Engine {
  plan(facts: Facts, person: number): readonly Deck[]
  judge(deck: Deck, facts: Facts | undefined, birthDate: string, answers: Answers): boolean
}

/** `person` names the secret seed of somebody: the attacker never sees one. */
export function engineWith({ employers, provinces, banks }: Statistics): Engine {
  const lists = new Map(employers)
  const nobody: readonly PoolEntry[] = []
  const pools = { employers: (province: string, year: number) => lists.get(`${province} ${year}`) ?? nobody, provinces, banks }
  return { plan: (facts, person) => planDecks(facts, seedOf(person), today, { pools }), judge }
}

function seedOf(person: number): Uint8Array {
  return createHash('sha256').update(`attack ${person}`).digest()
}
