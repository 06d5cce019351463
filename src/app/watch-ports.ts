/** The breaker and the watch as the application sees them; src/store implements the tables, src/security the hashes. */
import type { Alarm, AlarmCode } from '../domain/alarms.ts'
import type { BreakerReading } from '../domain/breaker.ts'
import type { Identifier } from '../domain/person.ts'
import type { Crowds, LoginRate, WatchedTry } from '../domain/watch.ts'
import type { Duration, Instant, PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

/** What the parts that meet strangers tell the watch. Each is a few microseconds in memory, and the same for every number. */
export interface Watch {
  /** PROOF-11: new proofings are not led to the questions. As the database said a few seconds ago. */
  breakerStands(): boolean
  /** A number was typed, to be proven or to sign in with a wrong key. */
  tried(identifier: Identifier): void
  loginFailed(): void
  /** The questions were asked for; `employer` null: none, or nobody. */
  asked(person: PersonKey, employer: string | null): void
}

/** PROOF-11: failed proofings of all people. */
export interface ProofingFailures {
  /** In the transaction that writes the verdict, as its last statement: the row may be another's too. */
  count(tx: Tx): Promise<void>
  /** Counts, and in the same statement trips or opens the breaker, each once whoever looks. */
  look(limit: number): Promise<BreakerReading & { readonly now: Instant }>
}

export interface Alarms {
  /** A new alarm, or the same still true; written down in the institution's chain when it is new. */
  raise(code: AlarmCode, count: number, tx?: Tx): Promise<void>
  /** Ends what has not been true for its time. */
  endQuiet(): Promise<void>
  /** What began or ended since somebody last asked: each is answered once, to one process. */
  untold(): Promise<readonly Alarm[]>
  /** The newest first, those that stand before all others. */
  list(most: number): Promise<readonly Alarm[]>
}

/** What the processes noted, put together. */
export interface WatchedTries {
  keep(tries: readonly WatchedTry[], loginFailures: number): Promise<void>
  crowds(kind: WatchedTry['kind'], least: number): Promise<Crowds>
  loginRate(): Promise<LoginRate>
  /** One process at a time looks at all of them; false when it is not this one's turn. */
  claimTurn(every: Duration): Promise<boolean>
}
