/** What signing in by two lanes needs from the store (LOGIN-2): tries, and the browsers that have a lane of their own. */
import type { Lane, LoginStanding } from '../domain/attempts.ts'
import type { AuditEvent } from '../domain/events.ts'
import type { Duration, Instant, PersonKey } from '../domain/types.ts'
import type { Language, StoredAccount, Tx } from './ports.ts'

export type LoginClaim =
  | { readonly person: PersonKey; readonly lane: Lane; readonly inARow: number; readonly sinceSuccess: number; readonly account: StoredAccount | null }
  | { readonly person: PersonKey; readonly lane: Lane; readonly refused: LoginStanding }

/** Where a session began, as far as a request tells: a network and a family of browsers ("Firefox, Windows"). Sealed in the tables. */
export interface SessionOrigin { readonly network: string; readonly browser: string }

export interface NewSession {
  readonly hash: Buffer
  readonly origin: SessionOrigin
  /** The browser it began in, if that is remembered. */
  readonly device: Buffer | null
}

export interface LoginAttempts {
  /**
   * LOGIN-1, 2, 3, 5 in one guarded statement, committed at once: chooses the lane by whether this browser is remembered for this person, and
   * claims a try in it; refused when blocked or too early. Resolves an alias (ID-2). The account is there only if the register says active.
   */
  claim(typed: PersonKey, device: Buffer | null): Promise<LoginClaim>
  /**
   * Wrong key: its event; and, when it blocked the lane, the request for a mail – in one statement, whoever the number belongs to (E-03).
   * `device`: of the lane; null for strangers. A block whose try never comes to this is told by the clerk (`Unlocks.take`).
   */
  fail(person: PersonKey, event: AuditEvent, device: Buffer | null, blocked: { readonly language: Language } | null): Promise<void>
  /**
   * Right key: the lane is free again, the run of failures over all lanes ends, a session begins, its event is written – one statement.
   * A block of the strangers' lane stays when the key came by another (docs/decisions/030-two-lanes.md). `device`: of the lane; null for strangers.
   */
  succeed(person: PersonKey, device: Buffer | null, session: NewSession, event: AuditEvent, tx?: Tx): Promise<void>
  /** UNLOCK-1: strangers may try again, and so may this browser; the run of failures stays. */
  unblock(tx: Tx, person: PersonKey, device: Buffer): Promise<void>
}

/** Work about one subject done one after the other, without holding anything while it waits. */
export interface Turns {
  take<T>(subject: PersonKey, work: () => Promise<T>): Promise<T>
}

export interface Devices {
  /** LOGIN-2: this browser has a lane of its own from now on. Needs an event in the same transaction. */
  trust(tx: Tx, person: PersonKey, device: Buffer, label: string): Promise<void>
  /** UNLOCK-1: for a while, unless it has one for good. Needs an event in the same transaction. Answers until when. */
  lend(tx: Tx, person: PersonKey, device: Buffer, label: string, lifetime: Duration): Promise<Instant>
  /** false when it had none. Needs an event in the same transaction. */
  end(tx: Tx, person: PersonKey, device: Buffer): Promise<boolean>
  /** How many there were. Needs an event in the same transaction unless 0. */
  endAll(tx: Tx, person: PersonKey): Promise<number>
}
