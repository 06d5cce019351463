/** Journey 4 in commands: changing key and contact, ending sessions, forgetting browsers – what is done by somebody who is signed in. */
import { askForChange, finishChange, removeSecondAddress } from '../../src/app/change-contact.ts'
import { changeKey } from '../../src/app/change-key.ts'
import { ownSessionOf, type OwnSession } from '../../src/app/own-session.ts'
import { endOtherSessions, forgetDevice } from '../../src/app/own-sessions.ts'
import { keepNewBank, replaceBank } from '../../src/app/replace-bank.ts'
import { signOut } from '../../src/app/sessions.ts'
import { hour, day } from '../../src/domain/types.ts'
import { banks, keyNumber } from './acts-of-proof.ts'
import { wrongKey } from './acts-of-use.ts'
import { event, nothing, origin, type Act, type Plan } from './key-acts.ts'
import {
  addLink, addMail, endSessions, everyContact, isAlive, isGood, linkOf, mailsLately, replace, rules, sessionAt, tell, type Bank, type Browser, type Person, type Place, type Session, type State, type Who,
} from './key-model.ts'
import type { KeyWorld } from './key-world.ts'
import { end } from './login-model.ts'

/** What is done in a session: the plan only while it is alive (SESSION-1). */
function inSession(who: Who, browser: Browser, says: string, plan: (s: State, p: Person, own: Session) => Plan, run: (world: KeyWorld, s: State, own: OwnSession) => Promise<string>): Act {
  return {
    who, page: browser, says: `${who} at ${browser} ${says}`,
    may: (_s, p) => p.signedIn[browser] !== null,
    plan(s, p) {
      const own = sessionAt(p, browser)
      return isAlive(p, own, s.now) ? plan(s, p, own) : nothing('gone')
    },
    async run(world, s) {
      const own = await ownSessionOf(world.deps(), world.players[who].sessions.get(browser)!)
      return own ? run(world, s, own) : 'gone'
    },
  }
}

export const change = (who: Who, browser: Browser, right: boolean): Act => inSession(
  who, browser, `changes the key${right ? '' : ' with a wrong one'}`,
  (s, _p, { id, wrong }) => {
    const chosen = keyNumber(s)
    const mine = (p: Person): Session => p.sessions.find((each) => each.id === id)!
    const ended = (s: State, p: Person): void => {
      mine(p).ended = true
      event('session.ended')(s, p)
    }
    if (wrong >= rules.keyTries) return { answer: 'ended', steps: [ended] }
    const claim = (_s: State, p: Person): void => void (mine(p).wrong += 1)
    if (!right) return { answer: wrong + 1 < rules.keyTries ? 'wrong' : 'ended', steps: [claim, event('login.failed'), ...(wrong + 1 < rules.keyTries ? [] : [ended])], claimed: 'hash' }
    const changed = (s: State, p: Person): void => {
      p.account = { ...p.account!, password: chosen, keyAt: s.now }
      mine(p).wrong -= 1
      p.signedIn[browser] = null // the session has another id, which nobody knows yet
      endSessions(p, id)
      replace(p, 'unlock', 'recover', 'reopen', 'change-current', 'change-new')
      event('key.changed', tell(s, p, 'key-changed', everyContact(p, s.now)))(s, p)
    }
    return { answer: 'changed', steps: [claim, changed], received: (_s, p) => void (p.signedIn[browser] = id), claimed: 'hash' }
  },
  async (world, s, own) => {
    const me = world.players[who]
    me.keys.unshift(keyNumber(s))
    const current = right ? s.people[who].account!.password : wrongKey
    const done = await changeKey(world.deps(), own, { current, chosen: keyNumber(s), language: 'es' }, origin)
    if (done.is === 'changed') me.sessions.set(browser, done.sessionId)
    return done.is
  },
)

export const endOthers = (who: Who, browser: Browser): Act => inSession(
  who, browser, 'ends all other sessions',
  (_s, p, { id }) => {
    const others = p.sessions.filter((each) => !each.ended && each.id !== id).length
    return { answer: String(others), steps: others === 0 ? [] : [(s, p) => (endSessions(p, id), event('session.ended')(s, p))] }
  },
  async (world, _s, own) => String(await endOtherSessions(world.deps(), own)),
)

export const leave = (who: Who, browser: Browser): Act => ({
  who, says: `${who} signs out at ${browser}`,
  may: (_s, p) => p.signedIn[browser] !== null,
  plan: (_s, p) => ({
    answer: 'out',
    steps: sessionAt(p, browser)?.ended ? [] : [(s, p) => (sessionAt(p, browser)!.ended = true, event('session.ended')(s, p))],
  }),
  async run(world) {
    await signOut(world.deps(), world.players[who].sessions.get(browser)!)
    return 'out'
  },
})

export const forget = (who: Who, browser: Browser, forgotten: Browser): Act => ({
  ...inSession(
    who, browser, `takes ${forgotten} off the list of known browsers`,
    (_s, p, { id }) => {
      const lane = p.cookies[forgotten]!
      const known = p.login.browsers[lane]?.until
      if (known === undefined || known === 'ended') return nothing('false')
      return { answer: 'true', steps: [(s, p) => {
        p.login = end(p.login, lane)
        for (const session of p.sessions) if (session.lane === lane && session.id !== id) session.ended = true
        event('device.ended')(s, p)
      }] }
    },
    async (world, _s, own) => {
      const token = world.players[who].cookies.get(forgotten)!.slice(0, 43)
      return String(await forgetDevice(world.deps(), own, world.deps().secrets.tokenHash(token).toString('hex').slice(0, 32)))
    },
  ),
  may: (_s, p) => p.signedIn[browser] !== null && p.cookies[forgotten] !== null,
})

/** The next address somebody wants. */
const wanted = ({ address }: Person, { now }: State): string => address.replace('@', `-${now}@`)

export const askChange = (who: Who, browser: Browser, place: Place = 'email'): Act => inSession(
  who, browser, `asks for another ${place === 'email' ? 'address' : 'second address'}`,
  (s, p, { id }) => {
    if (s.now < p.account!.probationUntil) return { answer: 'closed', steps: [event('service.refused')] }
    const email = wanted(p, s)
    if (mailsLately(s, p, hour) + 2 > rules.mailsPerHour || mailsLately(s, p, day, undefined, email) >= rules.mailsPerDay) return nothing('too-many')
    return { answer: 'asked', steps: [(s, p) => {
      replace(p, 'change-current', 'change-new')
      const [current, fresh] = [addLink(s, p, 'change-current', rules.linkLife), addLink(s, p, 'change-new', rules.linkLife)]
      addMail(s, p, 'change-current', p.account!.email, current)
      addMail(s, p, 'change-new', email, fresh)
      p.change = { session: id, place, email, current: current.id, fresh: fresh.id }
      event('contact.change-asked', place)(s, p)
    }] }
  },
  async (world, s, own) => (await askForChange(world.deps(), own, { place, kind: 'email', value: wanted(s.people[who], s) }, 'es', origin)).is,
)

export const finish = (who: Who, browser: Browser, right: boolean): Act => ({
  ...inSession(
    who, browser, `types ${right ? 'the' : 'wrong'} codes of both addresses`,
    (s, p, { id }) => {
      const wanted = p.change
      if (wanted?.session !== id) return nothing('not-good')
      const links = [linkOf(p, wanted.current)!, linkOf(p, wanted.fresh)!]
      const claims = links.filter((link) => isGood(link, s.now) && link.tries > 0)
      const steps: Plan['steps'] = claims.map((link) => (_s, p) => void (linkOf(p, link.id)!.tries -= 1))
      const matches = right && p.inbox['change-current'] === wanted.current && p.inbox['change-new'] === wanted.fresh
      const claimed = claims.length > 0 ? { claimed: 'code' as const } : {}
      if (claims.length < 2) return { answer: 'not-good', steps, ...claimed }
      if (!matches) {
        const first = right && p.inbox['change-current'] === wanted.current ? 'change-new' : 'change-current'
        return { answer: 'wrong-code', steps: [...steps, event('link.refused', first)], ...claimed }
      }
      return { answer: 'changed', steps: [...steps, (s, p) => changed(s, p, wanted, links.map((link) => link.id))], ...claimed }
    },
    async (world, _s, own) => {
      const { inbox } = world.players[who]
      const code = (kind: string): string => (right ? world.deps().secrets.code(inbox.get(kind) ?? '') : 'no code')
      return (await finishChange(world.deps(), own, { current: code('change-current'), fresh: code('change-new'), language: 'es' }, origin)).is
    },
  ),
  may: (_s, p) => p.signedIn[browser] !== null && p.change !== null && (!right || (p.inbox['change-current'] !== undefined && p.inbox['change-new'] !== undefined)),
})

function changed(s: State, p: Person, { email, place }: NonNullable<Person['change']>, links: readonly number[]): void {
  for (const id of links) linkOf(p, id)!.used = true
  const notices = tell(s, p, 'contact-changed', everyContact(p, s.now, [email]))
  const at = place === 'email' ? 'email' : 'second'
  const before = p.account![at]
  if (before !== null) p.account!.former.push({ email: before, at: s.now })
  p.account![at] = email
  p.change = null
  replace(p, 'unlock', 'recover', 'vouch', 'reopen')
  event(before === null ? 'contact.added' : 'contact.changed', place, notices)(s, p)
}

export const removeSecond = (who: Who, browser: Browser): Act => inSession(
  who, browser, 'takes the second address away',
  (s, p) => {
    if (s.now < p.account!.probationUntil) return { answer: 'closed', steps: [event('service.refused')] }
    if (p.account!.second === null) return nothing('none')
    return { answer: 'removed', steps: [(s, p) => {
      const notices = tell(s, p, 'contact-changed', everyContact(p, s.now))
      p.account!.former.push({ email: p.account!.second!, at: s.now })
      p.account!.second = null
      replace(p, 'unlock', 'recover', 'vouch', 'reopen')
      event('contact.removed', 'second-email', notices)(s, p)
    }] }
  },
  async (world, _s, own) => (await removeSecondAddress(world.deps(), own, 'es', origin)).is,
)

/** BANK-1, BANK-2: the whole of it, by what it was not before. */
export const changeBank = (who: Who, browser: Browser): Act => inSession(
  who, browser, 'replaces questions and figure',
  () => ({ answer: 'replaced', steps: [(s, p) => {
    p.account!.bank = otherBank(p)
    event('bank.replaced', tell(s, p, 'bank-replaced', everyContact(p, s.now)))(s, p)
  }] }),
  async (world, s, own) => {
    const { answers, figure } = banks[otherBank(s.people[who])]
    const kept = await keepNewBank(world.deps(), own, Object.entries(answers).map(([question, answer]) => ({ question, answer })), figure)
    return kept.is === 'kept' ? replaceBank(world.deps(), own, figure, 'es', origin) : kept.is
  },
)

const otherBank = ({ account }: Person): Bank => (account!.bank === 'first' ? 'other' : 'first')
