/**
 * What is written down that is about nobody in particular: alarms, and officers looking at the state of things. It stands in a chain of its own
 * beside those of the people, by the same function and under the same guards (AUDIT-1), under a key that no person can have.
 */
import type { PersonKey } from './types.ts'

/** An HMAC is not all zeros. */
export const institutionChain = '0'.repeat(32) as PersonKey

export const institutionEventCatalogue = {
  'alarm.raised': { says: 'Something began to be wrong for all together (docs/alarms.md).', facts: ['code', 'count'] },
  'alarm.ended': { says: 'It is over.', facts: ['code'] },
  'officer.link-made': { says: 'The operator made a link that begins an officer’s session.', facts: ['case'] },
  'officer.session-began': { says: 'The link was used.', facts: ['case'] },
  'officer.page-opened': { says: 'An officer opened a page.', facts: ['case', 'page'] },
  'officer.session-ended': { says: 'An officer ended the session.', facts: ['case'] },
} as const satisfies Record<string, { readonly says: string; readonly facts: readonly string[] }>

export type InstitutionEventType = keyof typeof institutionEventCatalogue

export type InstitutionEvent = {
  [T in InstitutionEventType]: {
    readonly type: T
    readonly facts: Readonly<Record<(typeof institutionEventCatalogue)[T]['facts'][number], string | number>>
  }
}[InstitutionEventType]
