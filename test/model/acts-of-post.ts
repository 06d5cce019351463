/** What goes on without anybody: mail arrives, requests about blocks become mail, time passes. */
import { hour, minute, second, day } from '../../src/domain/types.ts'
import { event, type Act } from './key-acts.ts'
import { addLink, addMail, everyContact, laneRules, linkOf, mailsLately, ofKey, replace, rules, type Link, type Person, type Request, type State, type Who } from './key-model.ts'
import { linkKind } from './key-world.ts'

/** LINK-6: dated at hand-over. What was replaced meanwhile does not go out. */
export const post = (who: Who): Act => ({
  who, says: 'mail arrives',
  may: () => true,
  plan: () => ({ answer: 'arrived', again: true, steps: [(s) => Object.values(s.people).forEach((p) => p.mails.forEach((mail) => arrive(s, p, mail)))] }),
  async run(world) {
    await world.deliver()
    return 'arrived'
  },
})

function arrive(s: State, p: Person, mail: Person['mails'][number]): void {
  if (mail.is !== 'waiting' || mail.created > s.now) return
  const link = linkOf(p, mail.link)
  mail.is = link && (link.used || link.replaced) ? 'given-up' : 'sent'
  if (!link || mail.is !== 'sent') return
  link.expires = Math.max(link.expires ?? 0, s.now + link.life)
  p.inbox[linkKind(mail.kind)] = link.id
}

/** UNLOCK-1, UNLOCK-2, NOTICE-1: what was asked for while a page was answered becomes mail afterwards. */
export const clerk = (who: Who): Act => ({
  who, says: 'the clerk answers requests',
  may: () => true,
  plan: () => ({ answer: 'answered', lease: minute, steps: [(s) => Object.values(s.people).forEach((p) => askForUntold(s, p)), (s) => Object.values(s.people).forEach((p) => {
    const due = p.requests.filter(({ asked }) => asked <= s.now)
    p.requests = p.requests.filter((each) => !due.includes(each))
    for (const request of due) answer(s, p, request)
  })] }),
  async run(world) {
    await world.answerRequests()
    return 'answered'
  },
})

/** LOGIN-1, NOTICE-1: the program died before it could say that a lane was blocked; a minute later nothing will come any more. */
function askForUntold(s: State, p: Person): void {
  for (const [lane, since] of Object.entries(p.untold)) {
    if (since > s.now - minute) continue
    delete p.untold[lane]
    p.requests.push({ asked: s.now, because: 'blocked' })
  }
}

function answer(s: State, p: Person, request: Request): void {
  if (!p.account) return
  const notices = mailAbout(s, p, request)
  if (notices > 0) p.answered.push(s.now)
  if (request.because === 'blocked') event('key.blocked', notices)(s, p)
}

/** LINK-4: the hour's mails are kept so that there is a good link whenever somebody asked. How many mails. */
function mailAbout(s: State, p: Person, { because }: Request): number {
  const live = p.links.findLast((link) => link.kind === 'unlock' && !link.used && !link.replaced
    && (link.expires === null ? p.mails.some((mail) => mail.link === link.id && mail.is === 'waiting') : link.expires >= s.now))
  const inHour = p.answered.filter((each) => each > s.now - hour).length
  const told = because === 'blocked' && live !== undefined
  const spare = rules.mailsPerHour - hour / rules.linkLife
  if (inHour >= rules.mailsPerHour || (live && !told && (inHour > spare || s.now - live.created < minute))) return 0
  const { state } = p.account!
  const own = ofKey(p)
  const isOpen = (to: string): boolean => mailsLately(s, p, day, ['unlock', 'unlock-instead', 'key-blocked', 'key-blocked-elsewhere'], to) < rules.mailsPerDay
  const others = because === 'blocked' && state === 'active' ? everyContact(p, s.now).filter((to) => !own.includes(to) && isOpen(to)) : []
  for (const to of others) addMail(s, p, 'key-blocked-elsewhere', to, null)
  const open = own.filter(isOpen)
  const mail = (kind: string, link: Link | null): void => open.forEach((to) => addMail(s, p, kind, to, link))
  if (state === 'frozen' || p.login.run >= laneRules.ceiling) mail('unlock-instead', null)
  else if (told) mail('key-blocked', null)
  else if (open.length > 0) {
    replace(p, 'unlock')
    mail(because === 'blocked' ? 'key-blocked' : 'unlock', addLink(s, p, 'unlock', rules.linkLife))
    event('link.issued', 'unlock')(s, p)
  }
  return open.length + others.length
}

/** The institution puts other terms in force: whoever recovers a key is asked to accept them. */
export const newTerms = (who: Who): Act => ({
  who, says: 'the terms change',
  may: () => true,
  plan: () => ({ answer: 'changed', steps: [(s) => void (s.terms += 1)] }),
  async run(world, s) {
    world.putTerms(s.terms + 1)
    return 'changed'
  },
})

export const jumps = { moment: 9 * second, minutes: 3 * minute, 'past a link': 16 * minute, 'past a journey': 35 * minute, 'past midnight': 13 * hour, 'past probation': 73 * hour, back: -3 * second } as const
export type Jump = keyof typeof jumps

export const wait = (who: Who, jump: Jump): Act => ({
  who, says: `time passes: ${jump}`,
  may: () => true,
  plan: () => ({ answer: 'passed', steps: [(s) => void (s.now += jumps[jump])] }),
  async run(world, s) {
    await world.database.clock.freeze(s.now + jumps[jump])
    return 'passed'
  },
})
