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
    says: 'A deck was asked for and not shown: the process is closed, the person cannot be asked safely, or the breaker stands (PROOF-11).',
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
  'key.blocked': { says: 'The fifth wrong key in a row blocked the key for strangers; a mail with the unlock link was queued.', facts: ['notices'], personal: [] },
  'key.unlocked': { says: 'The person unblocked the key by mail; that browser got a lane of its own.', facts: ['by'], personal: ['network'] },
  'key.recovered': {
    says: 'The person made a new key in place of a forgotten one; sessions and trusted browsers ended.',
    facts: ['by', 'sessionsEnded', 'devicesEnded', 'termsVersion', 'notices'], personal: ['network'],
  },
  'key.confirmed': { says: 'A contact the register knew before the key confirmed it: the probation ended early (PROOF-10).', facts: ['by', 'notices'], personal: ['network'] },
  'key.changed': { says: 'The person changed a known key; other sessions ended.', facts: ['sessionsEnded', 'notices'], personal: ['network'] },
  'bank.attempt': { says: 'Personal questions and figure were asked at recovery, which claims one attempt (BANK-3).', facts: ['attempt'], personal: ['network'] },
  'bank.failed': { says: 'A personal answer or the figure was not right.', facts: ['attempt'], personal: ['network'] },
  'bank.passed': { says: 'Personal answers and figure were right.', facts: ['attempt'], personal: ['network'] },
  'bank.replaced': { says: 'The person replaced the personal questions and the figure.', facts: ['notices'], personal: ['network'] },
  'proofing.reopened': { says: 'A closed process was opened again with three attempts (PROOF-9).', facts: ['by'], personal: ['network'] },
  'proofing.let-through': {
    says: 'While the breaker stood, a code to a verified address let a journey go on to the questions; it gave no attempts (PROOF-11).', facts: ['by'], personal: ['network'],
  },
  'contact.change-asked': { says: 'A change of contact was asked for; codes went to the current and to the new one.', facts: ['kind'], personal: ['network'] },
  'contact.changed': { says: 'A contact was changed; the former one was told.', facts: ['kind', 'moneyFrom', 'notices'], personal: ['network'] },
  'contact.added': { says: 'A second address was added.', facts: ['kind', 'notices'], personal: ['network'] },
  'contact.removed': { says: 'A contact was taken away.', facts: ['kind', 'notices'], personal: ['network'] },
  'contact.shared': { says: 'A contact serves several people; the second within a day raises this flag (PROOF-12).', facts: ['people'], personal: [] },
  'device.trusted': { says: 'A browser got a lane of its own by signing in (LOGIN-2).', facts: ['notices'], personal: ['network'] },
  'device.ended': { says: 'A browser lost its lane.', facts: ['reason'], personal: [] },
  'data.exported': { says: 'The person took a copy of their own data.', facts: ['format'], personal: [] },
  'service.used': { says: 'A service showed or made something of the person.', facts: ['service'], personal: [] },
  'service.refused': { says: 'A service refused: the key is on probation, or a step-up is missing (PROOF-10).', facts: ['service', 'reason'], personal: [] },
  'certificate.issued': { says: 'A certificate was made and signed.', facts: ['certificate'], personal: [] },
  'money.account-registered': { says: 'A bank account was registered for payments.', facts: ['notices'], personal: ['network'] },
  'rights.copied': { says: 'The person in charge of data protection handed out a copy of what is held, on request (LOPDP).', facts: ['case', 'notices'], personal: [] },
  'rights.corrected': { says: 'The person in charge of data protection took away something that was not right, on request.', facts: ['case', 'what', 'notices'], personal: [] },
  'rights.erased': {
    says: 'The person in charge of data protection erased the key and what the person gave, on request. Places in earlier events were erased too.',
    facts: ['case', 'keyStaysFrozen', 'rows', 'notices'], personal: [],
  },
  'notice.texted': {
    says: 'A notice went out as text messages too, or was withheld because the day had seen enough of them.', facts: ['kind', 'texts', 'withheld'], personal: [],
  },
  'notice.undeliverable': { says: 'A mail or a text could not be delivered and was given up.', facts: ['kind', 'channel'], personal: [] },
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
