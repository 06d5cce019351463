/** What is written to people, and where it waits until it is sent. Implemented by src/store/outbox.ts and src/mail. */
import type { Instant, PersonKey } from '../domain/types.ts'
import type { ContactPlace } from './contact-ports.ts'
import type { Language, Tx } from './ports.ts'
import type { OwnNotice } from './own-ports.ts'

/** What a mail says; src/mail/messages.ts has one message for each kind. `token` is in the mail only, never in clear in a table. */
export type MailOrder = { readonly to: string; readonly language: Language } & (
  | { readonly kind: 'confirm-address'; readonly token: string }
  | { readonly kind: 'key-issued'; readonly token: string; readonly at: Instant; readonly newAddress: boolean }
  | { readonly kind: 'key-frozen' | 'data-erased'; readonly at: Instant }
  | (OwnNotice & { readonly token: string; readonly at: Instant })
  | { readonly kind: 'change-current' | 'change-new'; readonly token: string; readonly place: ContactPlace }
  | { readonly kind: 'recover' | 'vouch'; readonly token: string }
  /** `contactFirst`: the process is open, and the breaker stands (PROOF-11). */
  | { readonly kind: 'reopen'; readonly token: string; readonly contactFirst?: boolean }
  | { readonly kind: 'confirm-key'; readonly token: string }
  | { readonly kind: 'key-recovered'; readonly token: string; readonly at: Instant }
  /** `ownLane`: it was a browser of the person's own that used up its tries. `token` null: the link of an earlier mail is still good. */
  | { readonly kind: 'key-blocked'; readonly token: string | null; readonly at: Instant; readonly ownLane: boolean }
  /** To contacts that are not, or no longer, of the key: told, and without what unlocks it. */
  | { readonly kind: 'key-blocked-elsewhere'; readonly at: Instant; readonly ownLane: boolean }
  | { readonly kind: 'unlock'; readonly token: string; readonly blocked: boolean }
  /** Unlocking would not help: what does. */
  | { readonly kind: 'unlock-instead'; readonly why: 'frozen' | 'disabled' }
  | { readonly kind: 'key-unlocked'; readonly token: string; readonly at: Instant; readonly browser: string }
  | { readonly kind: 'device-new'; readonly token: string; readonly at: Instant; readonly browser: string; readonly network: string; readonly remembered: boolean }
)

/** Notices that also go out as a text message. */
export type TextKind = Exclude<MailOrder['kind'], 'confirm-address' | 'change-current' | 'change-new' | 'recover' | 'vouch' | 'reopen' | 'unlock' | 'unlock-instead' | 'key-blocked-elsewhere' | 'confirm-key' | 'data-erased'>

/** A text to a mobile, in the form +593…; `token` is of its «No fui yo» link, null for a text without one. src/mail/text-words.ts has the words. */
export interface TextOrder {
  readonly channel: 'text'
  readonly kind: TextKind
  readonly to: string
  readonly language: Language
  readonly token: string | null
  readonly at: Instant
}

export interface Outbox {
  queue(tx: Tx, person: PersonKey, order: MailOrder | TextOrder): Promise<void>
  /** How many texts this person was sent in the last 24 hours: about blocks, and about everything else. */
  textsOfDay(tx: Tx, person: PersonKey): Promise<{ readonly blocks: number; readonly others: number }>
  /** LINK-4: how many mails of the journeys this person got in the last hour and this address in the last 24 hours. Holds the address's lock. */
  recent(tx: Tx, person: PersonKey, address: string): Promise<{ readonly toPerson: number; readonly toAddress: number }>
}
