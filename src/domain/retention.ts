/**
 * What is kept how long, and why (D-04, A-08). One entry for each table that names a person or grows by itself; docs/retention.md is made from
 * here, the privacy page takes its numbers from here, and src/store/retention.ts has a statement for every rule. The law gives no numbers;
 * these are defaults an institution decides on. Held by test/store/retention.test.ts.
 */
import type { Policy } from './policy.ts'
import type { Duration } from './types.ts'

interface Rule {
  readonly tables: readonly string[]
  readonly what: string
  readonly period: keyof Policy['retention']
  /** Finishes "this long after …". */
  readonly after: string
  /** What must not go with it, and what holds that it does not. */
  readonly guard: string
}

/** In the order in which they are swept: a mail goes before the link that it names. */
export const retentionRules = {
  journeys: {
    tables: ['journeys'], what: 'An unfinished or finished journey of a browser.', period: 'journeys', after: 'it was last seen',
    guard: 'A journey is open 12 hours at most by default and never longer than 24.',
  },
  'contact-changes': {
    tables: ['contact_changes'], what: 'A change of contact that waits for its codes.', period: 'journeys', after: 'it was asked for',
    guard: 'It belongs to a session, which lasts 24 hours at most.',
  },
  'bank-changes': {
    tables: ['bank_changes'], what: 'New personal questions that wait for their figure.', period: 'journeys', after: 'they were typed', guard: 'They are good for half an hour.',
  },
  challenges: {
    tables: ['used_challenges'], what: 'A challenge of the robot check that was used.', period: 'robots', after: 'it expired', guard: 'An expired one is refused by its own date.',
  },
  tickets: {
    tables: ['robot_tickets'], what: 'A ticket of the robot check, with the hash of a network.', period: 'robots', after: 'it was given', guard: 'Tickets are counted for one hour.',
  },
  mails: {
    tables: ['outbox'], what: 'A mail that was sent or given up. Its text is erased when it is sent.', period: 'over', after: 'that',
    guard: 'A mail that waits stays. Mails are counted for 24 hours after they were asked for (LINK-4).',
  },
  links: {
    tables: ['links'], what: 'A mailed link that was used, replaced, or is past its time.', period: 'over', after: 'that',
    guard: 'A link whose mail is still in the table stays. «No fui yo» is past its time after ten days (NOTICE-1).',
  },
  sessions: { tables: ['sessions'], what: 'A session that is over.', period: 'over', after: 'it was ended or last used', guard: 'None is open for more than 24 hours (SESSION-1).' },
  'unlock-requests': {
    tables: ['unlock_requests'], what: 'A request for the mail that unblocks.', period: 'over', after: 'it was answered', guard: 'One that waits stays. They are counted for an hour (LINK-4).',
  },
  'ended-browsers': {
    tables: ['devices', 'login_attempts'], what: 'A browser whose lane ended, and the count of that lane.', period: 'over', after: 'that',
    guard: 'The run over all lanes (LOGIN-5) and the count of strangers (LOGIN-1) stand in another row and stay.',
  },
  'unused-browsers': {
    tables: ['devices', 'login_attempts'], what: 'A remembered browser that nobody signs in from any more.', period: 'browsers', after: 'the last sign-in there',
    guard: 'By then its cookie is gone, and with it the lane (LOGIN-2).',
  },
  decks: {
    tables: ['proofing_attempts'], what: 'Decks of questions, which hold no answers, of a person for whom nothing is counted.', period: 'decks', after: 'the day of the last attempt',
    guard: 'While a failure counts the row stays with its counters and its decks: counters reset by waiting would break PROOF-2, and other decks PROOF-4.',
  },
  'former-contacts': {
    tables: ['former_contacts'], what: 'The value of a contact that was given up.', period: 'formerContacts', after: 'that',
    guard: 'Its keyed hash stays: the register may still have the address, and it must not count as verified again (PROOF-9).',
  },
  reopenings: { tables: ['reopenings'], what: 'That a closed process was opened again.', period: 'reopenings', after: 'that', guard: 'Two in 365 days are counted (PROOF-9).' },
  places: {
    tables: ['audit_events'], what: 'The sealed place in an event: from which part of the network.', period: 'places', after: 'the event',
    guard: 'The chain holds its digest and still verifies. The person sees places for a year (A-06).',
  },
  events: {
    tables: ['audit_events', 'person_streams'], what: 'An event, from the beginning of its chain on.', period: 'events', after: 'the event',
    guard: 'The chain notes the number and the hash of the last one that went, and verifies from there on. The database itself refuses to let go of events younger than two years.',
  },
  'watched-tries': {
    tables: ['watched_tries'], what: 'Keyed hashes of a number that was tried and of its block (L-15).', period: 'tries', after: 'that', guard: 'The watch looks back one hour.',
  },
  'failed-proofings': {
    tables: ['proofing_failures'], what: 'How many proofings failed in a minute; of nobody.', period: 'failures', after: 'that', guard: 'They count for 24 hours (PROOF-11).',
  },
  'failed-sign-ins': {
    tables: ['login_failures'], what: 'How many sign-ins failed in a minute; of nobody.', period: 'loginFailures', after: 'that', guard: 'The usual rate is that of seven days (L-15).',
  },
  alarms: {
    tables: ['alarms'], what: 'An alarm that ended; of nobody.', period: 'events', after: 'that',
    guard: 'One that stands stays. The database itself refuses to let go of alarms that ended less than two years ago.',
  },
  'officer-links': { tables: ['officer_links'], what: 'A link that begins an officer’s session.', period: 'over', after: 'it was made', guard: 'It is good for 15 minutes; that it was made and used stands in the institution’s chain.' },
  'officer-sessions': { tables: ['officer_sessions'], what: 'An officer’s session.', period: 'over', after: 'it was ended or last used', guard: 'None is open for more than eight hours. Its events stay in the institution’s chain.' },
} as const satisfies Record<string, Rule>

export type RetentionName = keyof typeof retentionRules
export const retentionNames = Object.keys(retentionRules) as readonly RetentionName[]

export function periodOf(name: RetentionName, { retention }: Policy): Duration {
  return retention[retentionRules[name].period]
}

/** What no time deletes, by table, and why. */
export const keptTables: Readonly<Record<string, string>> = {
  people: 'The register, as the institution gives it; an import changes it.',
  aliases: 'The same.',
  register_imports: 'How far imports came; nothing of a person.',
  register_statistics: 'Counts over all people.',
  register_priors: 'The same: how often employers, provinces and banks are true.',
  accounts: 'The key, as long as the person has it; until `clave person erase`.',
  contacts: 'As long as they are the contacts; then they are former contacts.',
  personal_answers: 'As long as there is the key; hashes only.',
  personal_figures: 'The same.',
  bank_accounts: 'The account for payments, until another takes its place.',
  certificates: 'A certificate confirms itself by its code, so it stays; until `clave person erase`.',
  person_streams: 'The end of each chain, where it goes on after its years, and how often the person was erased.',
  login_attempts: 'Wrong keys since the last success bind until there is one (LOGIN-1, LOGIN-5), for unknown numbers too, or the two could be told apart (LOGIN-4).',
  proofing_attempts: 'Failures bind until a success or a reopening (PROOF-2), for unknown numbers too.',
  password_sketch: 'Counts of hashed passwords, of nobody (PASS-4).',
  recurring_work: 'When this was done last, and how much.',
  site_notice: 'What the operator tells everybody, until it is taken away; nothing of a person.',
  odds_report: 'How strong the questions are for all people together, as computed last; counts and sums, of nobody.',
  migrations: 'Which migrations the database has.',
}
