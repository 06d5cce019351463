/** Invented people for tests, by what matters about them. The day is fixed, so that they are the same at every run. */
import { demoSeed } from '../../src/demo/register.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { planDecks } from '../../src/questions/engine.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { inventedKnowledge } from './knowledge.ts'

export const inventedToday = '2026-11-22'

/** Noon in Guayaquil of that day. */
export const noon = '2026-11-22T17:00:00Z'

/** A world draws its own key ring, and with it the months it asks for: who fits must fit whatever is drawn. */
const someSeeds = Array.from({ length: 64 }, (_, n) => Buffer.alloc(32, n))
const always = (record: RegisterRecord, holds: (decks: number) => boolean): boolean =>
  someSeeds.every((seed) => holds(planDecks(record, seed, inventedToday, inventedKnowledge()).length))

/** Active, with a cédula, and enough history for three decks; the n-th of them. */
export const worker = nth((record) => record.status === 'active' && record.id.type === 'cedula' && always(record, (decks) => decks === 3))

export const deceased = nth((record) => record.status === 'deceased' && always(record, (decks) => decks > 0))

export const thinFile = nth((record) => record.status === 'active' && always(record, (decks) => decks === 0))

/** Nobody is invented, and no deck planned, before somebody is asked for: planning for all of them would take longer than most test files. */
function nth(fits: (record: RegisterRecord) => boolean): (n?: number) => RegisterRecord {
  const rest = inventPeople({ people: 3_000, seed: demoSeed, today: inventedToday })
  const found: RegisterRecord[] = []
  return (n = 0) => {
    while (found.length <= n) {
      const next = rest.next()
      if (next.done) throw new Error('no such person among the invented ones')
      if (fits(next.value)) found.push(next.value)
    }
    return found[n]!
  }
}
