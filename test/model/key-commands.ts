/** The commands fast-check puts together: one act each, the next step of a journey, or a stretch of steps that chance alone would seldom find. */
import fc from 'fast-check'
import { accept, answer, answerBank, askMail, begin, confirmMail, fillBank, loseMailbox, setKey, show, showBank } from './acts-of-proof.ts'
import { askReopening, reopen } from './acts-of-reopening.ts'
import { clerk, jumps, newTerms, post, wait, type Jump } from './acts-of-post.ts'
import { askChange, change, changeBank, endOthers, finish, forget, leave, removeSecond } from './acts-of-session.ts'
import { askUnlock, notMe, signIn, unlock } from './acts-of-use.ts'
import type { Act } from './key-acts.ts'
import type { Moment } from '../support/crashing.ts'
import { perform, type Model } from './key-journeys.ts'
import { isGood, isOpen, localDay, newestLink, rules, type Browser, type Person, type Place, type State, type Who } from './key-model.ts'
import type { KeyWorld } from './key-world.ts'

/** What comes next is known when its turn comes. */
type Script = (s: State) => Act

class Command implements fc.AsyncCommand<Model, KeyWorld> {
  readonly name: string
  readonly script: readonly Script[]
  readonly crashes: readonly (Moment | null)[]
  constructor(name: string, script: readonly Script[], crashes: readonly (Moment | null)[]) {
    this.name = name
    this.script = script
    this.crashes = crashes
  }
  check({ state }: Readonly<Model>): boolean {
    const act = this.script[0]!(state)
    return this.script.length > 1 || act.may(state, state.people[act.who])
  }
  async run(model: Model, real: KeyWorld): Promise<void> {
    for (const [at, script] of this.script.entries()) await perform(model, real, script(model.state), this.crashes[at] ?? null)
  }
  toString(): string {
    const crashes = this.crashes.slice(0, this.script.length).flatMap((each, at) => (each === null ? [] : [`${at + 1}@${each}`]))
    return crashes.length === 0 ? this.name : `${this.name} (dying at ${crashes.join(', ')})`
  }
}

/** The step of journey 1 that the page would show now. */
export function nextStep(who: Who, right: boolean): Script {
  return (s) => {
    const p = s.people[who]
    const { journey } = p
    if (!journey || !isOpen(journey, s.now) || journey.made.includes('done')) return begin(who)
    const made = (milestone: string): boolean => journey.made.includes(milestone)
    if (!made('proven')) return p.proofing?.open ? answer(who, right) : isUsedUp(p) ? reopening(s, p, right) : isOverForToday(s, p) ? wait(who, 'past midnight') : show(who)
    if (journey.recovery && !made('vouched')) return p.proofing?.bankOpen ? answerBank(who, right) : showBank(who)
    if (!journey.recovery && !made('figureHash')) return fillBank(who)
    if (!made('confirmed')) return byMail(s, p, journey.recovery ? 'recover' : 'confirm-address', askMail(who), confirmMail(who, right ? 'right' : 'wrong'))
    return made('terms') ? setKey(who) : accept(who)
  }
}

const isUsedUp = ({ proofing }: Person): boolean => proofing !== null && proofing.usedInAll >= rules.inAll

const isOverForToday = ({ now }: State, { proofing }: Person): boolean => proofing !== null && proofing.day >= localDay(now) && proofing.usedToday >= rules.perDay

function reopening(s: State, p: Person, right: boolean): Act {
  return byMail(s, p, 'reopen', askReopening(p.who), reopen(p.who, right ? 'right' : 'wrong'))
}

/** Asked for, on its way, or there. */
function byMail(s: State, p: Person, kind: string, ask: Act, use: Act): Act {
  const link = newestLink(p, kind, p.journey!.id)
  if (isGood(link, s.now) && link.tries > 0) return use
  return p.mails.some((mail) => mail.link === link?.id && mail.is === 'waiting') ? post(p.who) : ask
}

const times = (count: number, script: Script): Script[] => Array.from({ length: count }, () => script)
const always = (...acts: readonly Act[]): Script[] => acts.map((act) => () => act)

/** From the number to the key, or to the door that is shut. */
export const walk = (who: Who): Script[] => times(14, nextStep(who, true))
/** One day's attempts. */
export const spendDay = (who: Who): Script[] => [...always(begin(who)), ...times(6, nextStep(who, false)), ...always(wait(who, 'past midnight'))]

const crash = fc.option(fc.oneof<fc.Arbitrary<Moment>[]>(fc.nat(24), fc.nat(24), fc.constant('compared')), { freq: 2 })
const browser = fc.constantFrom<Browser>('home', 'home', 'cafe')
const who = fc.constantFrom<Who>('ana', 'ana', 'ana', 'beto', 'beto', 'nadie')
const one = (name: (who: Who) => string, script: (who: Who) => Script): fc.Arbitrary<Command> =>
  fc.tuple(who, crash).map(([who, at]) => new Command(name(who), [script(who)], [at]))
const act = (arbitrary: fc.Arbitrary<Act>): fc.Arbitrary<Command> => fc.tuple(arbitrary, crash).map(([act, at]) => new Command(act.says, [() => act], [at]))
/** One death at most in a stretch. */
const stretch = (name: string, script: (who: Who) => Script[]): fc.Arbitrary<Command> =>
  fc.tuple(who, fc.nat(13), crash).map(([who, at, crash]) => new Command(`${who} ${name}`, script(who), script(who).map((_, each) => (each === at ? crash : null))))

const key = (who: Who, browser: Browser, right = true): Act => signIn(who, { browser, right, shared: false })
const stretches: readonly [number, string, (who: Who) => Script[]][] = [
  [3, 'goes on to a key', walk],
  [2, 'spends the attempts of a day', spendDay],
  [1, 'gives five wrong keys', (who) => [1, 2, 3, 4, 5].flatMap(() => always(wait(who, 'moment'), key(who, 'cafe', false)))],
  [4, 'changes the key', (who) => always(wait(who, 'minutes'), key(who, 'cafe'), wait(who, 'minutes'), key(who, 'home'), change(who, 'home', true), post(who))],
  [3, 'signs in twice', (who) => always(key(who, 'cafe'), wait(who, 'moment'), key(who, 'home'))],
  [2, 'unlocks by mail', (who) => always(askUnlock(who), clerk(who), post(who), unlock(who, 'right', 'home'), key(who, 'home'))],
  [3, 'gets a second address', (who) => always(wait(who, 'past probation'), key(who, 'home'), askChange(who, 'home', 'second-email'), post(who), finish(who, 'home', true))],
  [3, 'recovers by the second address', (who) => [...always(begin(who, true)), ...times(2, nextStep(who, true)), ...always(askMail(who, true), post(who), confirmMail(who, 'right', true)), ...times(5, nextStep(who, true))]],
  [2, 'replaces questions and figure and recovers', (who) => [...always(wait(who, 'moment'), key(who, 'home'), changeBank(who, 'home')), ...walk(who)]],
  [2, 'gets another address', (who) => always(wait(who, 'past probation'), key(who, 'home'), askChange(who, 'home'), post(who), finish(who, 'home', true))],
]

const how = fc.constantFrom('right' as const, 'wrong' as const, 'link' as const)
const right = fc.constantFrom(true, true, false)
/** How often each is drawn. */
const acts: readonly [number, fc.Arbitrary<Act>][] = [
  [1, fc.tuple(who, fc.boolean()).map(([who, byAlias]) => begin(who, byAlias))],
  [1, who.map(show)],
  [2, fc.tuple(who, how, fc.boolean()).map(([who, how, vouching]) => confirmMail(who, how, vouching))],
  [2, fc.tuple(who, fc.boolean()).map(([who, vouching]) => askMail(who, vouching))],
  [1, who.map(loseMailbox)],
  [2, who.map(newTerms)],
  [2, fc.tuple(who, browser).map(([who, browser]) => changeBank(who, browser))],
  [1, fc.tuple(who, browser).map(([who, browser]) => removeSecond(who, browser))],
  [1, who.map(setKey)],
  [1, who.map(askReopening)],
  [8, fc.tuple(who, fc.record({ browser, right, shared: fc.constantFrom(false, false, false, true), byAlias: fc.constantFrom(false, false, true) })).map(([who, how]) => signIn(who, how))],
  [2, fc.tuple(who, fc.boolean()).map(([who, byAlias]) => askUnlock(who, byAlias))],
  [3, fc.tuple(who, how, browser).map(([who, how, browser]) => unlock(who, how, browser))],
  [6, fc.tuple(who, browser, right).map(([who, browser, right]) => change(who, browser, right))],
  [3, fc.tuple(who, browser).map(([who, browser]) => endOthers(who, browser))],
  [1, fc.tuple(who, browser).map(([who, browser]) => leave(who, browser))],
  [3, fc.tuple(who, browser, browser).map(([who, browser, other]) => forget(who, browser, other))],
  [2, fc.tuple(who, right, fc.boolean()).map(([who, right, byAlias]) => notMe(who, right, byAlias))],
  [3, fc.tuple(who, browser, fc.constantFrom<Place>('email', 'second-email')).map(([who, browser, place]) => askChange(who, browser, place))],
  [3, fc.tuple(who, browser, right).map(([who, browser, right]) => finish(who, browser, right))],
  [5, who.map(post)],
  [4, who.map(clerk)],
  [8, fc.tuple(who, fc.constantFrom(...Object.keys(jumps) as Jump[])).map(([who, jump]) => wait(who, jump))],
]

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>): { weight: number; arbitrary: fc.Arbitrary<T> } => ({ weight, arbitrary })
const any: fc.Arbitrary<Command> = fc.oneof(
  weighted(20, one((who) => `${who} goes on`, (who) => nextStep(who, true))),
  weighted(6, one((who) => `${who} goes on wrongly`, (who) => nextStep(who, false))),
  ...acts.map(([weight, arbitrary]) => weighted(weight, act(arbitrary))),
  ...stretches.map(([weight, name, script]) => weighted(weight, stretch(name, script))),
)

/** What happened before: nothing, a key, a key and eight failures since. */
export const before: readonly (readonly Script[])[] = [[], walk('ana'), [...walk('ana'), ...always(wait('ana', 'past midnight')), ...spendDay('ana'), ...spendDay('ana'), ...times(5, nextStep('ana', false))]]

/** At the door, when every wait is over. */
const comes = (browser: Browser, right = true, shared = false): Script[] => always(wait('ana', 'moment'), signIn('ana', { browser, right, shared }))

/** Everything once, in an order in which each act has something to do. */
export const life: readonly Script[] = [
  ...walk('ana'), ...comes('cafe', false), ...comes('home'), ...comes('cafe'), ...always(endOthers('ana', 'home')), ...comes('cafe'),
  ...always(forget('ana', 'home', 'cafe')), ...comes('cafe'), ...always(change('ana', 'home', false), change('ana', 'home', true), leave('ana', 'home')),
  ...[1, 2, 3, 4, 5].flatMap(() => comes('cafe', false, true)),
  ...always(clerk('ana'), wait('ana', 'minutes'), askUnlock('ana'), clerk('ana'), post('ana'), unlock('ana', 'wrong', 'cafe'), unlock('ana', 'right', 'cafe'), unlock('ana', 'link', 'home')),
  ...always(wait('ana', 'past probation')), ...comes('cafe'), ...comes('home'),
  ...always(askChange('ana', 'home'), post('ana'), finish('ana', 'home', false), finish('ana', 'home', true), post('ana')), ...comes('cafe', true, true),
  ...always(askChange('ana', 'home', 'second-email'), post('ana'), finish('ana', 'home', true), changeBank('ana', 'home'), newTerms('ana'), begin('ana', true)),
  ...times(2, nextStep('ana', true)), ...always(askMail('ana', true), post('ana'), confirmMail('ana', 'wrong', true), confirmMail('ana', 'right', true), loseMailbox('ana')),
  ...times(5, nextStep('ana', true)), ...always(wait('ana', 'moment'), signIn('ana', { browser: 'cafe', right: true, shared: false, byAlias: true }), wait('ana', 'past probation')),
  ...always(begin('ana')), ...times(2, nextStep('ana', true)), ...times(2, nextStep('ana', false)), ...times(2, nextStep('ana', true)), ...always(loseMailbox('ana')),
  ...times(5, nextStep('ana', true)),
  ...comes('home'), ...always(wait('ana', 'past probation')), ...comes('home'), ...always(removeSecond('ana', 'home')),
  ...walk('ana'), ...comes('home'), ...spendDay('ana'), ...spendDay('ana'), ...spendDay('ana'), ...times(5, nextStep('ana', true)), ...comes('home'),
  ...always(post('ana'), notMe('ana', false), notMe('ana', true), post('ana')), ...comes('home'),
]

/** What a life has in it, as the acts and their answers say it. */
export const inALife = [
  'sets the key: issued', 'signs in at home with the key: in', 'at home ends all other sessions: 1', 'at home takes cafe off the list of known browsers: true',
  'at home changes the key with a wrong one: wrong', 'at home changes the key: changed', 'unlocks at cafe by the code: unlocked', 'unlocks at home by the link: not-good',
  'at home types wrong codes of both addresses: wrong-code', 'at home types the codes of both addresses: changed', 'signs in at cafe, a shared browser, with the key: in',
  'at home types the codes of both addresses: changed', 'at home replaces questions and figure: replaced', 'gives another of their numbers: started', 'types the code of the second address: confirmed',
  'has the mail sent to the second address: false', 'has the mail sent to the second address: true', 'accepts the terms: accepted', 'signs in at cafe by another number with the key: in',
  'at home takes the second address away: removed', 'answers their own questions wrongly: wrong', 'answers their own questions rightly: right', 'types the code that opens the process again: true', 'says «No fui yo» with a number that is not theirs: not-theirs',
  'says «No fui yo»: frozen', 'signs in at home with the key: wrong',
]

export const commands = fc.commands([any], { maxCommands: 40, size: 'max' })
