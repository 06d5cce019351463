/** Journeys 2, 3 and 6 in commands: signing in, unlocking, «No fui yo». */
import { logIn } from '../../src/app/log-in.ts'
import { repudiate } from '../../src/app/repudiate.ts'
import { beginUnlock, openUnlock, unlockByCode, unlockByLink } from '../../src/app/unlock.ts'
import { hour } from '../../src/domain/types.ts'
import { numberOf, type How } from './acts-of-proof.ts'
import { event, nothing, origin, type Act, type Plan } from './key-acts.ts'
import {
  addMail, endSessions, everyContact, isGood, isOpen, laneRules, linkOf, newestLink, rules, tell, type Browser, type Person, type State, type Who,
} from './key-model.ts'
import { end, laneOf, remember, succeed, tryKey, unlock as unlockLanes } from './login-model.ts'

export const wrongKey = 'esta no es la clave de nadie'

export interface SignIn { readonly browser: Browser; readonly right: boolean; readonly shared: boolean; readonly byAlias?: boolean }

export const signIn = (who: Who, { browser, right, shared, byAlias = false }: SignIn): Act => ({
  who, says: `${who} signs in at ${browser}${byAlias ? ' by another number' : ''}${shared ? ', a shared browser,' : ''} with ${right ? 'the' : 'a wrong'} key`,
  may: () => true,
  plan(s, p) {
    const cookie = p.cookies[browser]
    const tried = tryKey(p.login, cookie, s.now, laneRules)
    if (typeof tried === 'string') return { answer: tried === 'wait' ? 'wait' : 'wrong', steps: [event('login.refused')] }
    const lane = laneOf(p.login, cookie, s.now)
    const blocked = blocks(tried, lane, cookie)
    const claim = (s: State, p: Person): void => {
      p.login = tried
      for (const each of blocked) p.untold[each] = s.now
    }
    if (right && p.account?.state === 'active') return success(claim, { browser, shared, cookie, lane })
    const failed = (s: State, p: Person): void => {
      event('login.failed')(s, p)
      for (const each of blocked) delete p.untold[each]
      if (blocked.length > 0) p.requests.push({ asked: s.now, because: 'blocked' })
    }
    return { answer: 'wrong', steps: [claim, failed], claimed: 'hash' }
  },
  async run(world, s) {
    const me = world.players[who]
    const key = right ? (s.people[who].account?.password ?? wrongKey) : (me.keys.find((each) => each !== s.people[who].account?.password) ?? wrongKey)
    const done = await logIn(world.deps(), numberOf(me, byAlias), key, origin, { device: me.cookies.get(browser), shared, language: 'es' })
    if (done.is === 'in') me.sessions.set(browser, done.sessionId)
    if (done.is === 'in' && done.device !== null) me.cookies.set(browser, done.device)
    return done.is
  },
})

/** LOGIN-1, 5: whom this try shuts out: its lane, everybody. */
function blocks(tried: Person['login'], lane: Entering['lane'], cookie: string | null): string[] {
  const { inARow, ceiling } = laneRules
  if (lane === 'stranger') return tried.strangers.inARow >= inARow || tried.run >= ceiling - inARow ? ['strangers'] : []
  return [...(tried.browsers[cookie!]!.inARow >= inARow ? [cookie!] : []), ...(tried.run >= ceiling ? ['strangers'] : [])]
}

interface Entering { readonly browser: Browser; readonly shared: boolean; readonly cookie: string | null; readonly lane: 'stranger' | 'device' | 'unlocked' }

/** LOGIN-2, NOTICE-1: any browser but one that is remembered is told of, and remembered from now on unless it is shared. */
function success(claim: Plan['steps'][number], { browser, shared, cookie, lane }: Entering): Plan {
  let session = 0
  let kept: string | null = null
  const enter = (s: State, p: Person): void => {
    session = s.next++
    kept = shared ? null : (cookie ?? `lane ${s.next++}`)
    p.login = succeed(p.login, cookie, s.now)
    delete p.untold[lane === 'stranger' ? 'strangers' : cookie!]
    if (p.login.strangers.inARow < laneRules.inARow) delete p.untold['strangers']
    p.sessions.push({ id: session, lane: kept, started: s.now, seen: s.now, ended: false, wrong: 0 })
    event('login.succeeded')(s, p)
    if (lane === 'device' && !shared) return
    if (shared && lane !== 'stranger') {
      p.login = end(p.login, cookie!)
      event('device.ended')(s, p)
    }
    const notices = lane === 'device' ? 0 : tell(s, p, 'device-new', everyContact(p, s.now))
    if (kept === null) return
    p.login = remember(p.login, kept)
    event('device.trusted', notices)(s, p)
  }
  const received = (_s: State, p: Person): void => {
    p.signedIn[browser] = session
    if (kept !== null) p.cookies[browser] = kept
  }
  return { answer: 'in', steps: [claim, enter], received, claimed: 'hash' }
}

export const askUnlock = (who: Who, byAlias = false): Act => ({
  who, says: `${who} asks for the mail that unlocks${byAlias ? ' by another number' : ''}`,
  may: () => true,
  plan: () => ({
    answer: 'asked', steps: [(s, p) => void p.requests.push({ asked: s.now, because: 'asked' })],
    received: (s, p) => void (p.unlocking = { begun: s.now, seen: s.now, tries: 0, done: false }),
  }),
  async run(world, s) {
    const me = world.players[who]
    const begun = await beginUnlock(world.deps(), numberOf(me, byAlias), { solved: true, challenge: world.challenge(), expiresAt: s.now + hour }, 'es', origin)
    if (begun.is === 'asked') me.unlocking = begun.journeyId
    return begun.is
  },
})

export const unlock = (who: Who, how: How, browser: Browser): Act => ({
  who, page: 'unlocking', says: `${who} unlocks at ${browser} by ${how === 'link' ? 'the link' : `${how === 'right' ? 'the' : 'a wrong'} code`}`,
  may: (s, p) => isOpen(p.unlocking, s.now) && (how === 'wrong' || p.inbox['unlock'] !== undefined),
  plan(s, p) {
    const mailed = linkOf(p, p.inbox['unlock'])
    const newest = newestLink(p, 'unlock')
    const done = (s: State, p: Person): void => unlocked(s, p, mailed!.id, cookie)
    const cookie = p.cookies[browser] ?? `lane of link ${mailed?.id}`
    const received = (_s: State, p: Person): void => void (p.cookies[browser] = cookie)
    if (how === 'link') return isGood(mailed, s.now) ? { answer: 'unlocked', steps: [done], received } : nothing('not-good')
    if (p.unlocking!.tries >= rules.codeTries) return nothing('wrong-code')
    const claim = (_s: State, p: Person): void => void (p.unlocking!.tries += 1)
    if (how === 'right' && isGood(newest, s.now) && newest.id === mailed!.id) return { answer: 'unlocked', steps: [claim, done], received, claimed: 'code' }
    return { answer: 'wrong-code', steps: [claim, event('link.refused', 'unlock')], claimed: 'code' }
  },
  async run(world) {
    const me = world.players[who]
    const journey = (await openUnlock(world.deps(), me.unlocking!))!
    const token = me.inbox.get('unlock') ?? ''
    const at = { device: me.cookies.get(browser), origin }
    const done = how === 'link' ? await unlockByLink(world.deps(), token, journey, at)
      : await unlockByCode(world.deps(), journey, how === 'right' ? world.deps().secrets.code(token) : 'no code', at)
    if (done.is === 'unlocked') me.cookies.set(browser, done.device)
    return done.is
  },
})

/** UNLOCK-1: no session, and the run of LOGIN-5 stays. */
function unlocked(s: State, p: Person, link: number, cookie: string): void {
  linkOf(p, link)!.used = true
  p.login = unlockLanes(p.login, cookie, s.now, laneRules)
  for (const lane of ['strangers', cookie]) delete p.untold[lane]
  event('link.consumed', 'unlock')(s, p)
  event('key.unlocked')(s, p)
  tell(s, p, 'key-unlocked', everyContact(p, s.now))
  p.unlocking!.done = true
}

export const notMe = (who: Who, right: boolean, byAlias = false): Act => ({
  who, says: `${who} says «No fui yo»${right ? (byAlias ? ' by another number' : '') : ' with a number that is not theirs'}`,
  may: (_s, p) => p.inbox['repudiate'] !== undefined,
  plan(s, p) {
    const link = linkOf(p, p.inbox['repudiate'])
    if (!isGood(link, s.now) || link.tries === 0) return nothing('not-good')
    const claim = (_s: State, p: Person): void => void (linkOf(p, link.id)!.tries -= 1)
    if (!right) return { answer: 'not-theirs', steps: [claim] }
    return { answer: 'frozen', steps: [claim, (s, p) => {
      linkOf(p, link.id)!.used = true
      p.account!.state = 'frozen'
      endSessions(p)
      event('key.frozen')(s, p)
      for (const to of everyContact(p, s.now)) addMail(s, p, 'key-frozen', to, null)
    }] }
  },
  async run(world) {
    const me = world.players[who]
    const id = right ? numberOf(me, byAlias) : { type: 'cedula' as const, value: '0000000000' }
    return (await repudiate(world.deps(), me.inbox.get('repudiate')!, id, 'es', origin)).is
  },
})
