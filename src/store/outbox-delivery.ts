/**
 * The courier's side of the outbox. Each function is one statement and one transaction: nothing waits for a mail server while it holds
 * a lock. Where both are touched, the outbox row is locked before the link. Held by test/mail/courier.test.ts.
 */
import type { Deliveries, LinkDate } from '../app/deliveries.ts'
import type { MailOrder, TextOrder } from '../app/mail-ports.ts'
import type { AuditEvent } from '../domain/events.ts'
import type { PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection } from './database.ts'

/**
 * The lease is due_at moved on: a courier that dies gives its mail back by doing nothing. The clock is read once, in a subselect,
 * so that the index of waiting mails can be used.
 */
const claimDue = statement('outbox-claim', `
  with due as (
    select id from clave.outbox
     where channel = $2 and sent_at is null and given_up_at is null and due_at <= (select clave.now())
     order by due_at limit 1
       for update skip locked)
  update clave.outbox o set due_at = clave.now() + $1 * interval '1 ms', tries = o.tries + 1
    from due where o.id = due.id
  returning o.id, encode(o.person_key, 'hex') as person, o.kind, o.link_hash as "linkHash", o.tries, o.payload`)

const dateLink = statement('outbox-date-link', `
  with before as (select token_hash, expires_at from clave.links where token_hash = $1 for update)
  update clave.links l set expires_at = greatest(l.expires_at, clave.now() + l.lifetime)
    from before
   where l.token_hash = before.token_hash and l.consumed_at is null and l.superseded_at is null
  returning l.expires_at as until, l.expires_at::text as stamp, before.expires_at::text as "stampBefore"`)

/** Stamps are texts because an Instant has milliseconds and the column microseconds. */
const takeDateBack = statement('outbox-take-date-back', `
  update clave.links set expires_at = $3::timestamptz where token_hash = $1 and expires_at = $2::timestamptz`)

/** Whatever the number of tries says: the server took the mail, so it must not go out again even if the lease was lost meanwhile. */
const markSent = statement('outbox-mark-sent', `
  with sent as (
    update clave.outbox set sent_at = clave.now(), payload = null
     where id = $1 and sent_at is null and given_up_at is null
    returning link_hash)
  update clave.links l set expires_at = greatest(l.expires_at, clave.now() + l.lifetime)
    from sent
   where l.token_hash = sent.link_hash and l.consumed_at is null and l.superseded_at is null`)

const postpone = statement('outbox-postpone', `
  update clave.outbox
     set due_at = least(clave.now() + $3 * interval '1 ms', created_at + $4 * interval '1 ms')
   where id = $1 and tries = $2 and sent_at is null and given_up_at is null
     and clave.now() < created_at + $4 * interval '1 ms'`)

const giveUp = statement('outbox-give-up', `
  with gone as (
    update clave.outbox set given_up_at = clave.now(), payload = null
     where id = $1 and tries = $2 and sent_at is null and given_up_at is null
    returning person_key)
  select clave.append_event(person_key, $3, $4) from gone`)

const drop = statement('outbox-drop', `
  update clave.outbox set given_up_at = clave.now(), payload = null
   where id = $1 and tries = $2 and sent_at is null and given_up_at is null`)

interface ClaimedRow {
  readonly id: number
  readonly person: PersonKey
  readonly kind: MailOrder['kind']
  readonly linkHash: Buffer | null
  readonly tries: number
  readonly payload: Buffer | null
}

type OrderOf = { readonly mail: MailOrder; readonly text: TextOrder }

/** Each channel has couriers of its own: a gateway that is away holds up no mail. */
export function makeDeliveries<Channel extends keyof OrderOf = 'mail'>(
  db: Connection, cipher: FieldCipher, channel: Channel | 'mail' = 'mail',
): Deliveries<OrderOf[Channel]> {
  return {
    async claim(lease) {
      const row = await db.row<ClaimedRow>(claimDue, [lease, channel])
      if (!row) return null
      const { payload, ...delivery } = row
      return { ...delivery, order: payload && open<OrderOf[Channel]>(cipher, row.person, payload) }
    },
    async dateLink(linkHash) {
      return (await db.row<LinkDate>(dateLink, [linkHash])) ?? null
    },
    async takeDateBack(linkHash, date) {
      await db.run(takeDateBack, [linkHash, date.stamp, date.stampBefore])
    },
    async markSent(delivery) {
      await db.run(markSent, [delivery.id])
    },
    async postpone(delivery, delay, patience) {
      return (await db.run(postpone, [delivery.id, delivery.tries, delay, patience])) > 0
    },
    async giveUp(delivery) {
      const event: AuditEvent = { type: 'notice.undeliverable', facts: { kind: delivery.kind, channel } }
      await db.run(giveUp, [delivery.id, delivery.tries, event.type, JSON.stringify(event.facts)])
    },
    async drop(delivery) {
      await db.run(drop, [delivery.id, delivery.tries])
    },
  }
}

/** A process with an older key ring must leave the mail to another, not lose it. */
function open<Order>(cipher: FieldCipher, person: PersonKey, payload: Buffer): Order | null {
  try {
    return JSON.parse(cipher.decrypt(person, 'mail', payload).toString()) as Order
  } catch {
    return null
  }
}
