/** What the couriers (src/mail/courier.ts), one for mails and one for texts, need from the store; src/store/outbox-delivery.ts implements it. */
import type { Duration, Instant, PersonKey } from '../domain/types.ts'
import type { MailOrder } from './mail-ports.ts'

/** One mail or text of the outbox, held by one courier until its lease ends. */
export interface Delivery<Order = MailOrder> {
  readonly id: number
  readonly person: PersonKey
  readonly kind: MailOrder['kind']
  readonly linkHash: Buffer | null
  /** How many times it was claimed, this one included; whoever holds an older number has lost the mail. */
  readonly tries: number
  /** null: this process cannot read it (a key missing from its ring, a kind it does not know). */
  readonly order: Order | null
}

type Claimed = Omit<Delivery, 'order'>

/** When a link ends, and what has to be known to take that back. */
export interface LinkDate {
  readonly until: Instant
  readonly stamp: string
  readonly stampBefore: string | null
}

export interface Deliveries<Order = MailOrder> {
  /** The mail that has been due longest, kept from other couriers for `lease`; null when none is due. */
  claim(lease: Duration): Promise<Delivery<Order> | null>
  /** LINK-1: the link ends its lifetime from now; null when it was used or replaced and its mail has no purpose any more. */
  dateLink(linkHash: Buffer): Promise<LinkDate | null>
  /** The mail server certainly did not take the mail: the link ends when it ended before, or is not dated again (LINK-6). */
  takeDateBack(linkHash: Buffer, date: LinkDate): Promise<void>
  /** The server took it: what the mail said is erased and its link dated from now, never earlier than before. */
  markSent(delivery: Claimed): Promise<void>
  /** Due again after `delay`, at `patience` after it was queued at the latest; false when that has passed. */
  postpone(delivery: Claimed, delay: Duration, patience: Duration): Promise<boolean>
  /** Not sent any more, what it said erased, and the event notice.undeliverable – all or nothing (AUDIT-1). */
  giveUp(delivery: Claimed): Promise<void>
  /** Not sent because its link is used or replaced: no event, nobody misses it. */
  drop(delivery: Claimed): Promise<void>
}
