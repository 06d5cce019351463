/** What the commands of the person in charge of data protection need of the store; src/store/erasure.ts and src/store/affected-people.ts implement it. */
import type { EventType } from '../domain/events.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

export interface Erased {
  readonly rows: number
  /** A key that somebody froze stays frozen: erasing must not be the way around «No fui yo». */
  readonly keyStaysFrozen: boolean
}

export interface Erasure {
  /** Everything the person gave, and the places in all events. Needs an event in the same transaction. */
  erase(tx: Tx, person: PersonKey): Promise<Erased>
  /** false: there was none. Needs an event in the same transaction. */
  removeBankAccount(tx: Tx, person: PersonKey): Promise<boolean>
}

export interface Incident {
  readonly from: Instant
  /** Up to here and not including it. */
  readonly to: Instant
  /** As events have it: '203.0.113.0/24'; null: from anywhere. */
  readonly network: string | null
  /** null: any event. */
  readonly type: EventType | null
}

export interface Affected {
  readonly person: PersonKey
  readonly events: number
  readonly first: Instant
  readonly last: Instant
  readonly types: readonly EventType[]
}

/** Whom an event in the window names, one after the other; never more than a batch is in memory. */
export type AffectedPeople = (incident: Incident) => AsyncGenerator<Affected>
