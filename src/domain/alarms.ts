/**
 * The catalogue of alarms: what is wrong for all people together, never who (ID-3). Codes are stable; docs/alarms.md is made from here, and the
 * officers' page has its own words in src/web/texts/security. An alarm stands from the moment it is raised until it ends by itself.
 */
import type { Policy } from './policy.ts'
import { hour, minute, type Duration, type Instant } from './types.ts'

interface AlarmSpec {
  readonly says: string
  readonly counts: string
  readonly raised: (policy: Policy) => string
  /** How long it stands after it was last true; null: it ends by a rule of its own. */
  readonly quiet: Duration | null
  readonly does: string
  readonly look: string
}

export const alarmCatalogue = {
  breaker: {
    says: 'More proofings failed in 24 hours than honest people cause (PROOF-11).',
    counts: 'failed proofings of the last 24 hours, at most a minute more',
    raised: ({ proofing }) => `above ${proofing.failuresPerDay}`,
    quiet: null,
    does: 'New proofings ask for a code to a registered contact first, or lead to an office. Sign-in, unlocking and open sessions go on. It ends by itself at nine tenths of that.',
    look: 'Is a campaign of the institution under way? Otherwise somebody guesses answers on a large scale: see whether numbers in a row or one employer are in it, and tell the offices that more people will come.',
  },
  'neighbouring-numbers': {
    says: 'Numbers in a row are being tried: somebody goes through the cédulas.',
    counts: 'different numbers of such blocks in the last hour',
    raised: ({ watch }) => `${watch.neighbours} different numbers out of 100 in a row, within an hour`,
    quiet: 10 * minute,
    does: 'Nothing by itself: each number has its own limits.',
    look: 'In the log, the networks from which most requests come; a list of such networks may be shut out in front of the program.',
  },
  'one-employer': {
    says: 'Many people of one employer are being asked the questions.',
    counts: 'different people of the largest such employer in the last hour',
    raised: ({ watch }) => `${watch.employerPeople} people within an hour`,
    quiet: 10 * minute,
    does: 'Nothing by itself.',
    look: 'A large employer may have told its staff to get a key. If not, somebody may hold its payroll: the questions about wages are then no secret.',
  },
  'shared-contact': {
    says: 'A mail address or telephone was given by a second person within a day (PROOF-12).',
    counts: 'people that one such contact serves',
    raised: ({ bank }) => `the second person within ${bank.flagWithin / hour} hours`,
    quiet: 1 * hour,
    does: 'The event contact.shared stands in the chains of both; beyond the most a contact may serve, it is refused.',
    look: 'Families share a mailbox. Many at once are a sign of one hand behind many people.',
  },
  'login-spray': {
    says: 'Far more sign-ins fail than usual (L-15).',
    counts: 'failed sign-ins of the busiest minute',
    raised: ({ watch }) => `${watch.loginTimes} times the usual rate of the last seven days, and ${watch.loginFloor} in a minute at least`,
    quiet: 10 * minute,
    does: 'Nothing by itself: each key has its own limits, and hashing is bounded (LOGIN-6).',
    look: 'Few tries at many numbers are a spray of popular or stolen passwords. Keys that get blocked tell their owners.',
  },
} as const satisfies Record<string, AlarmSpec>

export type AlarmCode = keyof typeof alarmCatalogue
export const alarmCodes = Object.keys(alarmCatalogue) as readonly AlarmCode[]

export interface Alarm {
  readonly code: AlarmCode
  readonly since: Instant
  /** null: it stands. */
  readonly until: Instant | null
  readonly most: number
}
