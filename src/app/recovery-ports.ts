/** What recovering a key needs of the store beside src/app/ports.ts; src/store/{bank-rounds,recoveries}.ts implement it. */
import type { ProofingStanding } from '../domain/attempts.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

/** BANK-3: personal questions and figure on the table. They spend the attempts of PROOF-2, as decks do. */
export interface BankRounds {
  /** null: nothing was counted for this person since the last success, so nobody stands proven either. */
  load(tx: Tx, person: PersonKey): Promise<{ readonly standing: ProofingStanding; readonly open: number | null } | null>
  /** One guarded statement; null when the limits or an open round do not allow it. */
  claim(tx: Tx, person: PersonKey): Promise<{ readonly round: number } | null>
  /** Takes the open round off the table so that it is compared once; false when somebody was quicker. Nothing is given back. */
  take(tx: Tx, person: PersonKey, round: number): Promise<boolean>
}

export interface StoredBank {
  readonly answers: readonly { readonly question: string; readonly hash: string }[]
  readonly figureHash: string | null
}

export interface RecoveredKey {
  readonly passwordHash: string
  readonly at: Instant
  readonly probationUntil: Instant
  readonly terms: { readonly version: string; readonly digest: string }
}

export interface Recoveries {
  bank(tx: Tx, person: PersonKey): Promise<StoredBank>
  /** The terms accepted with the key; null when there is no key. */
  terms(tx: Tx, person: PersonKey): Promise<{ readonly version: string; readonly digest: string } | null>
  /**
   * The new key in place of the old one. false unless the key is active, the register calls the person active, this journey used up a
   * mail of kind `recover` (W-08), and nothing was done to the key or to the contacts since `provenAt` (peers 18, M-06).
   */
  recover(tx: Tx, person: PersonKey, journeyHash: Buffer, provenAt: Instant, key: RecoveredKey): Promise<boolean>
  /** Counters of wrong keys gone, browsers no longer known, mailed links no longer good but for «No fui yo». Answers the browsers. */
  forgetOld(tx: Tx, person: PersonKey): Promise<{ readonly devicesEnded: number }>
  /** Addresses the person gave up less than `since` ago; they are told too (NOTICE-1). */
  formerAddresses(tx: Tx, person: PersonKey, since: Instant): Promise<readonly string[]>
  /** Those of `addresses` that the person ever gave up here, however long ago. */
  givenUp(tx: Tx, person: PersonKey, addresses: readonly string[]): Promise<readonly string[]>
  /** Mobiles the person gave up here after `since`; `verified`: somebody had verified that one. */
  formerMobiles(tx: Tx, person: PersonKey, since: Instant): Promise<readonly { readonly value: string; readonly verified: boolean }[]>
}
