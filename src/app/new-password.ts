/** A password a person chose, judged (PASS-1, PASS-2) and hashed (PASS-3) before any transaction. */
import type { RegisterRecord } from '../domain/person.ts'
import { normalisePassword, refusePassword, type PasswordRefusal } from '../domain/password.ts'
import type { OpenJourney } from './journey.ts'
import { ownData } from './own-data.ts'
import type { Deps } from './ports.ts'

export interface HashedPassword {
  readonly hash: string
  /** As it was hashed; for PASS-4, which counts it in the transaction that stores it. */
  readonly text: string
}

export type NewPassword =
  | ({ readonly is: 'hashed' } & HashedPassword)
  | { readonly is: 'refused'; readonly refusal: PasswordRefusal }
  | { readonly is: 'busy' }

export async function newPassword(deps: Deps, { person, facts }: OpenJourney, record: RegisterRecord, typed: string): Promise<NewPassword> {
  const { store, hasher, policy, institutionWords, isCommonPassword } = deps
  const onFile = await store.transaction((tx) => store.accounts.contacts(tx, person))
  const context = { words: institutionWords, ownData: ownData(record, facts, onFile), isCommon: isCommonPassword }
  const refusal = refusePassword(typed, policy.password, context)
  if (refusal) return { is: 'refused', refusal }
  const slot = hasher.reserve('owner')
  if (!slot) return { is: 'busy' }
  const text = normalisePassword(typed)
  return { is: 'hashed', text, hash: await slot.hash(text) }
}
