/**
 * What the application needs from the outside. src/store, src/security, src/mail, src/register and src/questions implement
 * these; tests fake only the clock, chance and the register.
 */
import type { AuditEvent } from '../domain/events.ts'
import type { Identifier, PersonStatus, RegisterRecord } from '../domain/person.ts'
import type { Policy } from '../domain/policy.ts'
import type { ProofingStanding } from '../domain/attempts.ts'
import type { JourneyFacts } from '../domain/journey.ts'
import type { Link, LinkKind } from '../domain/link.ts'
import type { UnlockFacts } from '../domain/unlock.ts'
import type { Day, Duration, Instant, PersonKey } from '../domain/types.ts'
import type { Deck } from '../questions/question.ts'
import type { TablePress } from './paper-ports.ts'
import type { CertificatePress, Certificates, InstitutionSeal } from './certificate-ports.ts'
import type { Confirmations } from './confirmation-ports.ts'
import type { Sessions } from './session-ports.ts'
import type { MailOrder, Outbox, TextOrder } from './mail-ports.ts'
import type { Hasher, Secrets } from './secret-ports.ts'
import type { OddsReports, Officers } from './officer-ports.ts'
import type { OwnStore } from './own-ports.ts'
import type { PasswordPopularity } from './popularity-ports.ts'
import type { BankRounds, Recoveries } from './recovery-ports.ts'
import type { Reopenings } from './reopening-ports.ts'
import type { SharedContacts } from './shared-contacts-ports.ts'
import type { Services } from './service-ports.ts'
import type { Devices, LoginAttempts, Turns } from './lane-ports.ts'
import type { Unlocks } from './unlock-ports.ts'
import type { Alarms, ProofingFailures, Watch, WatchedTries } from './watch-ports.ts'

export type Language = 'es' | 'en'

/** A handle on one open transaction; only src/store knows what is in it. */
export interface Tx { readonly __tx: unique symbol }

/** Who acts, as far as a web request tells. `network` is the /24 or /48 the request came from, `browser` its family ("Firefox, Windows"). */
export interface Origin { readonly network: string; readonly browser?: string | undefined }

export interface Found {
  readonly person: PersonKey
  /** null: the register does not know the number (PROOF-7: callers must go on all the same). */
  readonly status: PersonStatus | null
  readonly record: RegisterRecord | null
}

export interface Register {
  personKey(identifier: Identifier): PersonKey
  /** Who is meant, aliases resolved (ID-2), without looking whether there is anybody: nothing is read that only some numbers have (PROOF-7). */
  resolve(identifier: Identifier): Promise<PersonKey>
  /** Resolves aliases (ID-2). One statement and the same work for known and unknown numbers. */
  findByKey(person: PersonKey): Promise<Found>
  /** PROOF-7: what an unknown number is asked about; a pure function of the number under a key. */
  decoy(identifier: Identifier, today: Day): RegisterRecord
}

export interface Questions {
  /** 0 to 3 decks, fixed for the person; none means the person cannot be asked safely (PROOF-4, PROOF-6). */
  plan(person: PersonKey, record: RegisterRecord, today: Day): readonly Deck[]
  /** PROOF-7: the decks of a number nobody has, in the shapes and proportions of those of people; a function of the number under a key. */
  planOfNobody(person: PersonKey, identifier: Identifier, today: Day): readonly Deck[]
  /**
   * Begun before a record is opened, and awaited when its decks are planned or its answers judged: longer than that takes for anybody, so that the time
   * does not tell whose record it was (E-02).
   */
  evenTime(): Promise<void>
  /** One verdict (PROOF-3). */
  judge(deck: Deck, record: RegisterRecord, birthDate: Day, answers: Readonly<Record<string, string>>): boolean
}

export interface StoredAccount {
  readonly state: 'active' | 'frozen'
  readonly passwordHash: string
  readonly issuedAt: Instant
  readonly probationUntil: Instant
  readonly signedInAt: Instant | null
}

export interface NewAccount {
  readonly passwordHash: string
  readonly issuedAt: Instant
  readonly probationUntil: Instant
  readonly terms: { readonly version: string; readonly digest: string }
  readonly contacts: readonly NewContact[]
  readonly answers: readonly { readonly question: string; readonly hash: string }[]
  readonly figureHash: string
}

export interface NewContact {
  readonly kind: 'email' | 'mobile' | 'landline'
  readonly value: string
  readonly rank: number
  readonly verifiedBy: 'link' | 'none'
}

export interface StoredContact {
  readonly kind: NewContact['kind']
  readonly value: string
  readonly verifiedBy: 'link' | 'office' | 'none'
}

export interface ProofingRow {
  readonly standing: ProofingStanding
  /** Null when it is to be made anew: it was last used on an earlier day, and the next try is free. */
  readonly plan: readonly Deck[] | null
  /** The deck on the table, if any. */
  readonly open: { readonly attempt: number; readonly deck: Deck } | null
}

export interface ProofingAttempts {
  load(tx: Tx, person: PersonKey): Promise<ProofingRow | null>
  /** The same outside any transaction, for pages: nothing may be decided on it. */
  look(person: PersonKey): Promise<ProofingRow | null>
  /** Keeps the plan; does nothing while there is one of the day, or an open deck. */
  begin(tx: Tx, person: PersonKey, plan: readonly Deck[]): Promise<void>
  /** PROOF-1, 2: one guarded statement; null when the limits or an open deck do not allow it. */
  claim(tx: Tx, person: PersonKey): Promise<{ attempt: number; usedToday: number; usedInAll: number } | null>
  /** Takes the open deck off the table so that it is compared once; false when somebody was quicker. */
  take(tx: Tx, person: PersonKey, attempt: number): Promise<boolean>
  /** The attempt passed: gives its own claim back. Call only after `take` returned true. */
  refund(tx: Tx, person: PersonKey, attempt: number): Promise<void>
  /** The last success: counters and decks start anew (PROOF-2). */
  clear(tx: Tx, person: PersonKey): Promise<void>
}

export interface Accounts {
  load(tx: Tx, person: PersonKey): Promise<StoredAccount | null>
  /** false when there is an account already, or the register no longer calls the person active (P-13). */
  create(tx: Tx, person: PersonKey, account: NewAccount): Promise<boolean>
  freeze(tx: Tx, person: PersonKey): Promise<boolean>
  contacts(tx: Tx, person: PersonKey): Promise<readonly StoredContact[]>
  rehash(tx: Tx, person: PersonKey, before: string, after: string): Promise<boolean>
}

export interface StoredJourney<Facts = JourneyFacts> {
  readonly person: PersonKey
  readonly version: number
  readonly facts: Facts
  readonly now: Instant
}

/** Journeys of one kind: an id of another kind is unknown here. */
export interface Journeys<Facts = JourneyFacts> {
  create(tx: Tx, idHash: Buffer, person: PersonKey, facts: Facts): Promise<void>
  /** null when unknown or past its time. Counts as activity. */
  load(idHash: Buffer, tx?: Tx): Promise<StoredJourney<Facts> | null>
  /** Guarded by the version: false when another tab saved first. */
  save(tx: Tx | null, idHash: Buffer, before: StoredJourney<Facts>, facts: Facts): Promise<boolean>
}

export interface NewLink {
  readonly kind: LinkKind
  readonly token: string
  readonly journeyHash: Buffer | null
  readonly lifetime: Duration
}

export interface Links {
  /** Stores the link and its mail; earlier links of the kind for this person stop working when `replaces` (LINK-3). */
  issue(tx: Tx, person: PersonKey, link: NewLink, mail: MailOrder | TextOrder, replaces: boolean): Promise<void>
  /** Whatever was mailed of this kind to this person stops working. */
  supersede(tx: Tx, person: PersonKey, kind: LinkKind): Promise<void>
  /** By the token of a link, whatever its state; null when there is none. Changes nothing (LINK-2). */
  findByToken(token: string): Promise<Link | null>
  /** The newest of its kind for this journey. */
  findByJourney(journeyHash: Buffer, kind: LinkKind, tx?: Tx): Promise<Link | null>
  /** Single use: one update that says "and not yet used, not expired, the newest"; false when it was not. */
  consume(tx: Tx, tokenHash: Buffer): Promise<boolean>
  /** LINK-3: claims one of the tries of the typed code; null when none is left or the link is not good. */
  claimCodeTry(tokenHash: Buffer): Promise<{ readonly codeHash: Buffer; readonly triesLeft: number } | null>
}

export interface RobotChecks {
  /** false when this challenge was used before (ALTCHA alone is stateless). */
  use(challenge: string, expiresAt: Instant): Promise<boolean>
  /** A ticket that ripens, or null when the network holds too many. */
  issueTicket(network: string): Promise<{ readonly id: number; readonly ripeAt: Instant } | null>
}

export interface Store {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Takes the person's lock until the transaction ends and reads the clock (L-04). */
  lock(tx: Tx, person: PersonKey): Promise<Instant>
  /** Reads the clock without a lock. */
  now(): Promise<Instant>
  append(tx: Tx, person: PersonKey, event: AuditEvent): Promise<{ readonly seq: number; readonly hash: Buffer }>
  /** An event that goes with no other change: one statement, committed at once. */
  note(person: PersonKey, event: AuditEvent): Promise<void>
  readonly proofing: ProofingAttempts
  readonly logins: LoginAttempts
  readonly devices: Devices
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly journeys: Journeys
  readonly unlockJourneys: Journeys<UnlockFacts>
  readonly unlocks: Unlocks
  readonly links: Links
  readonly outbox: Outbox
  readonly robots: RobotChecks
  readonly services: Services
  readonly certificates: Certificates
  readonly own: OwnStore
  readonly bankRounds: BankRounds
  readonly recoveries: Recoveries
  readonly popularity: PasswordPopularity
  readonly sharedContacts: SharedContacts
  readonly reopenings: Reopenings
  readonly confirmations: Confirmations
  readonly failures: ProofingFailures
  readonly alarms: Alarms
  readonly tries: WatchedTries
  readonly officers: Officers
  readonly odds: OddsReports
}

export interface Deps {
  readonly policy: Policy
  readonly store: Store
  readonly register: Register
  readonly questions: Questions
  readonly hasher: Hasher
  readonly turns: Turns
  readonly watch: Watch
  readonly secrets: Secrets
  /** PASS-2: the institution's own words, which make no password. */
  readonly institutionWords: readonly string[]
  /** A choice or an order that is fixed for the person and that nobody without the key can foretell (peers 17). */
  keyedOrder<T extends string>(person: PersonKey, about: string, items: readonly T[]): readonly T[]
  /** BANK-1: folded answers that too many people would give. */
  readonly commonAnswers: ReadonlySet<string>
  /** PASS-2: common or breached passwords; whole string, lower case. */
  isCommonPassword(candidate: string): boolean
  /** There is a gateway for text messages; without one no text is queued. */
  readonly texting: boolean
  /** A mail or text is waiting: wakes the couriers. */
  wakeCourier(): void
  readonly terms: { readonly version: string; readonly digest: string }
  readonly press: CertificatePress
  readonly tablePress: TablePress
  readonly seal: InstitutionSeal
}
