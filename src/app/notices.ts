/** Telling the person (NOTICE-1): to every verified mail address on file and the old ones, each with a «No fui yo» link of its own, and by text. */
import { addressesToTell } from './addresses-on-file.ts'
import type { RegisterRecord } from '../domain/person.ts'
import type { MailOrder } from './mail-ports.ts'
import type { Deps, Language, Tx } from './ports.ts'
import { tellByText } from './text-notices.ts'
import type { PersonKey } from '../domain/types.ts'

/** Of the account alone: where a link goes that opens something. */
export async function verifiedAddresses({ store }: Pick<Deps, 'store'>, tx: Tx, person: PersonKey): Promise<readonly string[]> {
  const contacts = await store.accounts.contacts(tx, person)
  return contacts.filter(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none').map(({ value }) => value)
}

/** What is told, without what is the same in all of them. */
type Told = MailOrder extends infer Order ? (Order extends { readonly kind: 'device-new' | 'key-unlocked' } ? Omit<Order, 'to' | 'language' | 'token'> : never) : never

/** Answers how many mails went out. `record` was read before the transaction: a second connection inside it could wait for itself. */
export async function tell(deps: Deps, tx: Tx, person: PersonKey, record: RegisterRecord | null, language: Language, told: Told): Promise<number> {
  const { store, secrets, policy } = deps
  const addresses = await addressesToTell(deps, tx, person, record, told.at)
  for (const to of addresses) {
    const token = secrets.token()
    const link = { kind: 'repudiate', token, journeyHash: null, lifetime: policy.notice.repudiation } as const
    await store.links.issue(tx, person, link, { ...told, to, language, token }, false)
  }
  await tellByText(deps, { tx, now: told.at, person, record, language, kind: told.kind })
  return addresses.length
}
