/**
 * A key on probation is confirmed before its time by a code to an address that the register knew before the day the key was made (PROOF-10,
 * docs/decisions/071-confirming-a-young-key.md). The code is typed in the session that asked for it; the mail has no link, so there is
 * nothing a scanner could press (LINK-2). Held by test/app/confirm-key.test.ts and test/web/my-key/confirm-key.test.ts.
 */
import { localDay } from '../domain/calendar.ts'
import { knownBefore } from '../domain/known-contacts.ts'
import { linkState, type LinkState } from '../domain/link.ts'
import type { RegisterRecord } from '../domain/person.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import { addressesOnFile } from './addresses-on-file.ts'
import type { ProbationStanding } from './confirmation-ports.ts'
import { tellOwner } from './own-notices.ts'
import type { OwnSession } from './own-session.ts'
import type { Deps, Language, Origin, Tx } from './ports.ts'
import { runCommand, type Command } from './run-command.ts'

/** Whose key, and when one looks. */
export interface YoungKey { readonly person: PersonKey; readonly record: RegisterRecord | null; readonly now: Instant }

/** Codes go to two addresses at most: each is one of the mails of LINK-4. */
const mostAddresses = 2

/** `settled`: the key is not on probation, or frozen. */
export type WayToConfirm = 'contact' | 'no-contact' | 'settled'

/** For pages: nothing is decided on it. */
export function wayToConfirm(deps: Deps, key: YoungKey): Promise<WayToConfirm> {
  return deps.store.transaction(async (tx) => {
    const standing = await deps.store.confirmations.standing(tx, key.person)
    if (!standing || !isYoung(standing, key.now)) return 'settled'
    return (await addresses(deps, tx, key, standing)).length > 0 ? 'contact' : 'no-contact'
  })
}

/** Who has no address that the register knew before today, as most have not, costs no look into the database. */
export async function canConfirm(deps: Deps, key: YoungKey): Promise<boolean> {
  if (knownBefore(key.record?.contacts ?? [], localDay(key.now, deps.policy.timeZone)).length === 0) return false
  return (await wayToConfirm(deps, key)) === 'contact'
}

/** None when the key is not on probation. Not an address the person gave up here, and not the one that recovered the key. */
async function addresses({ store, policy }: Deps, tx: Tx, { person, record, now }: YoungKey, standing: ProbationStanding | null): Promise<readonly string[]> {
  if (!standing || !isYoung(standing, now)) return []
  const onFile = await addressesOnFile(store, tx, person, record)
  const known = knownBefore(record?.contacts ?? [], localDay(standing.madeAt, policy.timeZone)).filter((value) => onFile.includes(value))
  const free: string[] = []
  for (const address of known) if (!(await store.confirmations.recoveredBy(tx, person, address))) free.push(address)
  return free.slice(0, mostAddresses)
}

const isYoung = ({ state, probationUntil }: ProbationStanding, now: Instant): boolean => state === 'active' && now < probationUntil

export type ConfirmationAsked = 'asked' | 'too-many' | 'no-address'

/** Sends the code; one that was sent before stops working (LINK-3, LINK-4). */
export async function askToConfirm(deps: Deps, own: OwnSession, language: Language): Promise<ConfirmationAsked> {
  const { store, secrets, policy } = deps
  const { person, record, idHash } = own
  const asked = await runCommand<ConfirmationAsked>(deps, person, async ({ tx, now, append }) => {
    const to = await addresses(deps, tx, { person, record, now }, await store.confirmations.standing(tx, person))
    if (to.length === 0) return refuse(append, 'no-address')
    for (const address of to) {
      const { toPerson, toAddress } = await store.outbox.recent(tx, person, address)
      if (toPerson + to.length > policy.link.perPersonAndHour || toAddress >= policy.link.perAddressAndDay) return refuse(append, 'too-many')
    }
    const token = secrets.token()
    await store.confirmations.issue(tx, person, { hash: idHash, token }, to.map((address) => ({ kind: 'confirm-key', to: address, language, token })))
    await append({ type: 'link.issued', facts: { kind: 'confirm-key' } })
    return 'asked'
  })
  if (asked === 'asked') deps.wakeCourier()
  return asked
}

async function refuse<Why extends ConfirmationAsked>(append: Command['append'], reason: Why): Promise<Why> {
  await append({ type: 'link.refused', facts: { kind: 'confirm-key', reason } })
  return reason
}

/** The code this session asked for; null when it asked for none. Reading changes nothing. */
export async function confirmationState({ store }: Deps, { person, idHash }: OwnSession): Promise<LinkState | null> {
  const link = await store.confirmations.asked(person, idHash)
  return link && linkState(link)
}

export type KeyConfirmed =
  | { readonly is: 'confirmed' }
  | { readonly is: 'wrong-code'; readonly triesLeft: number }
  /** No code waits here, or it is not good any more, or the key needs none: the page says which. */
  | { readonly is: 'not-good' }

/** LINK-3: the try is claimed before anything is compared. */
export async function confirmByCode(deps: Deps, own: OwnSession, typed: string, language: Language, { network }: Origin): Promise<KeyConfirmed> {
  const { store, secrets } = deps
  const { person, record } = own
  const link = await store.confirmations.asked(person, own.idHash)
  const claimed = link && (await store.links.claimCodeTry(link.tokenHash))
  if (!link || !claimed) return { is: 'not-good' }
  if (!secrets.equal(claimed.codeHash, secrets.codeHash(link.tokenHash, typed))) {
    await store.note(person, { type: 'link.refused', facts: { kind: 'confirm-key', reason: 'wrong-code' } })
    return { is: 'wrong-code', triesLeft: claimed.triesLeft }
  }
  const done = await runCommand<KeyConfirmed>(deps, person, async ({ tx, now, append }) => {
    if (!(await store.links.consume(tx, link.tokenHash)) || !(await store.confirmations.confirm(tx, person))) return { is: 'not-good' }
    const notices = await tellOwner(deps, { tx, now, person, record, language }, { kind: 'key-confirmed' })
    await append({ type: 'link.consumed', facts: { kind: 'confirm-key', by: 'code' } })
    await append({ type: 'key.confirmed', facts: { by: 'contact', notices }, personal: { network } })
    return { is: 'confirmed' }
  })
  if (done.is === 'confirmed') deps.wakeCourier()
  return done
}
