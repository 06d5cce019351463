/** The session of a page about the person's own key, and the key typed again inside it (S-02, W-09). */
import { mostPasswordBytes, normalisePassword } from '../domain/password.ts'
import type { RegisterRecord } from '../domain/person.ts'
import type { Instant } from '../domain/types.ts'
import type { Deps, Origin } from './ports.ts'
import type { Session } from './session-ports.ts'
import { runCommand } from './run-command.ts'

export interface OwnSession extends Session {
  readonly idHash: Buffer
  readonly record: RegisterRecord
}

export async function ownSessionOf(deps: Deps, sessionId: string): Promise<OwnSession | null> {
  const idHash = deps.secrets.tokenHash(sessionId)
  const session = await deps.store.sessions.load(idHash)
  const record = session && (await deps.register.findByKey(session.person)).record
  return session && record ? { ...session, idHash, record } : null
}

/** Was the key typed so lately that it need not be asked again? */
export async function keyIsFresh({ store, policy }: Deps, { idHash, now }: OwnSession): Promise<boolean> {
  const at = await store.own.keys.givenAt(idHash)
  return at !== null && now - at <= policy.session.freshKey
}

export type KeyTried =
  | { readonly is: 'right'; readonly passwordHash: string }
  | { readonly is: 'wrong'; readonly triesLeft: number }
  /** The tries of this session are used up: it is over. */
  | { readonly is: 'ended' }
  | { readonly is: 'busy' }

/**
 * One comparison, claimed before it is made, from the tries of this session and of no other: whoever holds a stolen session learns
 * nothing more than five guesses tell, and loses it with the fifth. A right key must be followed by `renew` or `giveTryBack`.
 */
export async function tryKey(deps: Deps, own: OwnSession, typed: string, origin: Origin): Promise<KeyTried> {
  const { store, hasher } = deps
  const slot = hasher.reserve('owner') // before the claim: a full queue must not cost a try (LOGIN-6)
  if (!slot) return { is: 'busy' }
  try {
    const claimed = await store.own.keys.claimTry(own.idHash)
    if (!claimed) return await endSession(deps, own)
    const password = Buffer.byteLength(typed) > mostPasswordBytes ? '' : normalisePassword(typed)
    if (await slot.verify(claimed.passwordHash, password)) return { is: 'right', passwordHash: claimed.passwordHash }
    return await wrong(deps, own, claimed.triesLeft, origin)
  } finally {
    slot.release()
  }
}

async function wrong(deps: Deps, own: OwnSession, triesLeft: number, { network }: Origin): Promise<KeyTried> {
  const facts = { lane: 'session', inARow: deps.policy.session.keyTries - triesLeft, blocked: false }
  await deps.store.note(own.person, { type: 'login.failed', facts, personal: { network } })
  return triesLeft > 0 ? { is: 'wrong', triesLeft } : endSession(deps, own)
}

async function endSession({ store }: Deps, { idHash, person }: OwnSession): Promise<KeyTried> {
  await store.transaction(async (tx) => {
    if (await store.sessions.end(tx, idHash)) await store.append(tx, person, { type: 'session.ended', facts: { reason: 'wrong-keys' } })
  })
  return { is: 'ended' }
}

export type KeyGiven = { readonly is: 'given'; readonly sessionId: string; readonly at: Instant } | Exclude<KeyTried, { readonly is: 'right' }>

/** The key asked again before something that must not be done with a found or stolen session. */
export async function giveKeyAgain(deps: Deps, own: OwnSession, typed: string, origin: Origin): Promise<KeyGiven> {
  const tried = await tryKey(deps, own, typed, origin)
  if (tried.is !== 'right') return tried
  const sessionId = deps.secrets.token()
  return runCommand<KeyGiven>(deps, own.person, async ({ tx, now }) => {
    const renewed = await deps.store.own.keys.renew(tx, own.idHash, deps.secrets.tokenHash(sessionId))
    return renewed ? { is: 'given', sessionId, at: now } : { is: 'ended' }
  })
}
