/**
 * Takes due mails, or texts, out of the outbox and hands them to the mail server or the gateway; any number of couriers may work on one
 * outbox. What is said of mails here holds for texts: only words, post and channel differ.
 *
 * Each mail goes out once. The exception is a courier that dies, or loses the server or the database, between the server's 250 and
 * the note of it: after the lease that mail goes out again, with the same Message-ID (docs/decisions/010-mail-hand-over.md).
 * Held by test/mail/courier.test.ts.
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deliveries, Delivery, LinkDate } from '../app/deliveries.ts'
import { hour, minute, second, type Duration, type Instant } from '../domain/types.ts'
import type { MailOrder, TextOrder } from '../app/mail-ports.ts'
import type { Handover, Post } from './smtp.ts'

/** One line for the log: no address, no person, no word of the mail or of the server (ID-3). */
export interface CourierReport {
  readonly result: 'sent' | 'postponed' | 'given-up' | 'dropped' | 'fault'
  /** null: the fault was met before any mail was claimed. */
  readonly outbox: number | null
  readonly kind: Delivery['kind'] | null
  readonly code: string | null
}

export interface CourierDeps<Order, Item> {
  readonly deliveries: Deliveries<Order>
  /** `until`: when the link ends; null for an order without one. */
  readonly compose: (order: Order, until: Instant | null) => Item
  readonly post: Post<Item>
  readonly report: (report: CourierReport) => void
  readonly tempo?: Partial<Tempo>
}

export interface Tempo {
  /** How long a claimed mail is kept from others; longer than the post's deadline. */
  readonly lease: Duration
  /** How often to look for mails of other processes and for those that are due again. */
  readonly poll: Duration
  /** Mails under way at the same time; no more than the post has connections. */
  readonly atOnce: number
}

export interface Courier {
  /** A mail was queued: do not wait for the next look. */
  wake(): void
  /** Claims nothing more and waits for what is under way, which the post's deadline bounds. */
  stop(): Promise<void>
}

const defaultTempo: Tempo = { lease: 60 * second, poll: 1 * second, atOnce: 4 }

export function startCourier<Order extends MailOrder | TextOrder, Item>(deps: CourierDeps<Order, Item>): Courier {
  const tempo = { ...defaultTempo, ...deps.tempo }
  const hands = new Set<Promise<void>>()
  let stopping = false
  let resting = false // the mail server failed: no new mail before the next look, or before the server wants one
  let restsUntil = 0
  let calledMeanwhile = false

  const takesMore = (): boolean => !stopping && !resting

  function wake(): void {
    if (!takesMore()) return
    if (hands.size >= tempo.atOnce) {
      calledMeanwhile = true
      return
    }
    const hand: Promise<void> = work().finally(() => hands.delete(hand))
    hands.add(hand)
  }

  async function work(): Promise<void> {
    try {
      while (takesMore()) {
        calledMeanwhile = false
        const delivery = await deps.deliveries.claim(tempo.lease)
        if (delivery) {
          wake() // where one is due there may be more: another hand
          const course = await deliver(delivery, deps)
          if (course.is === 'server-failed') {
            resting = true
            restsUntil = performance.now() + course.after
          }
        } else if (!calledMeanwhile) return
      }
    } catch (error) {
      deps.report({ result: 'fault', outbox: null, kind: null, code: codeOf(error) })
    }
  }

  const look = setInterval(() => {
    resting = performance.now() < restsUntil
    wake()
  }, tempo.poll)
  wake()
  return {
    wake,
    async stop() {
      stopping = true
      clearInterval(look)
      await Promise.all(hands)
    },
  }
}

type Course = { readonly is: 'goes-on' } | { readonly is: 'server-failed'; readonly after: Duration }

async function deliver<Order, Item>(delivery: Delivery<Order>, deps: CourierDeps<Order, Item>): Promise<Course> {
  const say = (result: CourierReport['result'], code: string | null = null): void =>
    deps.report({ result, outbox: delivery.id, kind: delivery.kind, code })
  try {
    // LINK-1, LINK-6: dated now, not when it was queued, because the mail names the hour.
    const date = delivery.linkHash && await deps.deliveries.dateLink(delivery.linkHash)
    if (delivery.linkHash && !date) {
      await deps.deliveries.drop(delivery)
      say('dropped')
      return { is: 'goes-on' }
    }
    const item = write(delivery, date, deps.compose)
    const handover: Handover = item ? await deps.post.send(item, referenceOf(delivery)) : { is: 'postponed', code: 'unreadable' }
    await settle(delivery, date, handover, deps, say)
    return handover.is === 'failed' ? { is: 'server-failed', after: Math.min(handover.after ?? 0, longestRest) } : { is: 'goes-on' }
  } catch (error) {
    say('fault', codeOf(error)) // the database is gone; the lease brings the mail back
    return { is: 'goes-on' }
  }
}

/** Whatever a server asks for, a notice must not wait the whole day. */
const longestRest = 30 * minute

function write<Order, Item>(delivery: Delivery<Order>, date: LinkDate | null, compose: CourierDeps<Order, Item>['compose']): Item | null {
  try {
    return delivery.order && compose(delivery.order, date && date.until)
  } catch {
    return null // the error may quote the order; the report says which mail it is
  }
}

async function settle<Order, Item>(
  delivery: Delivery<Order>, date: LinkDate | null, handover: Handover, { deliveries }: CourierDeps<Order, Item>, say: (result: CourierReport['result'], code?: string) => void,
): Promise<void> {
  if (handover.is === 'accepted') {
    await insist(() => deliveries.markSent(delivery))
    say('sent')
    return
  }
  const certainlyNot = handover.is !== 'failed' || !handover.maybeTaken
  if (delivery.linkHash && date && certainlyNot) await deliveries.takeDateBack(delivery.linkHash, date)
  const delay = delayAfter(delivery.tries, handover.is === 'failed')
  if (handover.is !== 'refused' && await deliveries.postpone(delivery, delay, patienceFor(delivery.kind))) {
    say('postponed', handover.code)
    return
  }
  await deliveries.giveUp(delivery)
  say('given-up', handover.code)
}

/** The mail is out: a moment without database must not send it twice. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 5) throw error
      await sleep(attempt * 500)
    }
  }
}

const delays: readonly Duration[] = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute]

/** A server that is away is no fault of the mail's: it is tried again soon, so that nobody waits long once the server is back. */
function delayAfter(tries: number, serverFailed: boolean): Duration {
  const delay = delays[Math.min(tries, delays.length) - 1] ?? 5 * second
  return serverFailed ? Math.min(delay, 30 * second) : delay
}

/** A link is wanted by somebody who sits and waits; a notice still matters tomorrow (NOTICE-1). */
function patienceFor(kind: Delivery['kind']): Duration {
  switch (kind) {
    case 'confirm-address':
    case 'change-current':
    case 'change-new':
    case 'recover':
    case 'vouch':
    case 'reopen':
    case 'confirm-key':
    case 'unlock': return 1 * hour
    case 'key-blocked':
    case 'key-blocked-elsewhere':
    case 'unlock-instead':
    case 'key-unlocked':
    case 'device-new':
    case 'key-issued':
    case 'key-recovered':
    case 'reopened':
    case 'key-changed':
    case 'key-confirmed':
    case 'bank-replaced':
    case 'contact-changed':
    case 'money-account':
    case 'data-copied':
    case 'data-corrected':
    case 'data-erased':
    case 'key-frozen': return 24 * hour
  }
}

function referenceOf(delivery: Pick<Delivery, 'person' | 'id'>): string {
  return createHash('sha256').update(`${delivery.person}|${delivery.id}`).digest('hex').slice(0, 32)
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}
