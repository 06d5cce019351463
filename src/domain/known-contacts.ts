/** PROOF-10: which contacts of the register can end the probation of a key. Held by test/domain/known-contacts.test.ts. */
import type { RegisterContact } from './person.ts'
import type { Day } from './types.ts'

/**
 * Mail addresses, lower case and in the register's order, that somebody had verified on a day before `madeOn`, the local day on which the key
 * was made. One of the same day may come from whoever made the key (P-10); a telephone gets no codes.
 */
export function knownBefore(contacts: readonly RegisterContact[], madeOn: Day): readonly string[] {
  const known = contacts.filter(({ kind, verifiedBy, since }) => kind === 'email' && verifiedBy !== 'none' && since < madeOn)
  return [...new Set(known.map(({ value }) => value.toLowerCase()))]
}
