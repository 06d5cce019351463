/**
 * The mails about a block (UNLOCK-1, NOTICE-1): what was asked for while a page was answered becomes mail here, afterwards, by whoever runs
 * the clerk (src/mail/clerk.ts). No page waits for it, so none tells whether there was anybody to write to (E-03).
 */
import { minute } from '../domain/types.ts'
import { mayMailUnlock } from '../domain/unlock.ts'
import { addressesToTell } from './addresses-on-file.ts'
import { verifiedAddresses } from './notices.ts'
import type { MailOrder } from './mail-ports.ts'
import type { Deps, Found } from './ports.ts'
import { runCommand, type Command } from './run-command.ts'
import { tellByText } from './text-notices.ts'
import type { UnlockRequest, UnlockStanding } from './unlock-ports.ts'

/** How long a request is kept from others; answering one takes milliseconds. */
const lease = 1 * minute

/** Answers the request that waited longest; false when none was waiting. */
export async function answerUnlockRequest(deps: Deps): Promise<boolean> {
  const request = await deps.store.unlocks.take(lease)
  if (!request) return false
  const { record } = await deps.register.findByKey(request.person)
  const queued = await runCommand(deps, request.person, async (command) => {
    if (!(await deps.store.unlocks.finish(command.tx, request.id))) return 0
    const { mails, texts } = await answer(deps, command, request, record)
    if (mails > 0) await deps.store.unlocks.noteMailed(command.tx, request.id)
    return mails + texts
  })
  if (queued > 0) deps.wakeCourier()
  return true
}

interface Queued { readonly mails: number; readonly texts: number }

/** Nothing where there is no key to speak of. A text says that the key was blocked; what somebody asked for comes by mail alone. */
async function answer(deps: Deps, command: Command, request: UnlockRequest, record: Found['record']): Promise<Queued> {
  const standing = await deps.store.unlocks.standing(command.tx, request.person)
  if (standing.state === null) return { mails: 0, texts: 0 }
  const mails = isInTime(deps, request, standing) ? await mailAll(deps, command, request, record, standing) : 0
  if (request.reason !== 'blocked') return { mails, texts: 0 }
  const { tx, now } = command
  const { person, language } = request
  const texts = standing.state === 'active' ? await tellByText(deps, { tx, now, person, record, language, kind: 'key-blocked' }) : 0
  await command.append({ type: 'key.blocked', facts: { notices: mails } })
  return { mails, texts }
}

async function mailAll(deps: Deps, command: Command, request: UnlockRequest, record: Found['record'], standing: UnlockStanding): Promise<number> {
  const own = await verifiedAddresses(deps, command.tx, request.person)
  const withLink = await queue(deps, command, request, standing, own)
  return withLink + await tellOthers(deps, command, request, record, standing, own)
}

/** A block must not take the place of a link that its owner asked for a moment ago. */
const isToldOnly = (request: UnlockRequest, { liveFor }: UnlockStanding): boolean => request.reason === 'blocked' && liveFor !== null

function isInTime({ policy }: Deps, request: UnlockRequest, standing: UnlockStanding): boolean {
  return mayMailUnlock({ inLastHour: standing.mailsInLastHour, liveFor: isToldOnly(request, standing) ? null : standing.liveFor }, policy.link)
}

/** To the addresses of the key: what unlocks it, or what does instead. */
async function queue(deps: Deps, { tx, now, append }: Command, request: UnlockRequest, standing: UnlockStanding, own: readonly string[]): Promise<number> {
  const { store, secrets, policy } = deps
  const addresses = await open(deps, tx, own)
  if (addresses.length === 0) return 0
  const { person, language } = request
  const instead = standing.state === 'frozen' ? 'frozen' : standing.sinceSuccess >= policy.login.ceiling ? 'disabled' : null
  if (instead) {
    for (const to of addresses) await store.outbox.queue(tx, person, { kind: 'unlock-instead', to, language, why: instead })
    return addresses.length
  }
  if (isToldOnly(request, standing)) {
    for (const to of addresses) await store.outbox.queue(tx, person, { kind: 'key-blocked', to, language, token: null, at: now, ownLane: request.ownLane })
    return addresses.length
  }
  const token = secrets.token()
  const mail = (to: string): MailOrder => request.reason === 'blocked'
    ? { kind: 'key-blocked', to, language, token, at: now, ownLane: request.ownLane }
    : { kind: 'unlock', to, language, token, blocked: standing.inARow >= policy.login.inARow }
  await store.unlocks.issue(tx, person, token, addresses.map(mail))
  await append({ type: 'link.issued', facts: { kind: 'unlock' } })
  return addresses.length
}

/** NOTICE-1: a block is told to every other verified address, the register's and former ones; what unlocks goes to none of them (UNLOCK-1). */
async function tellOthers(deps: Deps, { tx, now }: Command, { person, language, reason, ownLane }: UnlockRequest, record: Found['record'], { state }: UnlockStanding, own: readonly string[]): Promise<number> {
  if (reason !== 'blocked' || state !== 'active') return 0
  const ofKey = new Set(own.map((address) => address.toLowerCase()))
  const others = (await addressesToTell(deps, tx, person, record, now)).filter((address) => !ofKey.has(address))
  const addresses = await open(deps, tx, others)
  for (const to of addresses) await deps.store.outbox.queue(tx, person, { kind: 'key-blocked-elsewhere', to, language, at: now, ownLane })
  return addresses.length
}

/** LINK-4: those that did not get their share of this day. */
async function open({ store, policy }: Deps, tx: Command['tx'], addresses: readonly string[]): Promise<readonly string[]> {
  const open: string[] = []
  for (const address of addresses) {
    if ((await store.unlocks.mailsToAddress(tx, address)) < policy.link.perAddressAndDay) open.push(address)
  }
  return open
}
