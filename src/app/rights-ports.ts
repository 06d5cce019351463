/** What the commands of the person in charge of data protection need of the store; src/store/erasure.ts and src/store/affected-people.ts implement it. */
import type { EventType } from '../domain/events.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

/** What was to be read was sealed under a key of the person that an erasure destroyed (D-03). Names nobody. */
export class KeyDestroyed extends Error {
  constructor() {
    super('the key of this person was destroyed')
  }
}

/** The person's key, out of the key ring for good; src/security/keyring-file.ts implements it. */
export interface KeyDestroyer {
  /** Makes everything ready beside the ring. Throws a sentence, before anything has happened, when the ring can not be written. */
  prepare(person: PersonKey): Promise<PreparedDestruction>
}

export interface PreparedDestruction {
  /** The generation of the key that follows. */
  readonly generation: number
  /** From here on nobody with this ring can read what the person gave, and what they give is sealed under the next key. */
  carryOut(): void
  /** Ends it either way; nothing happened unless it was carried out. */
  close(): void
}

export interface Erased {
  readonly rows: number
  /** A key that somebody froze stays frozen: erasing must not be the way around «No fui yo». */
  readonly keyStaysFrozen: boolean
}

export interface Erasure {
  /** Everything the person gave, and the places in all events. Needs an event in the same transaction. `generation`: the least that may be written with now. */
  erase(tx: Tx, person: PersonKey, generation: number): Promise<Erased>
  /** false: there was none. Needs an event in the same transaction. */
  removeBankAccount(tx: Tx, person: PersonKey): Promise<boolean>
}

/** A person and the generation of the key that follows the destroyed ones. */
export interface ErasedPerson {
  readonly person: PersonKey
  readonly generation: number
}

/** What the database knows of erasures, to be compared with the key ring. */
export interface ErasureCounts {
  /** Whom the ring knows as erased (by the first 16 digits of the key) and the database has not erased as often. */
  unfinished(erased: readonly { readonly prefix: string; readonly generation: number }[]): Promise<readonly ErasedPerson[]>
  /** Everybody who was erased here. */
  counted(): Promise<readonly ErasedPerson[]>
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
