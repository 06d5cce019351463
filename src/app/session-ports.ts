/** Sessions and what the signed-in home shows (SESSION-1). Implemented by src/store/sessions.ts. */
import type { EventType } from '../domain/events.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { RegisterRecord } from '../domain/person.ts'
import type { Tx } from './ports.ts'

export interface Session {
  readonly person: PersonKey
  readonly startedAt: Instant
  readonly previousSignInAt: Instant | null
  /** When it ends if nothing happens, and at the latest (SESSION-1). */
  readonly idleEndsAt: Instant
  readonly endsAt: Instant
  readonly now: Instant
}

export interface ActivityLine {
  readonly seq: number
  readonly at: Instant
  readonly type: EventType
  readonly facts: Readonly<Record<string, unknown>>
  readonly hash: string
}

export interface Home extends Session { readonly record: RegisterRecord | null; readonly issuedAt: Instant; readonly probationUntil: Instant; readonly activity: readonly ActivityLine[] }

export interface Sessions {
  /** null when there is none, it ended, or it is past its time. Counts as activity. */
  load(sessionHash: Buffer): Promise<Session | null>
  /** The signed-in home in one statement. */
  home(sessionHash: Buffer): Promise<Home | null>
  end(tx: Tx, sessionHash: Buffer): Promise<PersonKey | null>
  endAll(tx: Tx, person: PersonKey): Promise<number>
}
