/**
 * The catalogue of audit events (AUDIT-1). Codes are stable and never reused; docs/events.md is generated from here.
 * `facts` may be read by any auditor; `personal` is encrypted under the person's key (AUDIT-2) and erasable.
 */

interface EventSpec {
  readonly says: string
  readonly facts: readonly string[]
  readonly personal: readonly string[]
}

export const eventCatalogue = {
  'proofing.deck-shown': {
    says: 'A deck of questions was shown, which claims one attempt (PROOF-1).',
    facts: ['attempt', 'usedToday', 'usedInAll'], personal: ['network'],
  },
  'proofing.passed': { says: 'Birth date and all answers were right.', facts: ['attempt'], personal: ['network'] },
  'proofing.failed': { says: 'Birth date or some answer was not right.', facts: ['attempt'], personal: ['network'] },
  'proofing.refused': {
    says: 'A deck was asked for and not shown: the process is closed or the person cannot be asked safely.',
    facts: ['reason'], personal: ['network'],
  },
  'link.issued': { says: 'A mail with a link and a code was put in the outbox.', facts: ['kind'], personal: [] },
  'link.refused': { says: 'A link or code was tried and not accepted.', facts: ['kind', 'reason'], personal: [] },
  'link.consumed': { says: 'A link or code was used.', facts: ['kind', 'by'], personal: [] },
  'key.issued': {
    says: 'The person made a key.',
    facts: ['level', 'probationUntil', 'termsVersion', 'contacts', 'notices'], personal: ['network'],
  },
  'key.frozen': { says: 'The person said it was not them: the key is frozen.', facts: ['sessionsEnded'], personal: ['network'] },
  'key.rehashed': { says: 'The stored hash was renewed with newer parameters at sign-in (PASS-3).', facts: [], personal: [] },
  'login.succeeded': { says: 'Somebody signed in with the right key.', facts: ['lane'], personal: ['network'] },
  'login.failed': { says: 'Somebody tried a wrong key.', facts: ['lane', 'inARow', 'blocked'], personal: ['network'] },
  'login.refused': { says: 'A try was not even compared: the key is blocked or the wait is not over.', facts: ['lane', 'reason'], personal: ['network'] },
  'session.ended': { says: 'A session was ended by the person.', facts: ['reason'], personal: [] },
  'notice.undeliverable': { says: 'A mail could not be delivered and was given up.', facts: ['kind'], personal: [] },
} as const satisfies Record<string, EventSpec>

export type EventType = keyof typeof eventCatalogue
type Value = string | number | boolean | null | readonly string[]

/** An event about to be written: exactly the fields its catalogue entry lists. */
export type AuditEvent = {
  [T in EventType]: {
    readonly type: T
    readonly facts: Readonly<Record<(typeof eventCatalogue)[T]['facts'][number], Value>>
    readonly personal?: Readonly<Record<(typeof eventCatalogue)[T]['personal'][number], Value>>
  }
}[EventType]
