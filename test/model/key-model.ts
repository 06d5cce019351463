/**
 * The life of a key in plain values: what docs/rules.md says a person's counters, key, sessions, lanes, links, mails and events are. No
 * database, no secrets, nothing at the same time. A link is a number here, a session too, and a browser's lane is a word.
 */
import { day, hour, minute, second } from '../../src/domain/types.ts'
import { untouched, type Person as Lanes, type Rules as LaneRules } from './login-model.ts'
import { claim, fresh, type Counts } from './proofing-model.ts'

/** The numbers of docs/rules.md, once more: the policy of the program may not be its own judge. */
export const rules = {
  perDay: 3, inAll: 9, reopenedTo: 3, reopenings: 2, year: 365 * day, probation: 72 * hour, linkLife: 15 * minute, codeTries: 5, mailsPerHour: 5,
  mailsPerDay: 20, notMe: 240 * hour, idle: 15 * minute, atMost: 12 * hour, keyTries: 5, journeyIdle: 30 * minute,
} as const

export const laneRules: LaneRules = { inARow: 5, ceiling: 20, waits: [0, second, 2 * second, 4 * second, 8 * second], unlockedLane: 15 * minute }

export type Who = 'ana' | 'beto' | 'nadie'
export type Browser = 'home' | 'cafe'
export type Bank = 'first' | 'other'
export type Place = 'email' | 'second-email'

export interface Account {
  state: 'active' | 'frozen'
  password: string
  /** When it was made, recovered or changed last. */
  keyAt: number
  probationUntil: number
  email: string
  second: string | null
  /** Which of the sets of personal questions and figures is good. */
  bank: Bank
  /** The version of the terms that were accepted. */
  terms: number
  former: { email: string; at: number }[]
}

export interface Session { id: number; lane: string | null; started: number; seen: number; ended: boolean; wrong: number }

export interface Link { id: number; kind: string; journey: number | null; created: number; life: number; expires: number | null; tries: number; used: boolean; replaced: boolean }

export interface Mail { kind: string; to: string; link: number | null; created: number; is: 'waiting' | 'sent' | 'given-up' }

/** A mail about a block that somebody asked for, or the block itself. */
export interface Request { asked: number; because: 'asked' | 'blocked' }

/** What the browser at which somebody makes or recovers a key has done so far. */
export interface Journey { id: number; begun: number; seen: number; made: string[]; provenAt: number; recovery: boolean; vouchedBy: 'questions' | 'contact' | null; mailTo: 0 | 1; terms: number }

export interface Person {
  who: Who
  /** The address they give. */
  address: string
  known: boolean
  /** PROOF-6. */
  askable: boolean
  /** Verified addresses of the register. */
  onRegister: string[]
  account: Account | null
  proofing: (Counts & { bankOpen: boolean }) | null
  reopenings: number[]
  login: Lanes
  sessions: Session[]
  links: Link[]
  mails: Mail[]
  requests: Request[]
  /** Lanes whose last try is claimed, and neither compared nor told of yet: since when. */
  untold: Record<string, number>
  /** When requests became mail (LINK-4). */
  answered: number[]
  events: string[]
  change: { session: number; place: Place; email: string; current: number; fresh: number } | null
  // What the person has at hand.
  journey: Journey | null
  unlocking: { begun: number; seen: number; tries: number; done: boolean } | null
  /** The newest mailed link of each kind that arrived. */
  inbox: Record<string, number>
  cookies: Record<Browser, string | null>
  signedIn: Record<Browser, number | null>
}

export interface State { now: number; next: number; terms: number; people: Record<Who, Person> }

export function newPerson({ who, address, known, askable, onRegister }: Pick<Person, 'who' | 'address' | 'known' | 'askable' | 'onRegister'>): Person {
  return {
    who, address, known, askable, onRegister, account: null, proofing: null, reopenings: [], login: untouched, sessions: [], links: [], mails: [], requests: [], untold: {}, answered: [],
    events: [], change: null, journey: null, unlocking: null, inbox: {}, cookies: { home: null, cafe: null }, signedIn: { home: null, cafe: null },
  }
}

/** Guayaquil is five hours behind, all year. */
export const localDay = (at: number): number => Math.floor((at - 5 * hour) / day)

export const isGood = (link: Link | undefined, now: number): link is Link => !!link && !link.used && !link.replaced && link.expires !== null && now <= link.expires

export const linkOf = (p: Person, id: number | null | undefined): Link | undefined => p.links.find((each) => each.id === id)

export const newestLink = (p: Person, kind: string, journey?: number): Link | undefined =>
  p.links.findLast((each) => each.kind === kind && (journey === undefined || each.journey === journey))

export const isAlive = (p: Person, session: Session | undefined, now: number): session is Session =>
  isUnended(session, now) && p.account?.state === 'active'

const isUnended = (session: Session | undefined, now: number): session is Session =>
  !!session && !session.ended && session.seen > now - rules.idle && session.started > now - rules.atMost

export const sessionAt = (p: Person, browser: Browser): Session | undefined => p.sessions.find((each) => each.id === p.signedIn[browser])

export const isOpen = (journey: { begun: number; seen: number } | null, now: number): boolean =>
  journey !== null && journey.seen > now - rules.journeyIdle && journey.begun > now - rules.atMost

/** PROOF-1, 2, BANK-3: decks and rounds of personal questions spend one count; each may be open by itself. */
export function spend(p: Person, now: number, what: 'deck' | 'bank'): NonNullable<Person['proofing']> | 'closed' | 'closed-today' {
  const before = p.proofing ?? { ...fresh, day: localDay(now), bankOpen: false }
  const spent = claim({ ...before, open: null }, localDay(now), rules)
  if (!spent) return before.usedInAll >= rules.inAll ? 'closed' : 'closed-today'
  if (what === 'deck') return { ...spent, bankOpen: before.bankOpen }
  return { ...before, day: spent.day, usedToday: spent.usedToday, usedInAll: spent.usedInAll, bankOpen: true }
}

/** The addresses of the key itself, by their rank. */
export const ofKey = ({ account }: Person): string[] => (account ? [account.email, ...(account.second === null ? [] : [account.second])] : [])

/** NOTICE-1: every verified contact. First the one given here, then those of the register, unless given up here. */
export function onFile(p: Person): string[] {
  const gone = p.account?.former.map(({ email }) => email) ?? []
  return [...new Set([...ofKey(p), ...p.onRegister.filter((each) => !gone.includes(each))])]
}

/** The old ones too, as long as a «No fui yo» is good. */
export function everyContact(p: Person, now: number, more: string[] = []): string[] {
  const former = p.account?.former.filter(({ at }) => at > now - rules.notMe).map(({ email }) => email) ?? []
  return [...new Set([...onFile(p), ...former, ...more])]
}

export function addLink(s: State, p: Person, kind: string, life: number, journey: number | null = null): Link {
  const link: Link = { id: s.next++, kind, journey, created: s.now, life, expires: null, tries: rules.codeTries, used: false, replaced: false }
  p.links.push(link)
  return link
}

/** LINK-3: only the newest of its kind. */
export function replace(p: Person, ...kinds: string[]): void {
  for (const link of p.links) if (kinds.includes(link.kind) && !link.used) link.replaced = true
}

export function addMail(s: State, p: Person, kind: string, to: string, link: Link | null): void {
  p.mails.push({ kind, to, link: link?.id ?? null, created: s.now, is: 'waiting' })
}

/** A notice to each, with a «No fui yo» of its own; how many. */
export function tell(s: State, p: Person, kind: string, addresses: string[]): number {
  for (const to of addresses) addMail(s, p, kind, to, addLink(s, p, 'repudiate', rules.notMe))
  return addresses.length
}

export function endSessions(p: Person, but: number | null = null): number {
  const open = p.sessions.filter((each) => !each.ended && each.id !== but)
  for (const session of open) session.ended = true
  return open.length
}

/** Mails of journeys, which LINK-4 counts. */
const counted = ['confirm-address', 'recover', 'vouch', 'change-current', 'change-new']
export const mailsLately = (s: State, p: Person, within: number, kinds: readonly string[] = counted, to?: string): number =>
  p.mails.filter((mail) => kinds.includes(mail.kind) && mail.created > s.now - within && (to === undefined || mail.to === to)).length

/** What a comparison with the real thing looks at. */
export function viewOf(s: State, p: Person): object {
  const { account, proofing, login } = p
  const lanes = Object.values(login.browsers).filter(({ until }) => until === 'for good' || (until !== 'ended' && until > s.now))
  const kinds = [...new Set(p.mails.map(({ kind }) => kind))].sort()
  return {
    account: account && [account.state, account.password, account.probationUntil, account.email, account.second, account.terms],
    proofing: proofing && [proofing.day, proofing.usedToday, proofing.usedInAll, proofing.open !== null, proofing.bankOpen],
    reopenings: p.reopenings.length,
    strangers: [login.strangers.inARow, login.run],
    lanes: lanes.map(({ inARow, until }) => `${until} ${inARow}`).sort(),
    sessions: p.sessions.filter((each) => isUnended(each, s.now)).map(({ wrong }) => wrong).sort(),
    signedIn: (['home', 'cafe'] as const).map((browser) => isUnended(sessionAt(p, browser), s.now)),
    links: p.links.filter((link) => !link.used && !link.replaced && (link.expires ?? s.now) >= s.now).map(({ kind, tries, expires }) => `${kind} ${tries} ${expires}`).sort(),
    mails: kinds.map((kind) => `${kind} ${p.mails.filter((mail) => mail.kind === kind).length}`),
    waiting: p.mails.filter((mail) => mail.is === 'waiting').map(({ kind }) => kind).sort(),
    requests: p.requests.length,
    untold: Object.keys(p.untold).length,
    journey: p.journey && isOpen(p.journey, s.now) ? [...p.journey.made].sort() : null,
    unlocking: p.unlocking && isOpen(p.unlocking, s.now) ? [p.unlocking.tries, p.unlocking.done] : null,
    events: p.events,
  }
}
