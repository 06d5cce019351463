/** Closed processes that were opened again (PROOF-9). Held by test/app/reopen.test.ts. */
import type { Tx } from '../app/ports.ts'
import type { Secrets } from '../app/secret-ports.ts'
import type { Reopenings } from '../app/reopening-ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection } from './database.ts'
import { supersedeNone } from './links.ts'
import { bytesOf } from './person-key.ts'

const lately = statement('reopening-lately', `
  select (select count(*) from reopenings where person_key = $1 and by = 'contact' and reopened_at > clave.now() - interval '365 days') as by_contact,
         (select count(*) from outbox where person_key = $1 and kind = 'reopen' and created_at > clave.now() - interval '1 hour') as mails,
         (select count(*) from outbox where person_key = $1 and kind = 'reopen' and created_at > clave.now() - interval '1 day') as mails_of_day`)

const keep = statement('reopening-keep', `insert into reopenings (person_key, reopened_at, by) values ($1, clave.now(), 'contact')`)

const reopen = statement('reopening-reopen', `
  update proofing_attempts set used_in_all = least(used_in_all, greatest(0, $2::int - $3::int)), used_today = 0 where person_key = $1`)

const noLink = statement('reopening-no-link', `
  insert into links (token_hash, person_key, kind, journey_hash, address_hash, code_hash, tries_left, created_at, lifetime, superseded_at)
  values ($1, $2, 'reopen', $3, $1, $4, 0, clave.now(), interval '0', clave.now())`)

const noMail = statement('reopening-no-mail', `
  insert into outbox (person_key, kind, address_hash, payload, link_hash, created_at, due_at, given_up_at)
  values ($1, 'reopen', $2, $3, $2, clave.now(), clave.now(), clave.now())`)

export function makeReopenings(on: (tx: Tx) => Connection, cipher: FieldCipher, secrets: Secrets, { inAll }: Policy['proofing']): Reopenings {
  return {
    async lately(tx, person) {
      const row = await on(tx).row<{ by_contact: number; mails: number; mails_of_day: number }>(lately, [bytesOf(person)])
      return { byContact: row?.by_contact ?? 0, mails: row?.mails ?? 0, mailsOfDay: row?.mails_of_day ?? 0 }
    },
    async reopen(tx, person, attempts) {
      await on(tx).run(keep, [bytesOf(person)])
      await on(tx).run(reopen, [bytesOf(person), inAll, attempts])
    },
    async pretend(tx, person, journeyHash, token) {
      const tokenHash = secrets.tokenHash(token)
      await supersedeNone(on(tx), person)
      await on(tx).run(noLink, [tokenHash, bytesOf(person), journeyHash, secrets.codeHash(tokenHash, secrets.code(token))])
      await on(tx).run(noMail, [bytesOf(person), tokenHash, cipher.encrypt(person, 'mail', JSON.stringify({ kind: 'reopen', token }))])
    },
  }
}
