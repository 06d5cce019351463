/**
 * Every number of the rules, with the rule it belongs to (docs/rules.md). Numbers are configuration; meanings are not.
 * Loaded and checked once by src/config/policy-file.ts.
 */
import type { QuestionKindName } from './question-kinds.ts'
import { day, hour, minute, second, type Duration } from './types.ts'

export interface Policy {
  /** All calendar rules count days in this zone. */
  readonly timeZone: string
  readonly identifier: {
    /** ID-1: how the institution writes the code of a foreigner, after spaces and hyphens are removed, upper case. */
    readonly foreignerCode: RegExp
  }
  readonly proofing: {
    /** PROOF-2 */
    readonly perDay: number
    readonly inAll: number
    /** PROOF-4 */
    readonly decks: number
    /** PROOF-9 */
    readonly reopenedTo: number
    readonly reopeningsPerYear: number
    /** PROOF-10 */
    readonly probation: Duration
    /** PROOF-11 */
    readonly failuresPerDay: number
  }
  readonly questions: {
    /** PROOF-5: the odds that the tries of PROOF-2 pass, in a million; 10 is the rule, less is stricter. */
    readonly perMillion: number
    /** Questions a deck may have. */
    readonly most: number
    /** PROOF-8: cents an amount may be off. */
    readonly amountTolerance: number
    /** Kinds that are not asked. */
    readonly off: readonly QuestionKindName[]
  }
  readonly bank: {
    /** BANK-1 */
    readonly questions: number
    readonly shortestAnswer: number
    /** PROOF-12 */
    readonly peoplePerContact: number
    readonly flagWithin: Duration
  }
  readonly link: {
    /** LINK-1 */
    readonly lifetime: Duration
    /** LINK-3 */
    readonly codeTries: number
    /** LINK-4 */
    readonly perPersonAndHour: number
    readonly perAddressAndDay: number
  }
  readonly password: {
    /** PASS-1, in code points */
    readonly shortest: number
    readonly longest: number
    /** PASS-4: accounts that may have one password: this many, or so many in a million of the people if that is more */
    readonly sharedBy: number
    readonly sharedByInMillion: number
  }
  readonly login: {
    /** LOGIN-1 */
    readonly inARow: number
    /** LOGIN-3: the wait before the first, second … try of strangers */
    readonly waits: readonly Duration[]
    /** LOGIN-5 */
    readonly ceiling: number
    /** LOGIN-6 */
    readonly hashesWaiting: number
    /** UNLOCK-1: the lane of its own that a browser has after unlocking */
    readonly unlockedLane: Duration
  }
  readonly session: {
    /** SESSION-1 */
    readonly idle: Duration
    readonly absolute: Duration
    readonly warning: Duration
    /** S-02: how long a key that was typed need not be asked again before something that matters. */
    readonly freshKey: Duration
    /** W-09: wrong keys one session may try; the last one ends it. */
    readonly keyTries: number
  }
  /** How long an untouched journey stays open in the browser that began it, and at most. */
  readonly journey: { readonly idle: Duration; readonly absolute: Duration }
  readonly notice: {
    /** NOTICE-1 */
    readonly repudiation: Duration
    /** Texts one person is sent in 24 hours, those about blocks apart: strangers cause them (docs/decisions/070-text-messages.md). */
    readonly textsPerDay: number
    readonly blockTextsPerDay: number
  }
  /** Certificates one person may have made in 24 hours. */
  readonly certificate: { readonly perDay: number }
  readonly robot: {
    /** The way without scripts: how long a ticket ripens and how many one network may hold. */
    readonly ripening: Duration
    readonly unripePerNetwork: number
    readonly ticketsPerNetworkAndHour: number
    /** How long a proof-of-work challenge stays good. */
    readonly challengeLifetime: Duration
  }
  /** L-15: when the watch raises an alarm (docs/alarms.md). */
  readonly watch: {
    /** Different numbers of a block of 100 in a row, tried within an hour. */
    readonly neighbours: number
    /** People of one employer who are shown questions within an hour. */
    readonly employerPeople: number
    /** Failed sign-ins of a minute: so many times the usual, and so many at least. */
    readonly loginTimes: number
    readonly loginFloor: number
  }
  /** D-04, A-08: how long what is over stays; src/domain/retention.ts says of which table, and since when. */
  readonly retention: {
    readonly journeys: Duration
    readonly robots: Duration
    readonly over: Duration
    readonly decks: Duration
    readonly formerContacts: Duration
    readonly browsers: Duration
    readonly reopenings: Duration
    readonly places: Duration
    readonly events: Duration
    readonly tries: Duration
    readonly failures: Duration
    readonly loginFailures: Duration
  }
}

export const defaultPolicy: Policy = {
  timeZone: 'America/Guayaquil',
  identifier: { foreignerCode: /^EX\d{7}$/ },
  proofing: { perDay: 3, inAll: 9, decks: 3, reopenedTo: 3, reopeningsPerYear: 2, probation: 72 * hour, failuresPerDay: 40_000 },
  questions: { perMillion: 10, most: 6, amountTolerance: 5, off: [] },
  bank: { questions: 3, shortestAnswer: 4, peoplePerContact: 3, flagWithin: 24 * hour },
  link: { lifetime: 15 * minute, codeTries: 5, perPersonAndHour: 5, perAddressAndDay: 20 },
  password: { shortest: 15, longest: 256, sharedBy: 3, sharedByInMillion: 2 },
  login: { inARow: 5, waits: [0, 1 * second, 2 * second, 4 * second, 8 * second], ceiling: 20, hashesWaiting: 64, unlockedLane: 15 * minute },
  session: { idle: 15 * minute, absolute: 12 * hour, warning: 2 * minute, freshKey: 5 * minute, keyTries: 5 },
  journey: { idle: 30 * minute, absolute: 12 * hour },
  notice: { repudiation: 10 * day, textsPerDay: 10, blockTextsPerDay: 2 },
  certificate: { perDay: 10 },
  robot: { ripening: 10 * second, unripePerNetwork: 5, ticketsPerNetworkAndHour: 30, challengeLifetime: 10 * minute },
  watch: { neighbours: 20, employerPeople: 50, loginTimes: 5, loginFloor: 100 },
  retention: {
    journeys: 24 * hour, robots: 24 * hour, over: 7 * day, decks: 30 * day, formerContacts: 365 * day, browsers: 365 * day, reopenings: 366 * day,
    places: 365 * day, events: (5 * 365 + 1) * day,
    tries: 1 * hour, failures: 2 * day, loginFailures: 8 * day,
  },
}
