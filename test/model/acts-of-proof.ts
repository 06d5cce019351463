/** Journey 1 in commands: the number, the deck, the personal questions, the mail, the key (PROOF, BANK, LINK). */
import { askForMail, confirmingMail, useCode, useLink } from '../../src/app/confirm-address.ts'
import { identify } from '../../src/app/identify.ts'
import { acceptTerms, issueKey } from '../../src/app/issue-key.ts'
import { answerOwnQuestions, openRound, showOwnQuestions } from '../../src/app/own-questions.ts'
import { chooseFigure, findFigureAgain, keepAnswers, keepContacts } from '../../src/app/personal-bank.ts'
import { answerDeck, openDeck, showDeck } from '../../src/app/proofing.ts'
import { mailTo } from '../../src/app/recovery-ways.ts'
import type { Identifier } from '../../src/domain/person.ts'
import { hour, day } from '../../src/domain/types.ts'
import { truths } from '../questions/people.ts'
import { bankAnswers } from '../support/recovery.ts'
import { event, nothing, origin, type Act, type Plan } from './key-acts.ts'
import {
  addLink, addMail, endSessions, everyContact, isGood, isOpen, linkOf, mailsLately, newestLink, onFile, replace, rules, spend, tell, type Bank, type Journey, type Person, type State, type Who,
} from './key-model.ts'
import type { KeyWorld } from './key-world.ts'
import { refund, take } from './proofing-model.ts'
import { untouched } from './login-model.ts'

export const made = (p: Person, milestone: string): boolean => p.journey!.made.includes(milestone)
export const at = (p: Person, s: State, ...needs: readonly string[]): boolean => isOpen(p.journey, s.now) && needs.every((each) => made(p, each))
export const make = (p: Person, ...milestones: readonly string[]): void => void (p.journey!.made = [...new Set([...p.journey!.made, ...milestones])])
const undo = (p: Person, ...milestones: readonly string[]): void => void (p.journey!.made = p.journey!.made.filter((each) => !milestones.includes(each)))
/** Which mail of the journey is the one of step 4. */
const mailOf = ({ recovery }: Journey): string => (recovery ? 'recover' : 'confirm-address')

/** ID-2: whichever number is typed, it is one person. */
export const numberOf = ({ record, alias }: KeyWorld['players'][Who], byAlias: boolean): Identifier => (byAlias ? alias : record.id)

export const begin = (who: Who, byAlias = false): Act => ({
  who, says: `${who} gives ${byAlias ? 'another of their numbers' : 'the number'}`,
  may: () => true,
  plan: () => ({
    answer: 'started', steps: [],
    received: (s, p) => void (p.journey = { id: s.next++, begun: s.now, seen: s.now, made: [], provenAt: 0, recovery: false, vouchedBy: null, mailTo: 0, terms: 0 }),
  }),
  async run(world, s) {
    const me = world.players[who]
    const started = await identify(world.deps(), numberOf(me, byAlias), { solved: true, challenge: world.challenge(), expiresAt: s.now + hour }, 'es', origin)
    if (started.is === 'started') me.journey = started.journeyId
    return started.is
  },
})

export const show = (who: Who): Act => ({
  who, page: 'journey', says: `${who} asks for a deck`,
  may: (s, p) => at(p, s) && !made(p, 'proven'),
  plan(s, p) {
    if (!p.proofing && !p.askable) return { answer: 'not-askable', steps: [event('proofing.refused')] }
    if (p.proofing?.open) return nothing('open')
    const spent = spend(p, s.now, 'deck')
    if (typeof spent === 'string') return { answer: spent, steps: [event('proofing.refused')] }
    return { answer: 'open', steps: [(s, p) => (p.proofing = spent, event('proofing.deck-shown')(s, p))] }
  },
  run: async (world) => (await showDeck(world.deps(), (await world.journeyOf(who))!, origin)).is,
})

export const answer = (who: Who, right: boolean): Act => ({
  who, page: 'journey', says: `${who} answers the deck ${right ? 'rightly' : 'wrongly'}`,
  may: (s, p) => at(p, s) && !made(p, 'proven') && !!p.proofing?.open,
  plan(_s, p) {
    const passes = right && p.known && p.account?.state !== 'frozen'
    const attempt = p.proofing!.open!
    const verdict = (s: State, p: Person): void => {
      event(passes ? 'proofing.passed' : 'proofing.failed')(s, p)
      if (!passes) return
      p.proofing = { ...p.proofing!, ...refund(p.proofing!, attempt) }
      p.journey = { ...p.journey!, provenAt: s.now, recovery: p.account !== null, terms: s.terms }
      make(p, 'proven', ...(p.account?.terms === s.terms ? ['terms'] : []))
    }
    return { answer: passes ? 'passed' : 'failed', steps: [(_s, p) => void (p.proofing = { ...p.proofing!, ...take(p.proofing!, attempt)! }), verdict], claimed: 'deck' }
  },
  async run(world) {
    const journey = (await world.journeyOf(who))!
    const open = await openDeck(world.deps(), journey)
    if (!open) return 'no deck'
    const { record } = world.players[who]
    const truth = right && who !== 'nadie' ? truths(open.deck, record) : {}
    const answers = Object.fromEntries(open.deck.questions.map(({ id }) => [id, truth[id] ?? 'xyz']))
    return (await answerDeck(world.deps(), journey, { attempt: open.attempt, birthDate: right ? record.birthDate : '1930-01-02', answers }, origin)).is
  },
})

const personal = [
  { question: 'first-teacher', answer: 'Señora Ibarra' }, { question: 'first-boss', answer: 'don Ramiro' }, { question: 'neighbour', answer: 'los Cevallos' },
]

export const banks: Readonly<Record<Bank, { readonly answers: Readonly<Record<string, string>>; readonly figure: string }>> = {
  first: { answers: bankAnswers, figure: 'sol' },
  other: { answers: { 'first-teacher': 'Rosario Mora', 'first-boss': 'ingeniero Salas', neighbour: 'los Tipanluisa' }, figure: 'luna' },
}

const vouch = (p: Person, by: 'questions' | 'contact'): void => {
  if (by === 'questions' || !made(p, 'vouched')) p.journey!.vouchedBy = by
  make(p, 'vouched')
}

export const fillBank = (who: Who): Act => ({
  who, page: 'journey', says: `${who} gives contacts, questions and figure`,
  may: (s, p) => at(p, s, 'proven') && !p.journey!.recovery && !made(p, 'figureHash'),
  plan: () => ({
    answer: 'found',
    steps: [
      (_s, p) => (replace(p, 'confirm-address'), make(p, 'contacts'), undo(p, 'confirmed', 'terms')),
      (_s, p) => make(p, 'answers'), (_s, p) => (make(p, 'figure'), undo(p, 'figureHash')), (_s, p) => make(p, 'figureHash'),
    ],
  }),
  async run(world) {
    const { email, phone } = world.players[who]
    const deps = world.deps()
    await keepContacts(deps, (await world.journeyOf(who))!, { email, phone: { value: phone, kind: 'mobile' } })
    await keepAnswers(deps, (await world.journeyOf(who))!, personal)
    await chooseFigure(deps, (await world.journeyOf(who))!, 'sol')
    return findFigureAgain(deps, (await world.journeyOf(who))!, 'sol')
  },
})

export const showBank = (who: Who): Act => ({
  who, page: 'journey', says: `${who} asks for their own questions`,
  may: (s, p) => at(p, s, 'proven') && p.journey!.recovery && !made(p, 'vouched'),
  plan(s, p) {
    if (!p.proofing) return nothing('stale')
    if (p.proofing.bankOpen) return nothing('open')
    const spent = spend(p, s.now, 'bank')
    if (typeof spent === 'string') return { answer: spent, steps: [event('proofing.refused')] }
    return { answer: 'open', steps: [(s, p) => (p.proofing = spent, event('bank.attempt')(s, p))] }
  },
  run: async (world) => (await showOwnQuestions(world.deps(), (await world.journeyOf(who))!, origin)).is,
})

export const answerBank = (who: Who, right: boolean): Act => ({
  who, page: 'journey', says: `${who} answers their own questions ${right ? 'rightly' : 'wrongly'}`,
  may: (s, p) => at(p, s, 'proven') && p.journey!.recovery && !made(p, 'vouched') && !!p.proofing?.bankOpen,
  plan: () => ({
    answer: right ? 'right' : 'wrong', claimed: 'hash',
    steps: [(_s, p) => void (p.proofing = { ...p.proofing!, bankOpen: false }), (s, p) => (event(right ? 'bank.passed' : 'bank.failed')(s, p), right && vouch(p, 'questions'))],
  }),
  async run(world, s) {
    const journey = (await world.journeyOf(who))!
    const round = await openRound(world.deps(), journey)
    if (!round) return 'no round'
    // A wrong answer is one of the questions and figure that are not, or no longer, the person's.
    const { answers, figure } = banks[right === (s.people[who].account?.bank !== 'other') ? 'first' : 'other']
    return answerOwnQuestions(world.deps(), journey, { round: round.round, answers, figure }, origin)
  },
})

/** `vouching`: the one to the second address, in place of questions and figure (X-02). */
export const askMail = (who: Who, vouching = false): Act => ({
  who, page: 'journey', says: `${who} asks for the mail ${vouching ? 'to the second address' : 'of the journey'}`,
  may: (s, p) => mayMail(s, p, vouching),
  plan(s, p) {
    const kind = vouching ? 'vouch' : mailOf(p.journey!)
    const to = p.journey!.recovery ? onFile(p)[vouching ? 1 : p.journey!.mailTo] : p.address
    if (to === undefined) return nothing('no-address')
    if (mailsLately(s, p, hour) >= rules.mailsPerHour) return nothing('too-many-for-person')
    if (mailsLately(s, p, day, undefined, to) >= rules.mailsPerDay) return nothing('too-many-for-address')
    return {
      answer: 'queued',
      steps: [(s, p) => {
        replace(p, kind)
        addMail(s, p, kind, to, addLink(s, p, kind, rules.linkLife, p.journey!.id))
        event('link.issued', kind)(s, p)
      }],
    }
  },
  async run(world) {
    const journey = (await world.journeyOf(who))!
    return (await askForMail(world.deps(), journey, vouching ? 'vouch' : confirmingMail(journey.facts))).is
  },
})

const mayMail = (s: State, p: Person, vouching: boolean): boolean => vouching
  ? at(p, s, 'proven') && p.journey!.recovery && !made(p, 'vouched')
  : at(p, s, 'proven', p.journey?.recovery ? 'vouched' : 'figureHash') && !made(p, 'confirmed')

/** The first mailbox is lost. One mailbox must not count twice (BANK-3). */
export const loseMailbox = (who: Who): Act => ({
  who, page: 'journey', says: `${who} has the mail sent to the second address`,
  may: (s, p) => at(p, s, 'proven', 'vouched') && p.journey!.recovery && !made(p, 'confirmed'),
  plan(_s, p) {
    if (onFile(p)[1] === undefined || p.journey!.vouchedBy !== 'questions') return nothing('false')
    return { answer: 'true', steps: [(_s, p) => {
      replace(p, 'recover')
      p.journey!.mailTo = 1
      make(p, 'mailTo')
    }] }
  },
  run: async (world) => String(await mailTo(world.deps(), (await world.journeyOf(who))!, 'second')),
})

export type How = 'right' | 'wrong' | 'link'

/** LINK-3: a typed code claims a try first; a link does not have tries. Says what becomes of it. */
export function useLinkPlan(s: State, p: Person, kind: string, how: How, done: (s: State, p: Person) => void): Plan {
  const mailed = linkOf(p, p.inbox[kind])
  const newest = newestLink(p, kind, p.journey!.id)
  const consume = (s: State, p: Person): void => {
    linkOf(p, mailed!.id)!.used = true
    event('link.consumed', kind)(s, p)
    done(s, p)
  }
  const refused = event('link.refused', kind)
  if (how === 'link') {
    if (mailed!.journey !== p.journey!.id) return nothing('unknown')
    return isGood(mailed, s.now) ? { answer: 'confirmed', steps: [consume] } : { answer: 'not-good', steps: [refused] }
  }
  if (!newest) return nothing('unknown')
  if (!isGood(newest, s.now) || newest.tries === 0) return { answer: 'not-good', steps: [refused] }
  const claim = (_s: State, p: Person): void => void (linkOf(p, newest.id)!.tries -= 1)
  const right = how === 'right' && mailed?.id === newest.id
  return { answer: right ? 'confirmed' : 'wrong-code', steps: [claim, right ? consume : refused], claimed: 'code' }
}

export const confirmMail = (who: Who, how: How, vouching = false): Act => ({
  who, page: 'journey', says: `${who} ${how === 'link' ? 'opens the link of the mail' : `types ${how === 'right' ? 'the' : 'a wrong'} code`}${vouching ? ' of the second address' : ''}`,
  may(s, p) {
    const kind = vouching ? 'vouch' : p.journey && mailOf(p.journey)
    return kind !== null && mayMail(s, p, vouching) && (how === 'wrong' ? !!newestLink(p, kind, p.journey!.id) : p.inbox[kind] !== undefined)
  },
  plan: (s, p) => useLinkPlan(s, p, vouching ? 'vouch' : mailOf(p.journey!), how, (_s, p) => (vouching ? vouch(p, 'contact') : make(p, 'confirmed'))),
  async run(world) {
    const journey = (await world.journeyOf(who))!
    const kind = vouching ? 'vouch' : confirmingMail(journey.facts)
    const token = world.players[who].inbox.get(kind) ?? ''
    if (how === 'link') return (await useLink(world.deps(), token, journey)).is
    return (await useCode(world.deps(), journey, how === 'right' ? world.deps().secrets.code(token) : 'no code', kind)).is
  },
})

export const accept = (who: Who): Act => ({
  who, page: 'journey', says: `${who} accepts the terms`,
  may: (s, p) => at(p, s, 'proven', 'confirmed') && !(p.journey!.recovery && made(p, 'terms')) && !made(p, 'done'),
  plan: () => ({ answer: 'accepted', steps: [(s, p) => (make(p, 'terms'), p.journey!.terms = s.terms)] }),
  async run(world) {
    await acceptTerms(world.deps(), (await world.journeyOf(who))!)
    return 'accepted'
  },
})

/** Sent again after it was done, it changes nothing (peers 18). */
export const setKey = (who: Who): Act => ({
  who, page: 'journey', says: `${who} sets the key`,
  may: (s, p) => at(p, s, 'proven', 'confirmed', 'terms'),
  plan(s, p) {
    const { account, journey } = p
    const chosen = keyNumber(s)
    const fresh = { state: 'active', password: chosen, keyAt: s.now, probationUntil: Math.max(account?.probationUntil ?? 0, s.now + rules.probation) } as const
    if (made(p, 'done')) return nothing('not-possible')
    if (!journey!.recovery) {
      if (account) return nothing('not-possible')
      return { answer: 'issued', steps: [(s, p) => {
        p.account = { ...fresh, email: p.address, second: null, bank: 'first', terms: p.journey!.terms, former: [] }
        p.proofing = null
        event('key.issued', tell(s, p, 'key-issued', onFile(p)))(s, p)
        make(p, 'done')
      }] }
    }
    if (account?.state !== 'active' || journey!.provenAt <= account.keyAt) return nothing('not-possible')
    return { answer: 'issued', steps: [(s, p) => {
      p.account = { ...p.account!, ...fresh, terms: p.journey!.terms }
      p.proofing = null
      endSessions(p)
      p.login = untouched
      p.untold = {}
      replace(p, ...p.links.map(({ kind }) => kind).filter((kind) => kind !== 'repudiate'))
      event('key.recovered', tell(s, p, 'key-recovered', [...new Set([...everyContact(p, s.now), ...p.onRegister])]))(s, p)
      make(p, 'done')
    }] }
  },
  async run(world, s) {
    world.players[who].keys.unshift(keyNumber(s))
    return (await issueKey(world.deps(), (await world.journeyOf(who))!, keyNumber(s), origin)).is
  },
})

/** A key nobody chose before. */
export const keyNumber = ({ now }: State): string => `tres tristes tigres ${now}`
