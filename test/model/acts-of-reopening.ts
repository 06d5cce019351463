/** PROOF-9 in commands: a process that was closed is opened again by a code. */
import { askToReopen, reopenByCode } from '../../src/app/reopen.ts'
import { day, hour } from '../../src/domain/types.ts'
import { at, made, make, useLinkPlan } from './acts-of-proof.ts'
import { event, nothing, origin, type Act } from './key-acts.ts'
import { addLink, addMail, everyContact, mailsLately, onFile, replace, rules, tell, type Person, type State, type Who } from './key-model.ts'

const isClosed = ({ proofing }: Person): boolean => !!proofing && proofing.open === null && proofing.usedInAll >= rules.inAll
const reopenedLately = (s: State, p: Person): number => p.reopenings.filter((each) => each > s.now - rules.year).length

export const askReopening = (who: Who): Act => ({
  who, page: 'journey', says: `${who} asks to have the process opened again`,
  may: (s, p) => at(p, s) && !made(p, 'proven'),
  plan(_s, p) {
    if (!isClosed(p)) return nothing('not-closed')
    return { answer: 'asked', steps: [(s, p) => {
      const within = mailsLately(s, p, hour, ['reopen']) < rules.mailsPerHour && mailsLately(s, p, day, ['reopen']) < rules.mailsPerDay
      const to = p.known && p.account?.state !== 'frozen' && within && reopenedLately(s, p) < rules.reopenings ? onFile(p)[0] : undefined
      make(p, 'reopenAsked')
      if (to !== undefined) replace(p, 'reopen')
      const link = addLink(s, p, 'reopen', rules.linkLife, p.journey!.id)
      addMail(s, p, 'reopen', to ?? '', link)
      event(to === undefined ? 'link.refused' : 'link.issued', 'reopen')(s, p)
      if (to !== undefined) return
      link.replaced = true // written down all the same, and goes nowhere
      p.mails.at(-1)!.is = 'given-up'
    }] }
  },
  run: async (world) => askToReopen(world.deps(), (await world.journeyOf(who))!),
})

export const reopen = (who: Who, how: 'right' | 'wrong'): Act => ({
  who, page: 'journey', says: `${who} types ${how === 'right' ? 'the' : 'a wrong'} code that opens the process again`,
  may: (s, p) => at(p, s, 'reopenAsked') && !made(p, 'proven') && (how === 'wrong' || p.inbox['reopen'] !== undefined),
  plan(s, p) {
    const plan = useLinkPlan(s, p, 'reopen', how, (s, p) => {
      p.reopenings.push(s.now)
      p.proofing = { ...p.proofing!, usedInAll: rules.inAll - rules.reopenedTo, usedToday: 0 }
      if (p.account) tell(s, p, 'reopened', everyContact(p, s.now))
      event('proofing.reopened')(s, p)
    })
    if (plan.answer !== 'confirmed') return { ...plan, answer: 'false', ...(plan.steps.length === 0 ? { steps: [event('link.refused', 'reopen')] } : {}) }
    return reopenedLately(s, p) < rules.reopenings && isClosed(p) ? { ...plan, answer: 'true' } : { ...plan, answer: 'false', steps: plan.steps.slice(0, 1) }
  },
  async run(world) {
    const token = world.players[who].inbox.get('reopen') ?? ''
    return String(await reopenByCode(world.deps(), (await world.journeyOf(who))!, how === 'right' ? world.deps().secrets.code(token) : 'no code', origin))
  },
})
