/**
 * Contacts of a signed-in person (M-11, PROOF-10, NOTICE-1). A new address takes the place of the old one when the codes of both were typed
 * in the session that asked; both are told; money services wait 72 hours. No text messages are sent yet: a new telephone takes the code of
 * the current address alone and stays unverified (docs/decisions/051-changing-a-contact.md).
 */
import { linkState, type Link, type LinkKind, type LinkState } from '../domain/link.ts'
import { mayUse } from '../domain/service-access.ts'
import type { Instant } from '../domain/types.ts'
import type { ContactPlace, PendingChange } from './contact-ports.ts'
import { tellOwner } from './own-notices.ts'
import type { ContactChange } from './own-ports.ts'
import type { OwnSession } from './own-session.ts'
import type { Deps, Language, NewContact, Origin } from './ports.ts'
import { runCommand, type Command } from './run-command.ts'
import { flagShared, servesEnough } from './shared-contacts.ts'

/** Money may rely on a new contact after this long; `until`: the key is on probation and changes no contact before. */
export type ContactsClosed = { readonly is: 'closed'; readonly until: Instant | null }

export type ChangeAsked =
  | { readonly is: 'asked' }
  /** It is one of the person's contacts already. */
  | { readonly is: 'same' }
  | { readonly is: 'too-many' }
  /** There is no verified address to which the first code could go. */
  | { readonly is: 'no-address' }
  | ContactsClosed

export interface NewValue { readonly place: ContactPlace; readonly kind: NewContact['kind']; readonly value: string }

/** M-06: mailed before the contacts changed; «No fui yo» stays good. */
const superseded: readonly LinkKind[] = ['unlock', 'recover', 'vouch', 'reopen']

export async function contactsClosed(deps: Deps, { person, now }: OwnSession): Promise<ContactsClosed | null> {
  const standing = await deps.store.transaction((tx) => deps.store.services.standing(tx, person))
  const access = standing ? mayUse('contact', standing, now) : { is: 'refused' as const }
  return access.is === 'allowed' ? null : { is: 'closed', until: access.is === 'wait' ? access.until : null }
}

/** Sends the codes; those of an earlier change stop working (LINK-3, LINK-4). */
export async function askForChange(deps: Deps, own: OwnSession, wanted: NewValue, language: Language, { network }: Origin): Promise<ChangeAsked> {
  const asked = await runCommand<ChangeAsked>(deps, own.person, async (command) => {
    const closed = await closedNow(deps, command, own)
    if (closed) return closed
    const { tx, append } = command
    const known = await deps.store.accounts.contacts(tx, own.person)
    if (known.some(({ value }) => value.toLowerCase() === wanted.value.toLowerCase())) return { is: 'same' }
    const current = known.find(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none')
    if (!current) return { is: 'no-address' }
    const mailed = wanted.kind === 'email'
    const { toPerson } = await deps.store.outbox.recent(tx, own.person, current.value)
    const { toAddress } = await deps.store.outbox.recent(tx, own.person, mailed ? wanted.value : current.value)
    if (toPerson + (mailed ? 2 : 1) > deps.policy.link.perPersonAndHour || toAddress >= deps.policy.link.perAddressAndDay) return { is: 'too-many' }
    const send = (kind: 'change-current' | 'change-new', to: string): Promise<Buffer> => sendCode(deps, command, own, { kind, to, place: wanted.place, language })
    const links = { current: await send('change-current', current.value), fresh: mailed ? await send('change-new', wanted.value) : null }
    await deps.store.own.contacts.keepPending(tx, own.person, own.idHash, wanted, links)
    await append({ type: 'contact.change-asked', facts: { kind: wanted.place }, personal: { network } })
    return { is: 'asked' }
  })
  if (asked.is === 'asked') deps.wakeCourier()
  return asked
}

async function sendCode(
  { store, secrets, policy }: Deps, { tx }: Command, { person }: OwnSession,
  { kind, to, place, language }: { kind: 'change-current' | 'change-new'; to: string; place: ContactPlace; language: Language },
): Promise<Buffer> {
  const token = secrets.token()
  await store.links.issue(tx, person, { kind, token, journeyHash: null, lifetime: policy.link.lifetime }, { kind, to, language, token, place }, true)
  return secrets.tokenHash(token)
}

export interface ChangeState { readonly change: PendingChange; readonly current: LinkState; readonly fresh: LinkState | null }

/** The change that waits for its codes in this session. Reading changes nothing. */
export async function changeState({ store }: Deps, { idHash }: OwnSession): Promise<ChangeState | null> {
  const change = await store.own.contacts.pending(idHash)
  return change && { change, current: linkState(change.currentLink), fresh: change.newLink && linkState(change.newLink) }
}

export type Changed =
  | { readonly is: 'changed' }
  | { readonly is: 'wrong-code'; readonly current: boolean; readonly fresh: boolean }
  /** Nothing waits here, or a code is not good any more: the page says which. */
  | { readonly is: 'not-good' }
  /** The new address or telephone serves other people already (PROOF-12); not said in these words. */
  | { readonly is: 'not-usable' }
  | ContactsClosed

export interface TypedCodes { readonly current: string; readonly fresh: string; readonly language: Language }

/** LINK-3: a try of each code is claimed before either is compared. */
export async function finishChange(deps: Deps, own: OwnSession, typed: TypedCodes, origin: Origin): Promise<Changed> {
  const { store } = deps
  const change = await store.own.contacts.pending(own.idHash)
  if (!change) return { is: 'not-good' }
  const current = await compare(deps, change.currentLink, typed.current)
  const fresh = change.newLink ? await compare(deps, change.newLink, typed.fresh) : 'right'
  if (current === 'gone' || fresh === 'gone') return { is: 'not-good' }
  if (current === 'wrong' || fresh === 'wrong') {
    await store.note(own.person, { type: 'link.refused', facts: { kind: current === 'wrong' ? 'change-current' : 'change-new', reason: 'wrong-code' } })
    return { is: 'wrong-code', current: current === 'wrong', fresh: fresh === 'wrong' }
  }
  const done = await runCommand<Changed>(deps, own.person, (command) => apply(deps, command, own, change, typed.language, origin))
  if (done.is === 'changed') deps.wakeCourier()
  return done
}

async function compare({ store, secrets }: Deps, { tokenHash }: Link, typed: string): Promise<'right' | 'wrong' | 'gone'> {
  const claimed = await store.links.claimCodeTry(tokenHash)
  if (!claimed) return 'gone'
  return secrets.equal(claimed.codeHash, secrets.codeHash(tokenHash, typed)) ? 'right' : 'wrong'
}

async function apply(deps: Deps, command: Command, own: OwnSession, change: PendingChange, language: Language, { network }: Origin): Promise<Changed> {
  const { store, policy } = deps
  const { tx, now, append } = command
  const { person, record } = own
  const closed = await closedNow(deps, command, own)
  if (closed) return closed
  // Under the lock: the same form may have been sent twice, or another change asked for.
  const still = await store.own.contacts.pending(own.idHash, tx)
  if (!still?.currentLink.tokenHash.equals(change.currentLink.tokenHash)) return { is: 'not-good' }
  if (await servesEnough(deps, tx, person, [change.value])) return { is: 'not-usable' }
  for (const link of [change.currentLink, change.newLink]) if (link && !(await store.links.consume(tx, link.tokenHash))) return { is: 'not-good' }
  const { place, kind, value } = change
  const had = (await store.accounts.contacts(tx, person)).filter((each) => each.kind === 'email').length
  const adds = place === 'second-email' && had < 2
  const what: ContactChange = adds ? 'second-email-added' : place === 'phone' ? 'phone' : 'email'
  const notices = await tellOwner(deps, { tx, now, person, record, language }, { kind: 'contact-changed', what }, kind === 'email' ? [value] : [])
  const moneyFrom = now + policy.proofing.probation
  await store.own.contacts.put(tx, person, place, { kind, value, verifiedBy: kind === 'email' ? 'link' : 'none', moneyFrom })
  await flagShared(deps, tx, person, [value])
  await store.own.contacts.dropPending(tx, person)
  for (const each of superseded) await store.links.supersede(tx, person, each)
  if (adds) await append({ type: 'contact.added', facts: { kind: place, notices }, personal: { network } })
  else await append({ type: 'contact.changed', facts: { kind: place, moneyFrom: new Date(moneyFrom).toISOString(), notices }, personal: { network } })
  return { is: 'changed' }
}

export async function removeSecondAddress(deps: Deps, own: OwnSession, language: Language, { network }: Origin): Promise<ContactsClosed | { readonly is: 'removed' | 'none' }> {
  const { store } = deps
  const done = await runCommand<ContactsClosed | { readonly is: 'removed' | 'none' }>(deps, own.person, async (command) => {
    const { tx, now, append } = command
    const { person, record } = own
    const closed = await closedNow(deps, command, own)
    if (closed) return closed
    const second = (await store.accounts.contacts(tx, person)).filter(({ kind }) => kind === 'email')[1]
    if (!second) return { is: 'none' }
    const notices = await tellOwner(deps, { tx, now, person, record, language }, { kind: 'contact-changed', what: 'second-email-removed' })
    await store.own.contacts.remove(tx, person, 'second-email')
    for (const each of superseded) await store.links.supersede(tx, person, each)
    await append({ type: 'contact.removed', facts: { kind: 'second-email', notices }, personal: { network } })
    return { is: 'removed' }
  })
  if (done.is === 'removed') deps.wakeCourier()
  return done
}

export async function dropChange(deps: Deps, { person }: OwnSession): Promise<void> {
  await deps.store.transaction((tx) => deps.store.own.contacts.dropPending(tx, person))
}

/** PROOF-10, decided by the clock of the transaction; a refusal is an event. */
async function closedNow({ store }: Deps, { tx, now, append }: Command, { person }: OwnSession): Promise<ContactsClosed | null> {
  const standing = await store.services.standing(tx, person)
  const access = standing ? mayUse('contact', standing, now) : { is: 'refused' as const }
  if (access.is === 'allowed') return null
  await append({ type: 'service.refused', facts: { service: 'contacts', reason: access.is === 'wait' ? access.why : 'frozen' } })
  return { is: 'closed', until: access.is === 'wait' ? access.until : null }
}
