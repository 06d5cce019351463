/**
 * Journey 3, "Desbloquear clave" (UNLOCK-1, UNLOCK-2). Whatever is done with a number is the same for known and unknown ones: a page never
 * waits for, or shows, what is true about it. The truth is in the mail (src/app/unlock-mail.ts).
 */
import { linkState, type Link, type LinkState } from '../domain/link.ts'
import type { Identifier } from '../domain/person.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { UnlockFacts } from '../domain/unlock.ts'
import { newDevice, readDevice, writeDevice } from './device-cookie.ts'
import type { RobotProof } from './identify.ts'
import { JourneyEnded } from './journey.ts'
import { tell } from './notices.ts'
import type { Deps, Language, Origin, StoredJourney, Tx } from './ports.ts'
import { runCommand } from './run-command.ts'

export interface UnlockJourney extends StoredJourney<UnlockFacts> { readonly idHash: Buffer }

export type UnlockBegun =
  | { readonly is: 'asked'; readonly journeyId: string }
  | { readonly is: 'waiting'; readonly journeyId: string }
  | { readonly is: 'too-many' }

/**
 * Number and robot check; a mail is asked for at once when the check was solved. `token`: of a mail that was opened in this browser; while it is
 * good, no other is sent in its place.
 */
export async function beginUnlock(
  deps: Deps, identifier: Identifier, proof: RobotProof, language: Language, { network }: Origin, token?: string,
): Promise<UnlockBegun> {
  const { store, register, secrets } = deps
  const solved = proof.solved && (await store.robots.use(proof.challenge, proof.expiresAt))
  const ticket = solved ? null : await store.robots.issueTicket(network)
  if (!solved && !ticket) return { is: 'too-many' }
  deps.watch.tried(identifier)
  const person = await register.resolve(identifier)
  const journeyId = secrets.token()
  const mailed = await isMailed(deps, person, token)
  const now = await store.now()
  await store.transaction(async (tx) => {
    const facts: UnlockFacts = { language, tries: 0, ...(ticket ? { ticket } : { asked: { times: 1, at: now } }) }
    await store.unlockJourneys.create(tx, secrets.tokenHash(journeyId), person, facts)
    if (!ticket && !mailed) await store.unlocks.ask(tx, person, language)
  })
  return { is: solved ? 'asked' : 'waiting', journeyId }
}

async function isMailed({ store }: Deps, person: PersonKey, token: string | undefined): Promise<boolean> {
  const link = token === undefined ? null : await store.links.findByToken(token)
  return link?.kind === 'unlock' && link.person === person && linkState(link).is === 'good'
}

export async function openUnlock({ store, secrets }: Deps, id: string): Promise<UnlockJourney | null> {
  const idHash = secrets.tokenHash(id)
  const stored = await store.unlockJourneys.load(idHash)
  return stored ? { ...stored, idHash } : null
}

/** The way without scripts: once the ticket is ripe a mail is asked for, once. Milliseconds left, 0 when it was. */
export async function ripenUnlock(deps: Deps, { idHash, person, facts: { ticket }, now }: UnlockJourney, token?: string): Promise<number> {
  const left = (ticket?.ripeAt ?? 0) - now
  if (left > 0) return left
  const mailed = await isMailed(deps, person, token)
  await change(deps, idHash, async (tx, { facts, now }) => {
    if (facts.asked) return null
    if (!mailed) await deps.store.unlocks.ask(tx, person, facts.language)
    return { ...facts, asked: { times: 1, at: now } }
  })
  return 0
}

/** LINK-4: this browser asked as often as an hour allows; the same for every number. */
export type AskedAgain = { readonly is: 'asked' } | { readonly is: 'too-often'; readonly until: Instant }

/** Another mail, and five new tries at its code. */
export async function askUnlockMail(deps: Deps, journey: UnlockJourney): Promise<AskedAgain> {
  const most = deps.policy.link.perPersonAndHour
  const hour = 60 * 60 * 1000
  const changed = await change(deps, journey.idHash, async (tx, { person, facts, now }) => {
    const asked = facts.asked ?? { times: 0, at: now }
    const times = now - asked.at >= hour ? 0 : asked.times
    if (times >= most) return null
    await deps.store.unlocks.ask(tx, person, facts.language)
    return { ...facts, tries: 0, asked: { times: times + 1, at: now } }
  })
  return changed ? { is: 'asked' } : { is: 'too-often', until: (journey.facts.asked?.at ?? journey.now) + hour }
}

/** What a browser that opens the link is shown; `here`: this browser gave the number the link is about. Reading changes nothing (LINK-2). */
export type UnlockLinkOpened =
  | { readonly is: 'unknown' }
  | { readonly is: 'here'; readonly state: LinkState }
  | { readonly is: 'elsewhere'; readonly state: LinkState; readonly code: string }

export async function openUnlockLink({ store, secrets }: Deps, token: string, journey: UnlockJourney | null): Promise<UnlockLinkOpened> {
  const link = await store.links.findByToken(token)
  if (link?.kind !== 'unlock') return { is: 'unknown' }
  const state = linkState(link)
  return isAbout(link, journey) ? { is: 'here', state } : { is: 'elsewhere', state, code: secrets.code(token) }
}

/** The browser that unlocks: its cookie of LOGIN-2, to which the lane is bound. */
export interface UnlockBrowser { readonly device: string | undefined; readonly origin: Origin }

export type Unlocked =
  /** `device`: the cookie this browser is to keep. */
  | { readonly is: 'unlocked'; readonly device: string }
  | { readonly is: 'wrong-code'; readonly triesLeft: number }
  | { readonly is: 'not-good' }

/** The button of the landing page, in a browser that gave the number. Anywhere else it changes nothing. */
export async function unlockByLink(deps: Deps, token: string, journey: UnlockJourney, browser: UnlockBrowser): Promise<Unlocked> {
  const link = await deps.store.links.findByToken(token)
  if (link?.kind !== 'unlock' || !isAbout(link, journey)) return { is: 'not-good' }
  return unlock(deps, link, journey, browser, 'link')
}

/**
 * The code typed in the browser that gave the number. The tries are this browser's, not the link's: somebody else who gives the same number
 * cannot use them up. A code of any mail about this number that is good now will do, whoever asked for it.
 */
export async function unlockByCode(deps: Deps, journey: UnlockJourney, typed: string, browser: UnlockBrowser): Promise<Unlocked> {
  const { store, secrets, policy } = deps
  const claimed = await change(deps, journey.idHash, async (_tx, { facts }) => (facts.tries >= policy.link.codeTries ? null : { ...facts, tries: facts.tries + 1 }))
  if (!claimed) return { is: 'wrong-code', triesLeft: 0 }
  const good = await store.unlocks.good(journey.person)
  const right = secrets.equal(good?.codeHash ?? Buffer.alloc(32), secrets.codeHash(good?.link.tokenHash ?? Buffer.alloc(32), typed))
  if (good && right) return unlock(deps, good.link, journey, browser, 'code')
  await store.note(journey.person, { type: 'link.refused', facts: { kind: 'unlock', reason: 'wrong-code' } })
  return { is: 'wrong-code', triesLeft: policy.link.codeTries - claimed.tries }
}

/** UNLOCK-1: strangers have their five again, this browser a lane of its own for a while; nobody is signed in and no failure is forgotten. */
async function unlock(deps: Deps, link: Link, { idHash, person, facts: { language } }: UnlockJourney, { device: cookie, origin }: UnlockBrowser, by: 'link' | 'code'): Promise<Unlocked> {
  const { store, secrets, policy } = deps
  const device = readDevice(secrets, cookie) ?? newDevice(secrets)
  const browser = origin.browser ?? ''
  const { record } = await deps.register.findByKey(person)
  const done = await runCommand(deps, person, async ({ tx, now, append }) => {
    if (!(await store.links.consume(tx, link.tokenHash))) return false
    await store.logins.unblock(tx, person, device.hash)
    const until = await store.devices.lend(tx, person, device.hash, browser, policy.login.unlockedLane)
    await append({ type: 'link.consumed', facts: { kind: 'unlock', by } })
    await append({ type: 'key.unlocked', facts: { by }, personal: { network: origin.network } })
    await tell(deps, tx, person, record, language, { kind: 'key-unlocked', at: now, browser })
    await save(deps, tx, idHash, { at: now, until })
    return true
  })
  if (!done) return { is: 'not-good' }
  deps.wakeCourier()
  return { is: 'unlocked', device: writeDevice(secrets, device, person) }
}

async function save({ store }: Deps, tx: Tx, idHash: Buffer, done: NonNullable<UnlockFacts['done']>): Promise<void> {
  const fresh = await store.unlockJourneys.load(idHash, tx)
  if (!fresh || !(await store.unlockJourneys.save(tx, idHash, fresh, { ...fresh.facts, done }))) throw new JourneyEnded()
}

/** Changes the facts over the newest version; null when `next` does not want to, or too many changed them at the same time. */
async function change(
  { store }: Deps, idHash: Buffer, next: (tx: Tx, fresh: StoredJourney<UnlockFacts> & { readonly person: PersonKey }) => Promise<UnlockFacts | null>,
): Promise<UnlockFacts | null> {
  for (let turn = 0; turn < 3; turn += 1) {
    const outcome = await store.transaction(async (tx) => {
      const fresh = await store.unlockJourneys.load(idHash, tx)
      if (!fresh) throw new JourneyEnded()
      const facts = await next(tx, fresh)
      if (facts && !(await store.unlockJourneys.save(tx, idHash, fresh, facts))) throw new Overtaken()
      return { facts }
    }).catch((error: unknown) => {
      if (error instanceof Overtaken) return null
      throw error
    })
    if (outcome) return outcome.facts
  }
  return null
}

/** Another window saved first: what this one did is undone. */
class Overtaken extends Error {}

function isAbout(link: Link, journey: UnlockJourney | null): boolean {
  return journey !== null && journey.person === link.person
}
