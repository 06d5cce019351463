/** Invented people for tests, by what matters about them. The day is fixed, so that they are the same at every run. */
import { demoSeed } from '../../src/demo/register.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { planDecks } from '../../src/questions/engine.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { inventedKnowledge } from './knowledge.ts'

export const inventedToday = '2026-11-22'

/** Noon in Guayaquil of that day. */
export const noon = '2026-11-22T17:00:00Z'

const all: readonly RegisterRecord[] = [...inventPeople({ people: 1_500, seed: demoSeed, today: inventedToday })]
const anySeed = Buffer.alloc(32, 7)
const decks = (record: RegisterRecord): number => planDecks(record, anySeed, inventedToday, inventedKnowledge()).length
const askable = (record: RegisterRecord): boolean => decks(record) === 3

/** Active, with a cédula, and enough history for three decks; the n-th of them. */
export function worker(n = 0): RegisterRecord {
  return nth((record) => record.status === 'active' && record.id.type === 'cedula' && askable(record), n)
}

export function deceased(): RegisterRecord {
  return nth((record) => record.status === 'deceased' && decks(record) > 0, 0)
}

export function thinFile(n = 0): RegisterRecord {
  return nth((record) => record.status === 'active' && decks(record) === 0, n)
}

function nth(fits: (record: RegisterRecord) => boolean, n: number): RegisterRecord {
  const found = all.filter(fits)[n]
  if (!found) throw new Error('no such person among the invented ones')
  return found
}
