/** Signing in with number and key (LOGIN-1, 3…6). The try is claimed first; then exactly one comparison, decoy or real. */
import type { Identifier } from '../domain/person.ts'
import { mostPasswordBytes, normalisePassword } from '../domain/password.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Deps, HashSlot, LoginClaim, Origin } from './ports.ts'
import { runCommand } from './run-command.ts'

export type LoggedIn =
  | { readonly is: 'in'; readonly sessionId: string }
  /** Unknown number, wrong key, blocked, disabled, frozen, deceased: one answer (LOGIN-3, LOGIN-4). */
  | { readonly is: 'wrong' }
  | { readonly is: 'wait'; readonly until: Instant }
  | { readonly is: 'busy' }

const lane = 'stranger'

export async function logIn(deps: Deps, identifier: Identifier, typed: string, origin: Origin): Promise<LoggedIn> {
  const slot = deps.hasher.reserve(lane) // before the claim: a full queue must not cost a try (LOGIN-6)
  if (!slot) return { is: 'busy' }
  try {
    const claim = await deps.store.logins.claim(deps.register.personKey(identifier), lane)
    if ('refused' in claim && claim.refused.is === 'wait') return await refuse(deps, claim.person, 'wait', origin, { is: 'wait', until: claim.refused.until })
    return await compare(deps, slot, claim, typed, origin)
  } finally {
    slot.release()
  }
}

async function compare(deps: Deps, slot: HashSlot, claim: LoginClaim, typed: string, origin: Origin): Promise<LoggedIn> {
  const password = Buffer.byteLength(typed) > mostPasswordBytes ? '' : normalisePassword(typed)
  const account = 'refused' in claim ? null : claim.account
  const right = await slot.verify(account?.passwordHash ?? null, password)
  if ('refused' in claim) return refuse(deps, claim.person, claim.refused.is, origin, { is: 'wrong' })
  if (right && account?.state === 'active') return succeed(deps, claim.person, account.passwordHash, password, origin)
  const facts = { lane, inARow: claim.inARow, blocked: claim.inARow >= deps.policy.login.inARow }
  await deps.store.note(claim.person, { type: 'login.failed', facts, personal: { network: origin.network } })
  return { is: 'wrong' }
}

async function succeed(deps: Deps, person: PersonKey, stored: string, password: string, { network }: Origin): Promise<LoggedIn> {
  const sessionId = deps.secrets.token()
  const event = { type: 'login.succeeded', facts: { lane }, personal: { network } } as const
  await deps.store.logins.succeed(person, lane, deps.secrets.tokenHash(sessionId), event)
  if (deps.hasher.needsRehash(stored)) await rehash(deps, person, stored, password)
  return { is: 'in', sessionId }
}

async function refuse(deps: Deps, person: PersonKey, reason: string, { network }: Origin, answer: LoggedIn): Promise<LoggedIn> {
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
