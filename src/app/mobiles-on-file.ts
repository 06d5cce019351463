/**
 * The mobiles that texts go to (NOTICE-1): those the register had verified, at an office or by a code, and those of the account that were
 * verified since. Never one that somebody typed here and nobody verified: it may be a stranger's, or a thief's
 * (docs/decisions/070-text-messages.md). Held by test/app/text-notices.test.ts.
 */
import type { RegisterRecord } from '../domain/person.ts'
import type { Duration, Instant, PersonKey } from '../domain/types.ts'
import type { Store, Tx } from './ports.ts'

/** `told`: how long a mobile that was given up here goes on being told. */
export async function mobilesOnFile(
  store: Store, tx: Tx, person: PersonKey, record: RegisterRecord | null, { now, told }: { readonly now: Instant; readonly told: Duration },
): Promise<readonly string[]> {
  const own = (await store.accounts.contacts(tx, person)).filter(({ kind }) => kind === 'mobile')
  const inRegister = registerMobiles(record)
  const givenUp = await store.recoveries.givenUp(tx, person, inRegister)
  const lately = await store.recoveries.formerMobiles(tx, person, now - told)
  const current = [...own, ...lately].map(({ value }) => value)
  const verified = own.filter(({ verifiedBy }) => verifiedBy !== 'none').map(({ value }) => value)
  const known = inRegister.filter((value) => !givenUp.includes(value) || current.includes(value))
  return [...new Set([...verified, ...known, ...lately.filter((each) => each.verified).map(({ value }) => value)])]
}

function registerMobiles(record: RegisterRecord | null): readonly string[] {
  return (record?.contacts ?? []).filter(({ kind, verifiedBy }) => kind === 'mobile' && verifiedBy !== 'none').map(({ value }) => value)
}
