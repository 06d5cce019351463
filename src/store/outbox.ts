/** Queuing mails and texts in the transaction of the change they tell of. Sending is src/store/outbox-delivery.ts and src/mail. */
import type { MailOrder, Outbox, TextOrder } from '../app/mail-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf } from './person-key.ts'

const queue = statement('outbox-queue', `
  insert into outbox (person_key, kind, address_hash, payload, link_hash, channel, created_at, due_at)
  values ($1, $2, $3, $4, $5, $6, clave.now(), clave.now())`)

// LINK-4 counts across people for an address, so the address is locked for the transaction; the person already is.
const lockAddress = statement('outbox-lock-address', `select pg_advisory_xact_lock(('x' || left(encode($1::bytea, 'hex'), 16))::bit(64)::bigint)`)

const recent = statement('outbox-recent', `
  select (select count(*) from outbox where person_key = $1 and kind = any($3) and created_at > clave.now() - interval '1 hour') as to_person,
         (select count(*) from outbox where address_hash = $2 and kind = any($3) and created_at > clave.now() - interval '1 day') as to_address`)

const textsOfDay = statement('outbox-texts-of-day', `
  select count(*) filter (where kind = 'key-blocked') as blocks, count(*) filter (where kind <> 'key-blocked') as others
    from outbox where person_key = $1 and channel = 'text' and created_at > clave.now() - interval '1 day'`)

// Only mails that somebody who has proven who they are asks for: what strangers may ask for must not use up the owner's.
const counted: readonly MailOrder['kind'][] = ['confirm-address', 'recover', 'vouch', 'change-current', 'change-new', 'confirm-key']

export async function queueMail(
  on: Connection, cipher: FieldCipher, keyring: Keyring, person: PersonKey, order: MailOrder | TextOrder, linkHash: Buffer | null,
): Promise<void> {
  const sealed = cipher.encrypt(person, 'mail', JSON.stringify(order))
  const channel = 'channel' in order ? order.channel : 'mail'
  await on.run(queue, [bytesOf(person), order.kind, contactHash(keyring, order.to), sealed, linkHash, channel])
}

export function makeOutbox(on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring): Outbox {
  return {
    queue: (tx, person, order) => queueMail(on(tx), cipher, keyring, person, order, null),
    textsOfDay: async (tx, person) => (await on(tx).row<{ blocks: number; others: number }>(textsOfDay, [bytesOf(person)]))!,
    async recent(tx, person, address) {
      const hash = contactHash(keyring, address)
      await on(tx).rows(lockAddress, [hash])
      const row = await on(tx).row<{ to_person: number; to_address: number }>(recent, [bytesOf(person), hash, counted])
      return { toPerson: row?.to_person ?? 0, toAddress: row?.to_address ?? 0 }
    },
  }
}
