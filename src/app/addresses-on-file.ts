/**
 * The verified addresses of a person: first those of the account by rank, then those the register verified at an office or by a code and
 * that the person did not give up here. Recovery writes to the first or the second of them, notices go to all (NOTICE-1).
 */
import type { RegisterRecord } from '../domain/person.ts'
import type { PersonKey } from '../domain/types.ts'
import type { Store, Tx } from './ports.ts'

export async function addressesOnFile(store: Store, tx: Tx, person: PersonKey, record: RegisterRecord | null): Promise<readonly string[]> {
  const own = (await store.accounts.contacts(tx, person)).filter(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none')
  const inRegister = registerAddresses(record)
  const givenUp = await store.recoveries.givenUp(tx, person, inRegister)
  const known = inRegister.filter((value) => !givenUp.includes(value))
  return [...new Set([...own.map(({ value }) => value.toLowerCase()), ...known])]
}

export function registerAddresses(record: RegisterRecord | null): readonly string[] {
  return (record?.contacts ?? []).filter(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none').map(({ value }) => value.toLowerCase())
}
