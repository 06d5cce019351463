/**
 * The mails of a journey, each with a link and a code (LINK-1…6): `confirm-address` to the address just given, `recover` to a verified
 * address on file, `vouch` to the second of them in place of questions and figure. A link finishes only in the browser that began (LINK-2).
 */
import { modeOf, type JourneyFacts, type OnFile, type StepName } from '../domain/journey.ts'
import { linkState, type Link, type LinkState } from '../domain/link.ts'
import type { Instant } from '../domain/types.ts'
import { addressesOnFile } from './addresses-on-file.ts'
import { JourneyEnded, saveStep, type OpenJourney } from './journey.ts'
import type { Deps, Tx } from './ports.ts'
import { reopenBy } from './reopen.ts'
import { runCommand } from './run-command.ts'
import { countedIn, servesEnough } from './shared-contacts.ts'

export type JourneyMail = 'confirm-address' | 'recover' | 'vouch'

/** The mail of step 4. */
export const confirmingMail = (facts: JourneyFacts): JourneyMail => (modeOf(facts) === 'recovery' ? 'recover' : 'confirm-address')

export type MailAsked = { readonly is: 'queued' } | { readonly is: 'too-many-for-person' } | { readonly is: 'too-many-for-address' }
  /** There is no such verified address. */
  | { readonly is: 'no-address' }

/** Sends a new link; the earlier one of its kind stops working (LINK-3). Asking again resets no counter (LINK-4). */
export function askForMail(deps: Deps, journey: OpenJourney, kind: JourneyMail = confirmingMail(journey.facts)): Promise<MailAsked> {
  return ask(deps, journey, kind, async () => false)
}

/** The same, unless one is under way or good: the form before it, sent twice, sends one mail. */
export function askForFirstMail(deps: Deps, journey: OpenJourney, kind: JourneyMail = confirmingMail(journey.facts)): Promise<MailAsked> {
  return ask(deps, journey, kind, async (tx) => {
    const link = await deps.store.links.findByJourney(journey.idHash, kind, tx)
    const state = link && linkState(link)
    return state?.is === 'on-its-way' || state?.is === 'good'
  })
}

async function ask(deps: Deps, journey: OpenJourney, kind: JourneyMail, enough: (tx: Tx) => Promise<boolean>): Promise<MailAsked> {
  const { store, secrets, policy, register } = deps
  const { record } = await register.findByKey(journey.person)
  const asked = await runCommand<MailAsked>(deps, journey.person, async ({ tx, append }) => {
    // Read again under the lock: another window may have given another address since the page was made.
    const facts = (await store.journeys.load(journey.idHash, tx))?.facts
    if (!facts) throw new JourneyEnded()
    const to = kind === 'confirm-address' ? facts.contacts?.email : (await addressesOnFile(store, tx, journey.person, record))[placeOf(kind, facts) === 'first' ? 0 : 1]
    if (to === undefined) {
      if (kind === 'confirm-address') throw new JourneyEnded()
      return { is: 'no-address' }
    }
    if (await enough(tx)) return { is: 'queued' }
    const { toPerson, toAddress } = await store.outbox.recent(tx, journey.person, to)
    if (toPerson >= policy.link.perPersonAndHour) return { is: 'too-many-for-person' }
    if (toAddress >= policy.link.perAddressAndDay) return { is: 'too-many-for-address' }
    const token = secrets.token()
    const link = { kind, token, journeyHash: journey.idHash, lifetime: policy.link.lifetime } as const
    await store.links.issue(tx, journey.person, link, { kind, to, language: journey.facts.language, token }, true)
    await append({ type: 'link.issued', facts: { kind } })
    return { is: 'queued' }
  })
  if (asked.is === 'queued') deps.wakeCourier()
  return asked
}

function placeOf(kind: JourneyMail, { mailTo }: JourneyFacts): OnFile {
  return kind === 'vouch' ? 'second' : (mailTo ?? 'first')
}

/** How the newest mail of this kind of this journey stands; null when none was asked for. */
export async function mailState(deps: Deps, journey: OpenJourney, kind: JourneyMail = confirmingMail(journey.facts)): Promise<LinkState | null> {
  const link = await deps.store.links.findByJourney(journey.idHash, kind)
  return link && linkState(link)
}

/** What a browser that opens the link is shown. Reading changes nothing (LINK-2). */
export type LinkOpened =
  | { readonly is: 'unknown' }
  | { readonly is: 'here'; readonly state: LinkState; readonly kind: JourneyMail | 'reopen' }
  /** Another browser: it gets the code to type in the first one. */
  | { readonly is: 'elsewhere'; readonly state: LinkState; readonly code: string }

export async function openLink(deps: Deps, token: string, journey: OpenJourney | null): Promise<LinkOpened> {
  const link = await deps.store.links.findByToken(token)
  const kind = link && kindOf(link)
  if (!link || !kind) return { is: 'unknown' }
  const state = linkState(link)
  return isFrom(link, journey) ? { is: 'here', state, kind } : { is: 'elsewhere', state, code: deps.secrets.code(token) }
}

export type Confirmed =
  | { readonly is: 'confirmed' }
  | { readonly is: 'not-good'; readonly state: LinkState }
  | { readonly is: 'wrong-code'; readonly triesLeft: number }
  /** PROOF-12: the address or the telephone serves as many people as it may; the page does not say so (E-07). */
  | { readonly is: 'not-usable' }
  | { readonly is: 'unknown' }

/** The button of the landing page, pressed in the browser that began. Anywhere else it changes nothing. */
export async function useLink(deps: Deps, token: string, journey: OpenJourney | null): Promise<Confirmed> {
  const link = await deps.store.links.findByToken(token)
  if (!link || !journey || !kindOf(link) || !isFrom(link, journey)) return { is: 'unknown' }
  if (link.kind === 'reopen') return (await reopenBy(deps, journey, link, 'link', null)) ? { is: 'confirmed' } : refuse(deps, journey, link)
  return confirm(deps, journey, link, 'link')
}

/** The code typed in the browser that began: the try is claimed before the code is compared (LINK-3). */
export async function useCode(deps: Deps, journey: OpenJourney, typed: string, kind: JourneyMail = confirmingMail(journey.facts)): Promise<Confirmed> {
  const { store, secrets } = deps
  const link = await store.links.findByJourney(journey.idHash, kind)
  if (!link) return { is: 'unknown' }
  const claimed = await store.links.claimCodeTry(link.tokenHash)
  if (!claimed) return refuse(deps, journey, link)
  if (secrets.equal(claimed.codeHash, secrets.codeHash(link.tokenHash, typed))) return confirm(deps, journey, link, 'code')
  await runCommand(deps, journey.person, ({ append }) => append({ type: 'link.refused', facts: { kind: link.kind, reason: 'wrong-code' } }))
  return { is: 'wrong-code', triesLeft: claimed.triesLeft }
}

async function confirm(deps: Deps, journey: OpenJourney, link: Link, by: 'link' | 'code'): Promise<Confirmed> {
  const { store } = deps
  const done = await runCommand(deps, journey.person, async ({ tx, now, append }) => {
    const contacts = link.kind === 'confirm-address' ? (await store.journeys.load(journey.idHash, tx))?.facts.contacts : undefined
    if (contacts && (await servesEnough(deps, tx, journey.person, countedIn(contacts)))) {
      await append({ type: 'link.refused', facts: { kind: link.kind, reason: 'contact-shared' } })
      return 'not-usable'
    }
    if (!(await store.links.consume(tx, link.tokenHash))) return 'not-good'
    await keep(deps, tx, journey, link, now)
    await append({ type: 'link.consumed', facts: { kind: link.kind, by } })
    return 'confirmed'
  })
  return done === 'not-good' ? refuse(deps, journey, link) : { is: done }
}

function keep(deps: Deps, tx: Tx, journey: OpenJourney, { kind }: Link, now: Instant): Promise<OpenJourney> {
  const save = (step: StepName, given: (facts: JourneyFacts) => Partial<JourneyFacts>): Promise<OpenJourney> => saveStep(deps, tx, journey, step, given)
  // Who answered the questions meanwhile may have sent the mail to this very address: one mailbox must not count twice.
  if (kind === 'vouch') return save('second-contact', ({ vouched }) => (vouched ? {} : { vouched: { at: now, by: 'contact' } }))
  if (kind === 'recover') return save('mail', () => ({ confirmed: { email: null, at: now } }))
  // The newest contacts: the link was good a line ago, so it was mailed to them; giving others would have ended it.
  return save('mail', ({ contacts }) => (contacts ? { confirmed: { email: contacts.email, at: now } } : {}))
}

async function refuse(deps: Deps, journey: OpenJourney, stale: Link): Promise<Confirmed> {
  const link = (await deps.store.links.findByJourney(journey.idHash, stale.kind)) ?? stale
  const state = linkState(link.tokenHash.equals(stale.tokenHash) ? link : { ...stale, superseded: true })
  await runCommand(deps, journey.person, ({ append }) => append({ type: 'link.refused', facts: { kind: link.kind, reason: state.is } }))
  return { is: 'not-good', state }
}

function kindOf({ kind }: Link): JourneyMail | 'reopen' | null {
  return kind === 'confirm-address' || kind === 'recover' || kind === 'vouch' || kind === 'reopen' ? kind : null
}

function isFrom(link: Link, journey: OpenJourney | null): boolean {
  return journey !== null && link.journeyHash !== null && link.journeyHash.equals(journey.idHash)
}
