/** What changing a contact needs of the store beside src/app/ports.ts; src/store/own-contacts.ts implements it. */
import type { Link } from '../domain/link.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { NewContact, StoredContact, Tx } from './ports.ts'

/** What is changed; a second address is added in its place or where there is none. */
export type ContactPlace = 'email' | 'phone' | 'second-email'

export interface OwnContact extends StoredContact {
  readonly place: ContactPlace
  readonly since: Instant
  /** From when on money services rely on it; null: they do. */
  readonly moneyFrom: Instant | null
}

export interface PendingChange {
  readonly place: ContactPlace
  readonly value: string
  readonly kind: NewContact['kind']
  readonly currentLink: Link
  /** null: nothing can be sent to the new contact (a telephone). */
  readonly newLink: Link | null
}

export interface OwnContacts {
  list(person: PersonKey): Promise<readonly OwnContact[]>
  /** The change this session asked for; null when there is none, or another session asked since. */
  pending(sessionHash: Buffer, tx?: Tx): Promise<PendingChange | null>
  /** In place of whatever was pending for this person. */
  keepPending(tx: Tx, person: PersonKey, sessionHash: Buffer, change: Pick<PendingChange, 'place' | 'value' | 'kind'>, links: { readonly current: Buffer; readonly fresh: Buffer | null }): Promise<void>
  dropPending(tx: Tx, person: PersonKey): Promise<void>
  /** The contact in that place becomes a former one, and this one takes it. Needs an event in the same transaction. */
  put(tx: Tx, person: PersonKey, place: ContactPlace, contact: { readonly kind: NewContact['kind']; readonly value: string; readonly verifiedBy: 'link' | 'none'; readonly moneyFrom: Instant }): Promise<void>
  /** false when there was none. Needs an event in the same transaction. */
  remove(tx: Tx, person: PersonKey, place: ContactPlace): Promise<boolean>
}
