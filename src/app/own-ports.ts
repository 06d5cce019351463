/** What the pages of a signed-in person need of the store beside src/app/ports.ts; src/store/own-*.ts implement it. */
import type { EventType } from '../domain/events.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { OwnContacts } from './contact-ports.ts'
import type { Tx } from './ports.ts'
import type { ActivityLine } from './session-ports.ts'

export interface OwnKeys {
  /** When the key was last typed in this session: at sign-in or later. null: there is no such open session. */
  givenAt(sessionHash: Buffer): Promise<Instant | null>
  /** One guarded statement, committed at once, before anything is compared; null when the session ended or its tries are used up. */
  claimTry(sessionHash: Buffer): Promise<{ readonly passwordHash: string; readonly triesLeft: number } | null>
  /** Nothing was compared, or what was compared was right. */
  giveTryBack(sessionHash: Buffer): Promise<void>
  /** The right key: the session goes on under another id and its key counts as given now. false: it ended meanwhile. */
  renew(tx: Tx, before: Buffer, after: Buffer): Promise<boolean>
  /** false when the key was changed or frozen since `before` was read. */
  changePassword(tx: Tx, person: PersonKey, before: string, after: string): Promise<boolean>
  /** Every session of the person but this one. */
  endOthers(tx: Tx, person: PersonKey, kept: Buffer): Promise<number>
}

/** What was done to a contact, as the notice about it says. */
export type ContactChange = 'email' | 'phone' | 'second-email-added' | 'second-email-removed'

/** Mails that tell the person what was done with her key inside a session; each has a «No fui yo» link. */
export type OwnNotice =
  | { readonly kind: 'key-changed' }
  | { readonly kind: 'key-confirmed' }
  | { readonly kind: 'bank-replaced' }
  | { readonly kind: 'contact-changed'; readonly what: ContactChange }
  | { readonly kind: 'money-account' }
  /** PROOF-9: not inside a session, but by somebody who can read one of the mailboxes. */
  | { readonly kind: 'reopened' }
  /** Done by the person in charge of data protection, on request (LOPDP). */
  | { readonly kind: 'data-copied' | 'data-corrected' }

/** An event with its place: the network it came from, or null when it has none or the place was erased. */
export interface PlacedLine extends ActivityLine { readonly network: string | null }

export interface OwnActivity {
  /** Newest first, below `before` (a sequence number); `types` null: every event. */
  lines(person: PersonKey, types: readonly EventType[] | null, before: number | null, most: number): Promise<readonly PlacedLine[]>
}

/** An open session as its owner sees it. */
export interface ListedSession {
  /** Names the session in a form; tells nothing of its secret. */
  readonly handle: string
  readonly startedAt: Instant
  readonly seenAt: Instant
  /** Where it began, when that is known. */
  readonly network: string | null
  readonly browser: string | null
  readonly thisOne: boolean
}

/** A browser in which the person signed in and that is remembered. */
export interface ListedDevice {
  readonly handle: string
  readonly browser: string
  readonly firstUsedAt: Instant
  readonly lastUsedAt: Instant
}

export interface OwnSessions {
  /** The newest sign-in first; what is past its time is left out. */
  list(person: PersonKey, thisOne: Buffer): Promise<readonly ListedSession[]>
  /** false when there is no such open session of this person. */
  end(tx: Tx, person: PersonKey, handle: string): Promise<boolean>
  /** Browsers with a lane of their own (LOGIN-2), the one used last first. */
  devices(person: PersonKey): Promise<readonly ListedDevice[]>
  /** Ends the lane of that browser and the sessions that began in it, but for `kept`; false when there is no such browser. */
  forget(tx: Tx, person: PersonKey, handle: string, kept: Buffer): Promise<boolean>
}

/** New personal questions and their figure, on the way into the bank. */
export interface PendingBank {
  readonly answers: readonly { readonly question: string; readonly hash: string }[]
  readonly figure: string
}

export interface OwnBank {
  /** What this session typed within the last half hour. */
  pending(sessionHash: Buffer, tx?: Tx): Promise<PendingBank | null>
  keepPending(tx: Tx, person: PersonKey, sessionHash: Buffer, bank: PendingBank): Promise<void>
  /** In place of all that was there; what was pending is gone. Needs an event in the same transaction. */
  replace(tx: Tx, person: PersonKey, answers: PendingBank['answers'], figureHash: string): Promise<void>
}

export interface OwnData {
  /**
   * Every table that has something about the person, by a Spanish name, readable; the register and the events are not among them. `masked`:
   * of the account for payments no more than its page shows.
   */
  parts(person: PersonKey, account: 'masked' | 'whole'): Promise<Readonly<Record<string, unknown>>>
}

/** An event found by its receipt, and nothing of whom it is about. */
export interface FoundReceipt {
  readonly type: EventType
  readonly at: Instant
  /** Its place among the events of its chain. */
  readonly seq: number
  readonly of: number
  /** The whole chain was counted again and holds. */
  readonly whole: boolean
}

export interface Receipts {
  /** `receipt`: 16 hexadecimal digits. */
  find(receipt: string): Promise<FoundReceipt | null>
}

/** All of it, as one part of the store. */
export interface OwnStore {
  readonly keys: OwnKeys
  readonly activity: OwnActivity
  readonly sessions: OwnSessions
  readonly contacts: OwnContacts
  readonly bank: OwnBank
  readonly data: OwnData
  readonly receipts: Receipts
}
