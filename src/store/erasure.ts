/**
 * Erasing what a person gave (D-08, LOPDP article 15). What protects stays: counters of attempts and wrong keys, reopenings, keyed hashes of
 * contacts that were given up, and the hashes of mails and links, by which LINK-4 counts and which go by time. Held by test/app/rights.test.ts.
 */
import type { Tx } from '../app/ports.ts'
import type { Erasure, ErasureCounts } from '../app/rights-ports.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

const frozen = statement('erase-frozen', `select 1 as one from accounts where person_key = $1 and state = 'frozen'`)

const gone = ['contacts', 'personal_answers', 'personal_figures', 'bank_accounts', 'certificates', 'contact_changes', 'bank_changes', 'sessions', 'devices', 'journeys']
  .map((table) => statement(`erase-${table}`, `delete from ${table} where person_key = $1`))

const account = statement('erase-account', `delete from accounts where person_key = $1 and state <> 'frozen'`)
const lanes = statement('erase-lanes', `delete from login_attempts where person_key = $1 and lane <> 'stranger'`)
const decks = statement('erase-decks', 'delete from proofing_attempts where person_key = $1 and used_in_all = 0 and open_attempt is null and open_bank is null')
const former = statement('erase-former-contacts', 'update former_contacts set value = null where person_key = $1 and value is not null')
const links = statement('erase-links', 'update links set superseded_at = clave.now() where person_key = $1 and consumed_at is null and superseded_at is null')
const mails = statement('erase-mails', `
  update outbox set payload = null, given_up_at = case when sent_at is null then coalesce(given_up_at, clave.now()) end
   where person_key = $1 and (payload is not null or (sent_at is null and given_up_at is null))`)
const requests = statement('erase-unlock-requests', 'update unlock_requests set done_at = clave.now() where person_key = $1 and done_at is null')
const places = statement('erase-places', 'update audit_events set personal = null where person_key = $1 and personal is not null')
const removeAccount = statement('erase-bank-account', 'delete from bank_accounts where person_key = $1')

// What was sealed under an earlier key of the person is refused from now on, in the lock that this holds (migrations/0010-destroyed-keys.sql).
const forget = statement('erase-count', 'update person_streams set erasures = greatest(erasures, $2::smallint) where person_key = $1')

// $1: the first 8 bytes of each person key.
const unfinished = statement('erase-unfinished', `
  select encode(s.person_key, 'hex') as person, e.generation
    from unnest($1::bytea[], $2::int[]) as e (prefix, generation)
    join person_streams s on s.person_key between e.prefix || '\\x0000000000000000' and e.prefix || '\\xffffffffffffffff' and s.erasures < e.generation
   order by 1`)

const counted = statement('erase-counted', `select encode(person_key, 'hex') as person, erasures as generation from person_streams where erasures > 0 order by 1`)

const inOrder = [...gone, account, lanes, decks, former, links, mails, requests, places]

/** For the commands that compare the key ring with the database. */
export function makeErasureCounts(db: Database): ErasureCounts {
  return {
    unfinished: (erased) => db.rows(unfinished, [erased.map(({ prefix }) => Buffer.from(prefix, 'hex')), erased.map(({ generation }) => generation)]),
    counted: () => db.rows(counted),
  }
}

export function makeErasure(on: (tx: Tx) => Connection): Erasure {
  return {
    async erase(tx, person, generation) {
      await on(tx).run(forget, [bytesOf(person), generation])
      const keyStaysFrozen = (await on(tx).row(frozen, [bytesOf(person)])) !== undefined
      let rows = 0
      for (const each of inOrder) rows += await on(tx).run(each, [bytesOf(person)])
      return { rows, keyStaysFrozen }
    },
    removeBankAccount: async (tx, person) => (await on(tx).run(removeAccount, [bytesOf(person)])) === 1,
  }
}
