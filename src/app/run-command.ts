/**
 * The one way anything about a person changes: take the person's lock, read the clock, decide, save, append events, queue mail,
 * commit. Nothing slow happens inside (hashing, SMTP and comparing secrets are done before).
 */
import type { AuditEvent } from '../domain/events.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Deps, Tx } from './ports.ts'

export interface Command {
  readonly tx: Tx
  /** The database's clock, read after the lock was taken (L-04). */
  readonly now: Instant
  append(event: AuditEvent): Promise<{ readonly seq: number; readonly hash: Buffer }>
}

export function runCommand<T>({ store }: Deps, person: PersonKey, work: (command: Command) => Promise<T>): Promise<T> {
  return store.transaction(async (tx) => {
    const now = await store.lock(tx, person)
    return work({ tx, now, append: (event) => store.append(tx, person, event) })
  })
}
