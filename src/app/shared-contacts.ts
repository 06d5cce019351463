/**
 * PROOF-12: one mail address or telephone serves few people. The next one is refused in words that do not say why (E-07); the second within a
 * day raises a flag on both. A contact is looked at when it was shown to be the person's own and again when the account comes into being; one that is
 * changed later, when it takes its place.
 */
import type { JourneyFacts } from '../domain/journey.ts'
import type { PersonKey } from '../domain/types.ts'
import type { Deps, Tx } from './ports.ts'

type Given = NonNullable<JourneyFacts['contacts']>

/** What is counted for a person: the address that was confirmed and the telephone; a second address counts once it is verified. */
export const countedIn = ({ email, phone }: Given): readonly string[] => [email, phone.value]

export async function servesEnough({ store, policy }: Deps, tx: Tx, person: PersonKey, values: readonly string[]): Promise<boolean> {
  return (await store.sharedContacts.others(tx, person, values)).most >= policy.bank.peoplePerContact
}

/** Call when the account was made or the contact changed, in the same transaction. */
export async function flagShared({ store }: Deps, tx: Tx, person: PersonKey, values: readonly string[]): Promise<void> {
  const { most, lately } = await store.sharedContacts.others(tx, person, values)
  if (lately.length === 0) return
  for (const each of [person, ...lately]) await store.append(tx, each, { type: 'contact.shared', facts: { people: most + 1 } })
  // Last: the row of the alarm is not one person's, so nobody's lock is waited for while it is held.
  await store.alarms.raise('shared-contact', most + 1, tx)
}
