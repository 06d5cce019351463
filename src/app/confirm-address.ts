/** Step 4: the mail with a link and a code (LINK-1…6). The link finishes only in the browser that began (LINK-2). */
import { linkState, type Link, type LinkState } from '../domain/link.ts'
import { JourneyEnded, saveStep, type OpenJourney } from './journey.ts'
import type { Deps, Tx } from './ports.ts'
import { runCommand } from './run-command.ts'

export type MailAsked = { readonly is: 'queued' } | { readonly is: 'too-many-for-person' } | { readonly is: 'too-many-for-address' }

/** Sends a new link; the earlier one stops working (LINK-3). Asking again resets no counter (LINK-4). */
export function askForMail(deps: Deps, journey: OpenJourney): Promise<MailAsked> {
  return ask(deps, journey, async () => false)
}

/** The same, unless one is under way or good: the form before it, sent twice, sends one mail. */
export function askForFirstMail(deps: Deps, journey: OpenJourney): Promise<MailAsked> {
  return ask(deps, journey, async (tx) => {
    const link = await deps.store.links.findByJourney(journey.idHash, 'confirm-address', tx)
    const state = link && linkState(link)
    return state?.is === 'on-its-way' || state?.is === 'good'
  })
}

async function ask(deps: Deps, journey: OpenJourney, enough: (tx: Tx) => Promise<boolean>): Promise<MailAsked> {
  const { store, secrets, policy } = deps
  const asked = await runCommand<MailAsked>(deps, journey.person, async ({ tx, append }) => {
    // Read again under the lock: another window may have given another address since the page was made.
    const to = (await store.journeys.load(journey.idHash, tx))?.facts.contacts?.email
    if (to === undefined) throw new JourneyEnded()
    if (await enough(tx)) return { is: 'queued' }
    const { toPerson, toAddress } = await store.outbox.recent(tx, journey.person, to)
    if (toPerson >= policy.link.perPersonAndHour) return { is: 'too-many-for-person' }
    if (toAddress >= policy.link.perAddressAndDay) return { is: 'too-many-for-address' }
    const token = secrets.token()
    const link = { kind: 'confirm-address', token, journeyHash: journey.idHash, lifetime: policy.link.lifetime } as const
    await store.links.issue(tx, journey.person, link, { kind: 'confirm-address', to, language: journey.facts.language, token }, true)
    await append({ type: 'link.issued', facts: { kind: 'confirm-address' } })
    return { is: 'queued' }
  })
  if (asked.is === 'queued') deps.wakeCourier()
  return asked
}

/** How the newest mail of this journey stands; null when none was asked for. */
export async function mailState(deps: Deps, journey: OpenJourney): Promise<LinkState | null> {
  const link = await deps.store.links.findByJourney(journey.idHash, 'confirm-address')
  return link && linkState(link)
}

/** What a browser that opens the link is shown. Reading changes nothing (LINK-2). */
export type LinkOpened =
  | { readonly is: 'unknown' }
  | { readonly is: 'here'; readonly state: LinkState }
  /** Another browser: it gets the code to type in the first one. */
  | { readonly is: 'elsewhere'; readonly state: LinkState; readonly code: string }

export async function openLink(deps: Deps, token: string, journey: OpenJourney | null): Promise<LinkOpened> {
  const link = await deps.store.links.findByToken(token)
  if (!link || link.kind !== 'confirm-address') return { is: 'unknown' }
  const state = linkState(link)
  return isFrom(link, journey) ? { is: 'here', state } : { is: 'elsewhere', state, code: deps.secrets.code(token) }
}

export type Confirmed =
  | { readonly is: 'confirmed' }
  | { readonly is: 'not-good'; readonly state: LinkState }
  | { readonly is: 'wrong-code'; readonly triesLeft: number }
  | { readonly is: 'unknown' }

/** The button of the landing page, pressed in the browser that began. Anywhere else it changes nothing. */
export async function useLink(deps: Deps, token: string, journey: OpenJourney | null): Promise<Confirmed> {
  const link = await deps.store.links.findByToken(token)
  if (!link || !journey || !isFrom(link, journey)) return { is: 'unknown' }
  return confirm(deps, journey, link, 'link')
}

/** The code typed in the browser that began: the try is claimed before the code is compared (LINK-3). */
export async function useCode(deps: Deps, journey: OpenJourney, typed: string): Promise<Confirmed> {
  const { store, secrets } = deps
  const link = await store.links.findByJourney(journey.idHash, 'confirm-address')
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
    if (!(await store.links.consume(tx, link.tokenHash))) return false
    // The newest contacts: the link was good a line ago, so it was mailed to them; giving others would have ended it.
    await saveStep(deps, tx, journey.idHash, 'mail', ({ contacts }) => (contacts ? { confirmed: { email: contacts.email, at: now } } : {}))
    await append({ type: 'link.consumed', facts: { kind: link.kind, by } })
    return true
  })
  return done ? { is: 'confirmed' } : refuse(deps, journey, link)
}

async function refuse(deps: Deps, journey: OpenJourney, stale: Link): Promise<Confirmed> {
  const link = (await deps.store.links.findByJourney(journey.idHash, stale.kind)) ?? stale
  const state = linkState(link.tokenHash.equals(stale.tokenHash) ? link : { ...stale, superseded: true })
  await runCommand(deps, journey.person, ({ append }) => append({ type: 'link.refused', facts: { kind: link.kind, reason: state.is } }))
  return { is: 'not-good', state }
}

function isFrom(link: Link, journey: OpenJourney | null): boolean {
  return journey !== null && link.journeyHash !== null && link.journeyHash.equals(journey.idHash)
}
