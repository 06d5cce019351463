/** A known key is changed for another (W-09): the current one proves the person, the new one passes PASS-1, PASS-2 and PASS-4. */
import { normalisePassword, refusePassword, type PasswordRefusal } from '../domain/password.ts'
import type { LinkKind } from '../domain/link.ts'
import type { Instant } from '../domain/types.ts'
import { ownData } from './own-data.ts'
import { tellOwner } from './own-notices.ts'
import { tryKey, type KeyTried, type OwnSession } from './own-session.ts'
import type { Deps, Language, Origin } from './ports.ts'
import { runCommand, type Command } from './run-command.ts'

export type KeyChanged =
  | { readonly is: 'changed'; readonly sessionId: string; readonly at: Instant; readonly sessionsEnded: number; readonly notices: number; readonly receipt: string }
  | { readonly is: 'refused'; readonly refusal: PasswordRefusal }
  /** The new key is the current one. */
  | { readonly is: 'same' }
  | Exclude<KeyTried, { readonly is: 'right' }>

/** M-06: whatever was mailed about the key before stops working; «No fui yo» does not, it can only stop the key. */
const superseded: readonly LinkKind[] = ['unlock', 'recover', 'reopen', 'change-current', 'change-new', 'confirm-key']

export interface NewKey { readonly current: string; readonly chosen: string; readonly language: Language }

/** What is wrong with the new key is said before a try at the current one is claimed: it tells nothing about that. */
export async function changeKey(deps: Deps, own: OwnSession, { current, chosen, language }: NewKey, origin: Origin): Promise<KeyChanged> {
  const { store, hasher, policy, institutionWords, isCommonPassword } = deps
  const contacts = await store.transaction((tx) => store.accounts.contacts(tx, own.person))
  const context = { words: institutionWords, ownData: ownData(own.record, { identifier: own.record.id, language }, contacts), isCommon: isCommonPassword }
  const refusal = refusePassword(chosen, policy.password, context)
  if (refusal) return { is: 'refused', refusal }
  if (normalisePassword(chosen) === normalisePassword(current)) return { is: 'same' }
  const tried = await tryKey(deps, own, current, origin)
  if (tried.is !== 'right') return tried
  const slot = hasher.reserve('owner')
  if (!slot) {
    await store.own.keys.giveTryBack(own.idHash)
    return { is: 'busy' }
  }
  const text = normalisePassword(chosen)
  const keys = { before: tried.passwordHash, after: await slot.hash(text), text }
  const changed = await runCommand(deps, own.person, (command) => change(deps, command, own, keys, language, origin))
  if (changed.is === 'changed') deps.wakeCourier()
  else await store.own.keys.giveTryBack(own.idHash)
  return changed
}

/** S-02: this session goes on under another id, so that whoever had copied it is out like all the others. */
async function change(
  deps: Deps, { tx, now, append }: Command, own: OwnSession, keys: { before: string; after: string; text: string }, language: Language, { network }: Origin,
): Promise<KeyChanged> {
  const { store, secrets } = deps
  const sessionId = secrets.token()
  const idHash = secrets.tokenHash(sessionId)
  if (await store.popularity.isFull(tx, keys.text)) return { is: 'refused', refusal: { why: 'popular' } }
  if (!(await store.own.keys.renew(tx, own.idHash, idHash))) return { is: 'ended' }
  if (!(await store.own.keys.changePassword(tx, own.person, keys.before, keys.after))) return { is: 'ended' }
  await store.popularity.count(tx, keys.text)
  const sessionsEnded = await store.own.keys.endOthers(tx, own.person, idHash)
  for (const kind of superseded) await store.links.supersede(tx, own.person, kind)
  const notices = await tellOwner(deps, { tx, now, person: own.person, record: own.record, language }, { kind: 'key-changed' })
  const { hash } = await append({ type: 'key.changed', facts: { sessionsEnded, notices }, personal: { network } })
  return { is: 'changed', sessionId, at: now, sessionsEnded, notices, receipt: hash.toString('hex') }
}
