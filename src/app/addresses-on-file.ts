/**
 * The verified addresses of a person: first those of the account by rank, then those the register verified at an office or by a code and
 * that the person did not give up here. Recovery writes to the first or the second of them, notices go to all, and to the old ones (NOTICE-1).
 */
import type { RegisterRecord } from '../domain/person.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Deps, Store, Tx } from './ports.ts'

export async function addressesOnFile(store: Store, tx: Tx, person: PersonKey, record: RegisterRecord | null): Promise<readonly string[]> {
  const own = (await store.accounts.contacts(tx, person)).filter(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none')
  return [...new Set([...own.map(({ value }) => value.toLowerCase()), ...(await registerAddressesKept(store, tx, person, record))])]
}

/** Of the register alone, without those that the person gave up here. */
export async function registerAddressesKept(store: Store, tx: Tx, person: PersonKey, record: RegisterRecord | null): Promise<readonly string[]> {
  const inRegister = registerAddresses(record)
  const givenUp = await store.recoveries.givenUp(tx, person, inRegister)
  return inRegister.filter((value) => !givenUp.includes(value))
}

/** NOTICE-1: who is told. The old addresses too, as long as a «No fui yo» is good: somebody else may have taken them away. */
export async function addressesToTell({ store, policy }: Pick<Deps, 'store' | 'policy'>, tx: Tx, person: PersonKey, record: RegisterRecord | null, now: Instant): Promise<readonly string[]> {
  const former = await store.recoveries.formerAddresses(tx, person, now - policy.notice.repudiation)
  return [...new Set([...(await addressesOnFile(store, tx, person, record)), ...former.map((value) => value.toLowerCase())])]
}

export function registerAddresses(record: RegisterRecord | null): readonly string[] {
  return (record?.contacts ?? []).filter(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none').map(({ value }) => value.toLowerCase())
}
