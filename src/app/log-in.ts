/**
 * Signing in with number and key (LOGIN-1…6). The try is claimed first, in the lane of the browser (LOGIN-2); then exactly one comparison,
 * decoy or real.
 */
import { ceilingOf, type Lane } from '../domain/attempts.ts'
import type { Identifier } from '../domain/person.ts'
import { mostPasswordBytes, normalisePassword } from '../domain/password.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import { isTaggedFor, newDevice, readDevice, writeDevice, type DeviceCookie } from './device-cookie.ts'
import type { LoginClaim, NewSession } from './lane-ports.ts'
import { tell } from './notices.ts'
import type { Deps, Language, Origin } from './ports.ts'
import type { HashSlot } from './secret-ports.ts'
import { runCommand } from './run-command.ts'

export type LoggedIn =
  /** `device`: the cookie this browser is to keep for a year; null: it is not to be remembered. */
  | { readonly is: 'in'; readonly sessionId: string; readonly device: string | null }
  /** Unknown number, wrong key, blocked, disabled, frozen, deceased: one answer (LOGIN-3, LOGIN-4). */
  | { readonly is: 'wrong' }
  | { readonly is: 'wait'; readonly until: Instant }
  | { readonly is: 'busy' }

/** The browser somebody signs in with. */
export interface LoginBrowser {
  /** Its cookie of LOGIN-2, as it came. */
  readonly device: string | undefined
  /** «Este equipo es compartido»: it is not remembered. */
  readonly shared: boolean
  readonly language: Language
}

/** One try, while it is under way. */
interface Try {
  readonly person: PersonKey
  /** What was typed, which an alias may stand for: what the tag of the cookie is about. */
  readonly typed: PersonKey
  readonly lane: Lane
  readonly device: DeviceCookie | null
  readonly browser: LoginBrowser
  readonly origin: Origin
}

export const unknownBrowser: LoginBrowser = { device: undefined, shared: false, language: 'es' }

/** Before anything was read: is the queue full for who comes with this cookie? It may be for a number that the cookie is not about, too. */
export function isCrowded({ hasher, secrets }: Deps, device: string | undefined): boolean {
  return hasher.isFull('stranger') && (readDevice(secrets, device) === null || hasher.isFull('owner'))
}

/** L-07, L-08: strangers at one number come one after the other, known or not; a browser that is known for it waits for none of them. */
export async function logIn(deps: Deps, identifier: Identifier, password: string, origin: Origin, browser: LoginBrowser = unknownBrowser): Promise<LoggedIn> {
  const typed = deps.register.personKey(identifier)
  const device = readDevice(deps.secrets, browser.device)
  // Before the claim: a full queue must not cost a try (LOGIN-6).
  const lane = device && isTaggedFor(deps.secrets, device, typed) ? 'owner' : 'stranger'
  const slot = deps.hasher.reserve(lane)
  if (!slot) return { is: 'busy' }
  const work = async (): Promise<LoggedIn> => {
    const claim = await deps.store.logins.claim(typed, device?.hash ?? null)
    const attempt: Try = { person: claim.person, typed, lane: claim.lane, device, browser, origin }
    if ('refused' in claim && claim.refused.is === 'wait') return refuse(deps, attempt, 'wait', { is: 'wait', until: claim.refused.until })
    return compare(deps, slot, claim, attempt, password)
  }
  try {
    const answer = await (lane === 'owner' ? work() : deps.turns.take(typed, work))
    if (answer.is === 'wrong') noteFailure(deps, identifier)
    return answer
  } finally {
    slot.release()
  }
}

/** L-15: whatever was wrong about it. */
function noteFailure({ watch }: Deps, identifier: Identifier): void {
  watch.loginFailed()
  watch.tried(identifier)
}

async function compare(deps: Deps, slot: HashSlot, claim: LoginClaim, attempt: Try, typed: string): Promise<LoggedIn> {
  const password = Buffer.byteLength(typed) > mostPasswordBytes ? '' : normalisePassword(typed)
  const account = 'refused' in claim ? null : claim.account
  const right = await slot.verify(account?.passwordHash ?? null, password)
  if ('refused' in claim) return refuse(deps, attempt, claim.refused.is, { is: 'wrong' })
  if (right && account?.state === 'active') return succeed(deps, attempt, account.passwordHash, password)
  return fail(deps, attempt, claim)
}

/** The last try of a lane asks for a mail, whoever the number belongs to; who it is turns out after the answer (E-03). */
async function fail(deps: Deps, { person, lane, device, browser, origin }: Try, { inARow, sinceSuccess }: Exclude<LoginClaim, { refused: unknown }>): Promise<LoggedIn> {
  const { login } = deps.policy
  const blocked = inARow >= login.inARow || sinceSuccess >= ceilingOf(lane, login)
  const event = { type: 'login.failed', facts: { lane, inARow, blocked }, personal: { network: origin.network } } as const
  await deps.store.logins.fail(person, event, lane === 'stranger' ? null : device!.hash, blocked ? { language: browser.language } : null)
  return { is: 'wrong' }
}

async function succeed(deps: Deps, attempt: Try, stored: string, password: string): Promise<LoggedIn> {
  const sessionId = deps.secrets.token()
  const known = attempt.lane === 'device' && !attempt.browser.shared
  const device = known ? await enterKnown(deps, attempt, sessionId) : await enterUnknown(deps, attempt, sessionId)
  if (deps.hasher.needsRehash(stored)) await rehash(deps, attempt.person, stored, password)
  return { is: 'in', sessionId, device: device && writeDevice(deps.secrets, device, attempt.typed) }
}

/** From a browser that is remembered: one statement, and nobody needs to be told. */
async function enterKnown({ store, secrets }: Deps, { person, device, origin }: Try, sessionId: string): Promise<DeviceCookie> {
  const known = device!
  await store.logins.succeed(person, known.hash, newSession(secrets.tokenHash(sessionId), origin, known), succeeded('device', origin))
  return known
}

/** From any other: it is remembered unless the person does not want that, and the person is told in any case (NOTICE-1). */
async function enterUnknown(deps: Deps, { person, lane, device, browser, origin }: Try, sessionId: string): Promise<DeviceCookie | null> {
  const { store, secrets } = deps
  const ofLane = lane === 'stranger' ? null : device!.hash
  const remembered = browser.shared ? null : (device ?? newDevice(secrets))
  const { record } = await deps.register.findByKey(person)
  await runCommand(deps, person, async ({ tx, now, append }) => {
    await store.logins.succeed(person, ofLane, newSession(secrets.tokenHash(sessionId), origin, remembered), succeeded(lane, origin), tx)
    if (browser.shared && ofLane && (await store.devices.end(tx, person, ofLane))) await append({ type: 'device.ended', facts: { reason: 'shared' } })
    if (remembered) await store.devices.trust(tx, person, remembered.hash, browserOf(origin))
    const told = { kind: 'device-new', at: now, browser: browserOf(origin), network: origin.network, remembered: remembered !== null } as const
    const notices = lane === 'device' ? 0 : await tell(deps, tx, person, record, browser.language, told)
    if (remembered) await append({ type: 'device.trusted', facts: { notices }, personal: { network: origin.network } })
  })
  deps.wakeCourier()
  return remembered
}

const browserOf = ({ browser }: Origin): string => browser ?? ''

function newSession(hash: Buffer, origin: Origin, device: DeviceCookie | null): NewSession {
  return { hash, origin: { network: origin.network, browser: browserOf(origin) }, device: device?.hash ?? null }
}

function succeeded(lane: Lane, { network }: Origin): { type: 'login.succeeded'; facts: { lane: Lane }; personal: { network: string } } {
  return { type: 'login.succeeded', facts: { lane }, personal: { network } }
}

async function refuse(deps: Deps, { person, lane, origin: { network } }: Try, reason: string, answer: LoggedIn): Promise<LoggedIn> {
  await deps.store.note(person, { type: 'login.refused', facts: { lane, reason }, personal: { network } })
  return answer
}

/** PASS-3: parameters or key changed since the hash was made. Skipped when the queue is full: the next sign-in does it. */
async function rehash(deps: Deps, person: PersonKey, before: string, password: string): Promise<void> {
  const slot = deps.hasher.reserve('owner')
  if (!slot) return
  const after = await slot.hash(password)
  await runCommand(deps, person, async ({ tx, append }) => {
    if (await deps.store.accounts.rehash(tx, person, before, after)) await append({ type: 'key.rehashed', facts: {} })
  })
}
