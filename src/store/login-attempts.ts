/**
 * Tries at the key (LOGIN-1, 3, 5): counted in one guarded statement, committed by itself, before anything is compared. The same
 * statement brings the stored hash, so that a known number costs no more than an unknown one (LOGIN-4).
 */
import type { LoginAttempts, StoredAccount } from '../app/ports.ts'
import { loginStanding } from '../domain/attempts.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { eventArguments } from './audit-log.ts'
import { statement, type Database } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

// $5 holds the waits in milliseconds; the one before try n+1 starts with try n. Arrays count from 1.
const claim = statement('login-claim', `
  with person as materialized (select coalesce((select person_key from aliases where alias_key = $1), $1::bytea) as key),
  claimed as (
    insert into login_attempts as a (person_key, lane, in_a_row, since_success, not_before)
    select key, $2, 1, 1, clave.now() + coalesce(($5::int[])[2], 0) * interval '1 ms' from person
    on conflict (person_key, lane) do update
       set in_a_row = a.in_a_row + 1, since_success = a.since_success + 1,
           not_before = clave.now() + coalesce(($5::int[])[a.in_a_row + 2], 0) * interval '1 ms'
     where a.in_a_row < $3 and a.since_success < $4 and a.not_before <= clave.now()
    returning in_a_row, since_success)
  select person.key, c.in_a_row, x.state, x.password_hash, x.issued_at, x.probation_until, x.signed_in_at
    from person left join claimed c on true
    left join people p on p.person_key = person.key and p.status = 'active'
    left join accounts x on x.person_key = p.person_key`)

const standing = statement('login-standing', `
  select in_a_row, since_success, not_before, clave.now() as now from login_attempts where person_key = $1 and lane = $2`)

const succeed = statement('login-succeed', `
  with reset as (
    update login_attempts set in_a_row = 0, since_success = 0, not_before = '-infinity' where person_key = $1 and lane = $2),
  account as (
    update accounts a set signed_in_at = clave.now()
      from (select signed_in_at from accounts where person_key = $1 for update) before
     where a.person_key = $1 returning before.signed_in_at, a.signed_in_at as started_at),
  session as (
    insert into sessions (id_hash, person_key, started_at, seen_at, previous_sign_in_at)
    select $3, $1, started_at, started_at, signed_in_at from account)
  select clave.append_event($1, $4, $5, $6)`)

interface Claimed {
  key: Buffer; in_a_row: number | null; state: StoredAccount['state'] | null; password_hash: string
  issued_at: Instant; probation_until: Instant; signed_in_at: Instant | null
}

export function makeLoginAttempts(db: Database, cipher: FieldCipher, policy: Policy['login']): LoginAttempts {
  return {
    async claim(typed, lane) {
      const row = (await db.row<Claimed>(claim, [bytesOf(typed), lane, policy.inARow, policy.ceiling, policy.waits]))!
      const person = personKeyOf(row.key)
      if (row.in_a_row !== null) return { person, inARow: row.in_a_row, account: asAccount(row) }
      const seen = await db.row<{ in_a_row: number; since_success: number; not_before: Instant; now: Instant }>(standing, [bytesOf(person), lane])
      const counts = { inARow: seen?.in_a_row ?? 0, sinceSuccess: seen?.since_success ?? 0, notBefore: seen?.not_before ?? 0 }
      const refused = loginStanding(counts, policy, seen?.now ?? 0)
      // Between the two statements the wait may have ended: the caller was early all the same.
      return { person, refused: refused.is === 'free' ? { is: 'wait', until: counts.notBefore } : refused }
    },
    async succeed(person, lane, sessionHash, event) {
      await db.run(succeed, [bytesOf(person), lane, sessionHash, ...eventArguments(cipher, person, event)])
    },
  }
}

function asAccount(row: Claimed): StoredAccount | null {
  if (row.state === null) return null
  return {
    state: row.state, passwordHash: row.password_hash, issuedAt: row.issued_at, probationUntil: row.probation_until, signedInAt: row.signed_in_at,
  }
}
