/** The erasures that the key ring knows beside those that the database knows (D-03): each may have been brought back from an older copy. */
import type { ErasedPerson } from './app/rights-ports.ts'
import type { Keyring } from './security/keyring.ts'
import { erasedPersons } from './security/person-tree.ts'
import type { Database } from './store/database.ts'
import { makeErasureCounts } from './store/erasure.ts'

export interface ErasureState {
  /** Whose key is destroyed. */
  readonly erased: number
  /** Of those the people whose rows are still here, or here again. */
  readonly unfinished: readonly ErasedPerson[]
  /** People erased from the database whose key this ring still has: it is an older copy. */
  readonly unknown: number
}

export async function erasureState(db: Database, keyring: Keyring): Promise<ErasureState> {
  const counts = makeErasureCounts(db)
  const erased = erasedPersons(keyring.personal.tree())
  const unknown = (await counts.counted()).filter(({ person, generation }) => keyring.personal.generationOf(person) < generation)
  return { erased: erased.length, unfinished: await counts.unfinished(erased), unknown: unknown.length }
}

/** What the operator should do; empty when both agree. */
export function erasureTroubles({ unfinished, unknown }: Pick<ErasureState, 'unfinished' | 'unknown'>): readonly string[] {
  const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)
  return [
    ...(unfinished.length > 0 ? [`The keys of ${people(unfinished.length)} are destroyed, and this database still has their rows. Run: clave erasures finish`] : []),
    ...(unknown > 0 ? [`This key ring is an older copy: it still has the keys of ${people(unknown)} erased since, who can do nothing here until it is replaced by the newest.`] : []),
  ]
}
