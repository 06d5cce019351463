/**
 * The mails about a block (UNLOCK-1, NOTICE-1): what was asked for while a page was answered becomes mail here, afterwards, by whoever runs
 * the clerk (src/mail/clerk.ts). No page waits for it, so none tells whether there was anybody to write to (E-03).
 */
import { minute } from '../domain/types.ts'
import { mayMailUnlock } from '../domain/unlock.ts'
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
  const { store } = deps
  const standing = await store.unlocks.standing(command.tx, request.person)
  if (standing.state === null) return { mails: 0, texts: 0 }
  const mails = await queue(deps, command, request, standing)
  if (request.reason !== 'blocked') return { mails, texts: 0 }
  const { tx, now } = command
  const { person, language } = request
  const texts = standing.state === 'active' ? await tellByText(deps, { tx, now, person, record, language, kind: 'key-blocked' }) : 0
  await command.append({ type: 'key.blocked', facts: { notices: mails } })
  return { mails, texts }
}

async function queue(deps: Deps, { tx, now, append }: Command, request: UnlockRequest, standing: UnlockStanding): Promise<number> {
  const { store, secrets, policy } = deps
  // A block must not take the place of a link that its owner asked for a moment ago.
  const toldOnly = request.reason === 'blocked' && standing.liveFor !== null
  if (!mayMailUnlock({ inLastHour: standing.mailsInLastHour, liveFor: toldOnly ? null : standing.liveFor }, policy.link)) return 0
  const addresses = await open(deps, tx, request)
  if (addresses.length === 0) return 0
  const { person, language } = request
  const instead = standing.state === 'frozen' ? 'frozen' : standing.sinceSuccess >= policy.login.ceiling ? 'disabled' : null
  if (instead) {
    for (const to of addresses) await store.outbox.queue(tx, person, { kind: 'unlock-instead', to, language, why: instead })
    return addresses.length
  }
  if (toldOnly) {
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

/** LINK-4: the verified addresses that did not get their share of this day. */
async function open({ store, policy }: Deps, tx: Command['tx'], { person }: UnlockRequest): Promise<readonly string[]> {
  const open: string[] = []
  for (const address of await verifiedAddresses({ store }, tx, person)) {
    if ((await store.unlocks.mailsToAddress(tx, address)) < policy.link.perAddressAndDay) open.push(address)
  }
  return open
}
