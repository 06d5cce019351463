/** How a person tells apart what was done with her key: each event of the catalogue is of one kind, and the page can be narrowed to it. */
import type { EventType } from './events.ts'

/** `attempts`: what was tried and did not succeed, by whomever. */
export const activityKinds = ['access', 'key', 'contacts', 'attempts'] as const
export type ActivityKind = (typeof activityKinds)[number]

const kindOf: Readonly<Record<EventType, ActivityKind>> = {
  'proofing.deck-shown': 'attempts',
  'proofing.passed': 'key',
  'proofing.failed': 'attempts',
  'proofing.refused': 'attempts',
  'link.issued': 'contacts',
  'link.refused': 'attempts',
  'link.consumed': 'contacts',
  'key.issued': 'key',
  'key.frozen': 'key',
  'key.rehashed': 'key',
  'login.succeeded': 'access',
  'login.failed': 'attempts',
  'login.refused': 'attempts',
  'session.ended': 'access',
  'key.blocked': 'key',
  'key.unlocked': 'key',
  'key.recovered': 'key',
  'key.changed': 'key',
  'bank.attempt': 'attempts',
  'bank.failed': 'attempts',
  'bank.passed': 'key',
  'bank.replaced': 'key',
  'proofing.reopened': 'key',
  'proofing.let-through': 'key',
  'contact.change-asked': 'contacts',
  'contact.changed': 'contacts',
  'contact.added': 'contacts',
  'contact.removed': 'contacts',
  'contact.shared': 'contacts',
  'device.trusted': 'access',
  'device.ended': 'access',
  'data.exported': 'access',
  'service.used': 'access',
  'service.refused': 'attempts',
  'certificate.issued': 'access',
  'money.account-registered': 'access',
  'rights.copied': 'access',
  'rights.corrected': 'contacts',
  'rights.erased': 'key',
  'key.confirmed': 'key',
  'notice.texted': 'contacts',
  'notice.undeliverable': 'contacts',
}

export function isActivityKind(text: string): text is ActivityKind {
  return (activityKinds as readonly string[]).includes(text)
}

/** null: every event. */
export function typesOf(kind: ActivityKind | null): readonly EventType[] | null {
  return kind === null ? null : (Object.keys(kindOf) as EventType[]).filter((type) => kindOf[type] === kind)
}
