/** Unlocking (UNLOCK-1, UNLOCK-2): requests for mail, what is true about a number, and the mailed link. Held by test/app/unlock.test.ts. */
import type { Tx } from '../app/ports.ts'
import type { Secrets } from '../app/secret-ports.ts'
import type { UnlockRequest, Unlocks, UnlockStanding } from '../app/unlock-ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection, type Database } from './database.ts'
import { asLink, goodLink, issueLink, linkColumns, supersedeLinks, type LinkRow } from './links.ts'
import { queueMail } from './outbox.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const ask = statement('unlock-ask', `
  insert into unlock_requests (person_key, reason, language, asked_at, due_at) values ($1, 'asked', $2, clave.now(), clave.now())`)

// The lease is due_at moved on, as in the outbox: a process that dies gives the request back by doing nothing.
const take = statement('unlock-take', `
  with due as (
    select id from unlock_requests where done_at is null and due_at <= (select clave.now()) order by due_at limit 1 for update skip locked)
  update unlock_requests r set due_at = clave.now() + $1 * interval '1 ms' from due where r.id = due.id
  returning r.id, r.person_key, r.reason, r.language, r.own_lane`)

// A block whose try ended with the program: what the dead one would have asked for, in the language most speak, after the time of any comparison.
const tellUntold = statement('unlock-tell-untold', `
  with untold as (
    select person_key, lane from login_attempts where untold_since <= (select clave.now()) - $1 * interval '1 ms' limit 20 for update skip locked),
  told as (
    update login_attempts a set untold_since = null from untold u where a.person_key = u.person_key and a.lane = u.lane)
  insert into unlock_requests (person_key, reason, language, own_lane, asked_at, due_at)
  select person_key, 'blocked', 'es', lane <> 'stranger', clave.now(), clave.now() from untold`)

const finish = statement('unlock-finish', 'update unlock_requests set done_at = clave.now() where id = $1 and done_at is null')
const noteMailed = statement('unlock-note-mailed', 'update unlock_requests set mailed = true where id = $1')

const standing = statement('unlock-standing', `
  select x.state, coalesce(a.in_a_row, 0) as in_a_row, coalesce(a.since_success, 0) as since_success,
         (select count(*) from unlock_requests where person_key = $1 and mailed and done_at > clave.now() - interval '1 hour') as mails,
         (select round(extract(epoch from clave.now() - max(created_at)) * 1000)::bigint from links l where person_key = $1 and kind = 'unlock' and consumed_at is null and superseded_at is null
                    and case when expires_at is null
                             then exists (select from outbox o where o.link_hash = l.token_hash and o.sent_at is null and o.given_up_at is null)
                             else expires_at >= clave.now() end) as "liveFor"
    from (select $1::bytea as key) k
    left join people p on p.person_key = k.key and p.status = 'active'
    left join accounts x on x.person_key = p.person_key
    left join login_attempts a on a.person_key = k.key and a.lane = 'stranger'`)

const toAddress = statement('unlock-mails-to-address', `
  select count(*) as mails from outbox
   where address_hash = $1 and kind in ('unlock', 'unlock-instead', 'key-blocked', 'key-blocked-elsewhere') and created_at > clave.now() - interval '1 day'`)

const good = statement('unlock-good-link', `
  select ${linkColumns}, l.code_hash from links l where person_key = $1 and kind = 'unlock' and ${goodLink} order by created_at desc limit 1`)

interface RequestRow { id: number; person_key: Buffer; reason: UnlockRequest['reason']; language: UnlockRequest['language']; own_lane: boolean }
interface StandingRow { state: UnlockStanding['state']; in_a_row: number; since_success: number; mails: number; liveFor: number | null }

export function makeUnlocks(
  db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring, secrets: Secrets, policy: Policy['link'],
): Unlocks {
  return {
    async ask(tx, person, language) {
      await on(tx).run(ask, [bytesOf(person), language])
    },
    async take(lease) {
      await db.run(tellUntold, [lease])
      const row = await db.row<RequestRow>(take, [lease])
      return row ? { id: row.id, person: personKeyOf(row.person_key), reason: row.reason, language: row.language, ownLane: row.own_lane } : null
    },
    finish: async (tx, id) => (await on(tx).run(finish, [id])) === 1,
    async noteMailed(tx, id) {
      await on(tx).run(noteMailed, [id])
    },
    async standing(tx, person) {
      const row = (await on(tx).row<StandingRow>(standing, [bytesOf(person)]))!
      return { state: row.state, inARow: row.in_a_row, sinceSuccess: row.since_success, mailsInLastHour: row.mails, liveFor: row.liveFor }
    },
    mailsToAddress: async (tx, address) => (await on(tx).row<{ mails: number }>(toAddress, [contactHash(keyring, address)]))!.mails,
    async issue(tx, person, token, mails) {
      await supersedeLinks(on(tx), person, 'unlock')
      const tokenHash = await issueLink(on(tx), { keyring, secrets, policy }, person, { kind: 'unlock', token, journeyHash: null, lifetime: policy.lifetime }, mails[0]!.to)
      for (const mail of mails) await queueMail(on(tx), cipher, keyring, person, mail, tokenHash)
    },
    async good(person) {
      const row = await db.row<LinkRow & { code_hash: Buffer; now: Instant }>(good, [bytesOf(person)])
      return row ? { link: asLink(row), codeHash: row.code_hash, now: row.now } : null
    },
  }
}
