/** The key typed inside a session: tries are counted on the session itself, so that they end with it. Held by test/store/own-keys.test.ts. */
import type { OwnKeys } from '../app/own-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

const given = statement('own-key-given', 'select coalesce(key_given_at, started_at) as at from sessions where id_hash = $1 and ended_at is null')

const claim = statement('own-key-claim', `
  update sessions s set wrong_keys = s.wrong_keys + 1
    from accounts a join people p using (person_key)
   where s.id_hash = $1 and a.person_key = s.person_key and a.state = 'active' and p.status = 'active' and s.wrong_keys < $4
     and s.ended_at is null and s.seen_at > clave.now() - $2 * interval '1 ms' and s.started_at > clave.now() - $3 * interval '1 ms'
  returning a.password_hash, s.wrong_keys`)

const giveBack = statement('own-key-give-back', 'update sessions set wrong_keys = greatest(0, wrong_keys - 1) where id_hash = $1')

const renew = statement('own-session-renew', `
  update sessions set id_hash = $2, key_given_at = clave.now(), wrong_keys = greatest(0, wrong_keys - 1) where id_hash = $1 and ended_at is null`)

/** What waits for its codes in this session goes on with it (docs/decisions/051-changing-a-contact.md). */
const moveChange = statement('own-session-renew-change', 'update contact_changes set session_hash = $2 where session_hash = $1')

const moveConfirmation = statement('own-session-renew-confirmation', `
  update links set journey_hash = $2
   where (person_key, kind) = (select person_key, 'confirm-key' from sessions where id_hash = $1) and journey_hash = $1`)

const change = statement('own-key-change', `
  update accounts set password_hash = $3, changed_at = clave.now(), version = version + 1
   where person_key = $1 and password_hash = $2 and state = 'active'`)

const endOthers = statement('own-sessions-end-others', `
  update sessions set ended_at = clave.now() where person_key = $1 and id_hash <> $2 and ended_at is null`)

export function makeOwnKeys(db: Database, on: (tx: Tx) => Connection, { idle, absolute, keyTries }: Policy['session']): OwnKeys {
  return {
    async givenAt(sessionHash) {
      return (await db.row<{ at: Instant }>(given, [sessionHash]))?.at ?? null
    },
    async claimTry(sessionHash) {
      const row = await db.row<{ password_hash: string; wrong_keys: number }>(claim, [sessionHash, idle, absolute, keyTries])
      return row ? { passwordHash: row.password_hash, triesLeft: keyTries - row.wrong_keys } : null
    },
    async giveTryBack(sessionHash) {
      await db.run(giveBack, [sessionHash])
    },
    async renew(tx, before, after) {
      await on(tx).run(moveChange, [before, after])
      await on(tx).run(moveConfirmation, [before, after])
      return (await on(tx).run(renew, [before, after])) === 1
    },
    changePassword: async (tx, person, before, after) => (await on(tx).run(change, [bytesOf(person), before, after])) === 1,
    endOthers: (tx, person, kept) => on(tx).run(endOthers, [bytesOf(person), kept]),
  }
}
