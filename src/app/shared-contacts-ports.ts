/** PROOF-12 as the application sees it; src/store/shared-contacts.ts implements it. */
import type { PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

export interface SharedContacts {
  /**
   * Everybody else whom one of these addresses or telephones serves, with how many it serves at most, and who got it within the time in
   * which the second raises a flag. Holds the lock of each until the transaction ends. A second address counts once it is verified.
   */
  others(tx: Tx, person: PersonKey, values: readonly string[]): Promise<{ readonly most: number; readonly lately: readonly PersonKey[] }>
}
