/**
 * Which numbers of the policy a file may change, in which range, and what must hold between them. One entry for each number of
 * src/domain/policy.ts: a new one there does not compile until it stands here. docs/configuration.md is generated from here too.
 */
import type { Policy } from '../domain/policy.ts'
import { leavesDecks } from '../domain/question-kinds.ts'
import { day, hour, minute, second } from '../domain/types.ts'
import { count, duration, durations, kindNames, pattern, timeZone, type PolicyReader } from './policy-readers.ts'

export interface PolicyEntry<T> {
  readonly reader: PolicyReader<T>
  /** The rule of docs/rules.md it belongs to, or a word for what has none. */
  readonly rule: string
  readonly about: string
}

type Entries<Group> = { readonly [Name in keyof Group]: PolicyEntry<Group[Name]> }
type Group<T> = T extends RegExp | readonly unknown[] ? never : T extends object ? T : never
export type PolicyCatalogue = { readonly [Name in keyof Policy]: [Group<Policy[Name]>] extends [never] ? PolicyEntry<Policy[Name]> : Entries<Policy[Name]> }

const entry = <T>(rule: string, reader: PolicyReader<T>, about: string): PolicyEntry<T> => ({ rule, reader, about })

export const policyCatalogue: PolicyCatalogue = {
  timeZone: entry('all', timeZone, 'Days begin at midnight of this zone.'),
  identifier: {
    foreignerCode: entry('ID-1', pattern, 'How the code of a foreigner is written, without spaces and hyphens, in upper case.'),
  },
  proofing: {
    perDay: entry('PROOF-2', count(1, 10), 'Attempts a calendar day.'),
    inAll: entry('PROOF-2', count(1, 9), 'Attempts in all since the last success; the strength of a deck (PROOF-5) is computed for nine.'),
    decks: entry('PROOF-4', count(1, 3), 'Different decks of questions for one person.'),
    reopenedTo: entry('PROOF-9', count(1, 3), 'Attempts after a closed process was opened again.'),
    reopeningsPerYear: entry('PROOF-9', count(0, 2), 'How often in 365 days a closed process opens by a code.'),
    probation: entry('PROOF-10', duration(1 * day, 30 * day), 'How long a key made with questions alone stays on probation.'),
    failuresPerDay: entry('PROOF-11', count(100, 1_000_000), 'Failed proofings of all people in 24 hours above which new ones need a registered contact or an office first. At 24 bits 40,000 let a stranger in once a year at most.'),
  },
  questions: {
    perMillion: entry('PROOF-5', count(1, 10), 'The odds at most that the attempts of PROOF-2 pass, in a million, for each person.'),
    most: entry('PROOF-5', count(3, 6), 'Questions a deck may have beside the birth date.'),
    amountTolerance: entry('PROOF-8', count(0, 99), 'Cents an amount may be off. More is kinder and makes guessing easier; what the register says must be computed anew (`clave register strength`).'),
    off: entry('PROOF-5', kindNames, 'Kinds of question that are not asked.'),
  },
  bank: {
    questions: entry('BANK-1', count(3, 6), 'Personal questions to choose.'),
    shortestAnswer: entry('BANK-1', count(3, 10), 'Letters an answer must have.'),
    peoplePerContact: entry('PROOF-12', count(1, 10), 'People that one mail address or telephone serves.'),
    flagWithin: entry('PROOF-12', duration(1 * hour, 30 * day), 'A second person with the same contact within this time raises a flag.'),
  },
  link: {
    lifetime: entry('LINK-1', duration(5 * minute, 60 * minute), 'How long a mailed link and its code are good.'),
    codeTries: entry('LINK-3', count(1, 10), 'Tries at the typed code.'),
    perPersonAndHour: entry('LINK-4', count(1, 20), 'Mails a person may cause in an hour.'),
    perAddressAndDay: entry('LINK-4', count(1, 100), 'Mails one address gets in a day.'),
  },
  password: {
    shortest: entry('PASS-1', count(15, 64), 'Characters of a password that is the only factor.'),
    longest: entry('PASS-1', count(64, 1024), 'Characters a password may have.'),
    sharedBy: entry('PASS-4', count(1, 100), 'Accounts that may have the same password.'),
    sharedByInMillion: entry('PASS-4', count(1, 10), 'The same as a share: so many in a million of the people, if that is more.'),
  },
  login: {
    inARow: entry('LOGIN-1', count(3, 10), 'Wrong keys in a row that block the key for strangers.'),
    waits: entry('LOGIN-3', durations(1 * minute), 'The wait before the first, second … try of a stranger.'),
    ceiling: entry('LOGIN-5', count(5, 100), 'Wrong keys since the last success that disable the key.'),
    hashesWaiting: entry('LOGIN-6', count(1, 1_000), 'Sign-ins that wait for their turn before the rest is told to come back.'),
    unlockedLane: entry('UNLOCK-1', duration(5 * minute, 60 * minute), 'How long a browser that unlocked the key has a lane of its own, unless it signs in.'),
  },
  session: {
    idle: entry('SESSION-1', duration(2 * minute, 60 * minute), 'A session ends after this long without a page.'),
    absolute: entry('SESSION-1', duration(1 * hour, 24 * hour), 'A session ends after this long in any case.'),
    warning: entry('SESSION-1', duration(20 * second, 10 * minute), 'How long before its end the person is warned.'),
    freshKey: entry('SESSION-1', duration(0, 15 * minute), 'How long a key that was typed need not be asked again before something that matters.'),
    keyTries: entry('SESSION-1', count(1, 10), 'Wrong keys one open session may try; the last one ends it.'),
  },
  journey: {
    idle: entry('journeys', duration(10 * minute, 4 * hour), 'An untouched journey stays open this long in its browser.'),
    absolute: entry('journeys', duration(1 * hour, 24 * hour), 'A journey stays open at most this long.'),
  },
  notice: {
    repudiation: entry('NOTICE-1', duration(1 * day, 30 * day), 'How long the link “No fui yo” is good.'),
    textsPerDay: entry('NOTICE-1', count(1, 100), 'Text messages one person is sent in 24 hours, beside those about blocks; mails go out in any case.'),
    blockTextsPerDay: entry('NOTICE-1', count(0, 10), 'Text messages about blocks that one person is sent in 24 hours; strangers can cause them.'),
  },
  certificate: {
    perDay: entry('certificates', count(1, 100), 'Certificates one person may have made in 24 hours.'),
  },
  robot: {
    ripening: entry('robot check', duration(0, 1 * minute), 'How long a browser without scripts waits.'),
    unripePerNetwork: entry('robot check', count(1, 1_000), 'Waiting tickets of one network.'),
    ticketsPerNetworkAndHour: entry('robot check', count(1, 100_000), 'Tickets of one network in an hour.'),
    challengeLifetime: entry('robot check', duration(1 * minute, 60 * minute), 'How long a proof of work may take.'),
  },
  watch: {
    neighbours: entry('L-15', count(10, 100), 'Different numbers out of 100 in a row, tried within an hour, that raise an alarm.'),
    employerPeople: entry('L-15', count(10, 100_000), 'People of one employer who are shown questions within an hour, that raise an alarm.'),
    loginTimes: entry('L-15', count(2, 100), 'Failed sign-ins of a minute raise an alarm at so many times the usual rate.'),
    loginFloor: entry('L-15', count(10, 1_000_000), 'Fewer failed sign-ins in a minute raise no alarm, however quiet it is otherwise.'),
  },
  // The least of each is what a limit still counts by, or a journey, a session or a cookie may last: none is cut short by deleting.
  retention: {
    journeys: entry('retention', duration(24 * hour, 7 * day), 'How long an unfinished journey, or a change that waits for its codes, is kept.'),
    robots: entry('retention', duration(2 * hour, 7 * day), 'How long used challenges and tickets of the robot check are kept.'),
    over: entry('retention', duration(2 * day, 90 * day), 'How long links, mails, sessions and requests are kept when they are over.'),
    decks: entry('retention', duration(2 * day, 90 * day), 'How long decks are kept that no counted attempt stands behind.'),
    formerContacts: entry('retention', duration(30 * day, 1_825 * day), 'How long a contact that was given up can be read.'),
    browsers: entry('retention', duration(365 * day, 730 * day), 'How long a browser is remembered in which nobody signed in any more; its cookie lives 365 days.'),
    reopenings: entry('retention', duration(366 * day, 1_825 * day), 'How long it is kept that a closed process was opened again; they count for 365 days.'),
    places: entry('retention', duration(365 * day, 1_826 * day), 'How long the place in an event can be read.'),
    events: entry('retention', duration(731 * day, 3_653 * day), 'How long an event stands in its chain; an ended alarm stays as long.'),
    tries: entry('retention', duration(1 * hour, 24 * hour), 'How long hashes of tried numbers are kept for the watch, which looks back one hour.'),
    failures: entry('retention', duration(25 * hour, 30 * day), 'How long counts of failed proofings are kept, which count for 24 hours.'),
    loginFailures: entry('retention', duration(8 * day, 30 * day), 'How long counts of failed sign-ins are kept, of which the usual rate of seven days is made.'),
  },
}

/** What must hold between numbers, as a sentence and a test of it. */
export const policyChecks: readonly { readonly sentence: string; readonly holds: (policy: Policy) => boolean }[] = [
  { sentence: 'proofing.perDay is at most proofing.inAll.', holds: ({ proofing }) => proofing.perDay <= proofing.inAll },
  { sentence: 'questions.off leaves two typed kinds of question and two kinds of record (PROOF-5).', holds: ({ questions }) => leavesDecks(questions.off) },
  { sentence: 'login.waits has one wait for each of login.inARow.', holds: ({ login }) => login.waits.length === login.inARow },
  { sentence: 'login.waits never get shorter.', holds: ({ login }) => login.waits.every((wait, index) => wait >= (login.waits[index - 1] ?? 0)) },
  { sentence: 'login.inARow is at most login.ceiling.', holds: ({ login }) => login.inARow <= login.ceiling },
  { sentence: 'session.warning is shorter than session.idle.', holds: ({ session }) => session.warning < session.idle },
  { sentence: 'session.idle is shorter than session.absolute.', holds: ({ session }) => session.idle < session.absolute },
  { sentence: 'journey.idle is shorter than journey.absolute.', holds: ({ journey }) => journey.idle < journey.absolute },
  { sentence: 'link.lifetime is at most journey.idle, or the journey would end before its link.', holds: ({ link, journey }) => link.lifetime <= journey.idle },
  { sentence: 'password.shortest is at most password.longest.', holds: ({ password }) => password.shortest <= password.longest },
  { sentence: 'robot.unripePerNetwork is at most robot.ticketsPerNetworkAndHour.', holds: ({ robot }) => robot.unripePerNetwork <= robot.ticketsPerNetworkAndHour },
  { sentence: 'retention.places is at most retention.events.', holds: ({ retention }) => retention.places <= retention.events },
  { sentence: 'identifier.foreignerCode does not match a cédula, or one number would be two persons (ID-2).', holds: ({ identifier }) => !identifier.foreignerCode.test('1710034065') },
]
