/** What unlocking needs from the store (UNLOCK-1, UNLOCK-2). */
import type { Link } from '../domain/link.ts'
import type { Duration, Instant, PersonKey } from '../domain/types.ts'
import type { MailOrder } from './mail-ports.ts'
import type { Language, Tx } from './ports.ts'

/** Somebody asked for a mail, or a lane was blocked; about any number, known or not. */
export interface UnlockRequest {
  readonly id: number
  readonly person: PersonKey
  readonly reason: 'asked' | 'blocked'
  readonly language: Language
  readonly ownLane: boolean
}

/** What is true about a number; for mails only, never for a page. */
export interface UnlockStanding {
  /** null: no key, or the register does not call the person active. */
  readonly state: 'active' | 'frozen' | null
  /** Of the strangers' lane. */
  readonly inARow: number
  readonly sinceSuccess: number
  /** LINK-4: requests that became mail in the last hour. */
  readonly mailsInLastHour: number
  /** How long ago the link was made that is good, or whose mail is under way; null: there is none. */
  readonly liveFor: Duration | null
}

export interface Unlocks {
  ask(tx: Tx, person: PersonKey, language: Language): Promise<void>
  /** The request due longest, kept from others for `lease`; null when there is none. A block of which nobody was told for that long asks too. */
  take(lease: Duration): Promise<UnlockRequest | null>
  /** Once for each request: false when it was done before. */
  finish(tx: Tx, id: number): Promise<boolean>
  noteMailed(tx: Tx, id: number): Promise<void>
  standing(tx: Tx, person: PersonKey): Promise<UnlockStanding>
  /** LINK-4: how many mails about blocks an address got in the last 24 hours. */
  mailsToAddress(tx: Tx, address: string): Promise<number>
  /** One link in a mail to each address; earlier ones of the person stop working (LINK-3). */
  issue(tx: Tx, person: PersonKey, token: string, mails: readonly MailOrder[]): Promise<void>
  /** The link that is good now, with the digest of its code; null when there is none. */
  good(person: PersonKey): Promise<{ readonly link: Link; readonly codeHash: Buffer; readonly now: Instant } | null>
}
