/**
 * Tries at the key (LOGIN-1, 2, 3, 5): counted in one guarded statement, committed by itself, before anything is compared. The same
 * statement chooses the lane and brings the stored hash, so that a known number costs no more than an unknown one (LOGIN-4).
 *
 * A lane is a row: `stranger`, or `device` and the hash of the browser's cookie. The run of failures over all lanes stands in the row of
 * the strangers. Rows are locked in the order of their names (device before stranger), so that no two statements wait for each other.
 * Held by test/model/lanes.model.test.ts and test/store/login-attempts.test.ts.
 */
import type { LoginAttempts, NewSession } from '../app/lane-ports.ts'
import type { StoredAccount, Tx } from '../app/ports.ts'
import { ceilingOf, loginStanding, type Lane, type LoginStanding } from '../domain/attempts.ts'
import type { AuditEvent } from '../domain/events.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { eventArguments } from './audit-log.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

// $6 holds the waits in milliseconds; the one before try n+1 starts with try n. Arrays count from 1. `own` counts a browser's own lane; `run`
// counts the strangers' lane and, for every lane, the run of failures (excluded.in_a_row is 1 for a stranger and 0 otherwise). `was_…` is how it
// stood before, for who is refused: with a second statement to look, the time of the answer would tell the blocked from the others (E-02).
// A claim that blocks its lane, or ends the run, notes that nobody was told yet: a program that dies now has no other way to say so (NOTICE-1).
const claim = statement('login-claim', `
  with person as materialized (select coalesce((select person_key from aliases where alias_key = $1), $1::bytea) as key),
  place as materialized (
    select person.key, coalesce('device ' || encode(d.device_hash, 'hex'), 'stranger') as lane, d.expires_at is not null as lent
      from person left join devices d
        on d.person_key = person.key and d.device_hash = $2 and d.ended_at is null and (d.expires_at is null or d.expires_at > clave.now())),
  own as (
    insert into login_attempts as a (person_key, lane, in_a_row, since_success, not_before, untold_since)
    select key, lane, 1, 0, '-infinity', case when 1 >= $3 then clave.now() end from place where lane <> 'stranger'
    on conflict (person_key, lane) do update
       set in_a_row = a.in_a_row + 1, untold_since = case when a.in_a_row + 1 >= $3 then clave.now() end where a.in_a_row < $3
    returning in_a_row),
  run as (
    insert into login_attempts as a (person_key, lane, in_a_row, since_success, not_before, untold_since)
    select key, 'stranger', (lane = 'stranger')::int, 1,
           case when lane = 'stranger' then clave.now() + coalesce(($6::int[])[2], 0) * interval '1 ms' else '-infinity' end,
           case when lane = 'stranger' and 1 >= $3 then clave.now() end
      from place where lane = 'stranger' or exists (select from own)
    on conflict (person_key, lane) do update
       set in_a_row = a.in_a_row + excluded.in_a_row, since_success = a.since_success + 1,
           not_before = case when excluded.in_a_row = 0 then a.not_before
                             else clave.now() + coalesce(($6::int[])[a.in_a_row + 2], 0) * interval '1 ms' end,
           untold_since = case when excluded.in_a_row = 0 then case when a.since_success + 1 >= $4 then clave.now() else a.untold_since end
                               when a.in_a_row + 1 >= $3 or a.since_success + 1 >= $5 then clave.now() end
     where case when excluded.in_a_row = 0 then a.since_success < $4
                else a.since_success < $5 and a.in_a_row < $3 and a.not_before <= clave.now() end
    returning in_a_row, since_success)
  select place.key, place.lane, place.lent, coalesce(own.in_a_row, run.in_a_row) as in_a_row, run.since_success,
         x.state, x.password_hash, x.issued_at, x.probation_until, x.signed_in_at,
         coalesce(mine.in_a_row, 0) as was_in_a_row, coalesce(whole.since_success, 0) as was_since_success, whole.not_before as was_not_before, clave.now() as now
    from place left join own on true left join run on true
    left join login_attempts mine on mine.person_key = place.key and mine.lane = place.lane
    left join login_attempts whole on whole.person_key = place.key and whole.lane = 'stranger'
    left join people p on p.person_key = place.key and p.status = 'active'
    left join accounts x on x.person_key = p.person_key`)

const standing = statement('login-standing', `
  select coalesce(own.in_a_row, 0) as in_a_row, all_lanes.since_success, all_lanes.not_before, clave.now() as now
    from login_attempts all_lanes left join login_attempts own on own.person_key = $1 and own.lane = $2
   where all_lanes.person_key = $1 and all_lanes.lane = 'stranger'`)

// Told once: by whoever takes the note away. The end of the run stands in the row of the strangers, whichever lane came to it.
const fail = statement('login-fail', `
  with told as (
    update login_attempts a set untold_since = null
      from (select lane from login_attempts
             where person_key = $1 and $5::text is not null and untold_since is not null and (lane = $7 or lane = 'stranger' and since_success >= $8)
             order by lane for update) mine
     where a.person_key = $1 and a.lane = mine.lane and a.untold_since is not null
    returning 1),
  request as (
    insert into unlock_requests (person_key, reason, language, own_lane, asked_at, due_at)
    select $1, 'blocked', $5, $6::boolean, clave.now(), clave.now() where exists (select from told))
  select clave.append_event($1, $2, $3, $4)`)

const succeed = statement('login-succeed', `
  with reset as (
    update login_attempts a
       set in_a_row = case when a.lane = $2 then 0 else a.in_a_row end, since_success = 0,
           not_before = case when a.lane = $2 then '-infinity' else a.not_before end,
           untold_since = case when a.lane <> $2 and a.in_a_row >= $9 then a.untold_since end
      from (select lane from login_attempts where person_key = $1 and lane in ($2, 'stranger') order by lane for update) mine
     where a.person_key = $1 and a.lane = mine.lane),
  device as (
    update devices set last_used_at = clave.now() where person_key = $1 and device_hash = $8),
  account as (
    update accounts a set signed_in_at = clave.now()
      from (select signed_in_at from accounts where person_key = $1 for update) before
     where a.person_key = $1 returning before.signed_in_at, a.signed_in_at as started_at),
  session as (
    insert into sessions (id_hash, person_key, started_at, seen_at, previous_sign_in_at, origin, device_hash)
    select $3, $1, started_at, started_at, signed_in_at, $7, $8 from account)
  select clave.append_event($1, $4, $5, $6)`)

const unblock = statement('login-unblock', `
  update login_attempts a set in_a_row = 0, not_before = '-infinity', untold_since = null
    from (select lane from login_attempts where person_key = $1 and lane in ($2, 'stranger') order by lane for update) mine
   where a.person_key = $1 and a.lane = mine.lane`)

interface Claimed {
  key: Buffer; lane: string; lent: boolean; in_a_row: number | null; since_success: number | null; state: StoredAccount['state'] | null
  password_hash: string; issued_at: Instant; probation_until: Instant; signed_in_at: Instant | null
  was_in_a_row: number; was_since_success: number; was_not_before: Instant | null; now: Instant
}
interface Standing { in_a_row: number; since_success: number; not_before: Instant; now: Instant }

const strangers = 'stranger'
const laneOf = (device: Buffer | null): string => (device === null ? strangers : `device ${device.toString('hex')}`)

export function makeLoginAttempts(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, policy: Policy['login']): LoginAttempts {
  const limits = [policy.inARow, policy.ceiling, ceilingOf('stranger', policy), policy.waits]
  return {
    async claim(typed, device) {
      const row = (await db.row<Claimed>(claim, [bytesOf(typed), device, ...limits]))!
      const person = personKeyOf(row.key)
      const lane: Lane = row.lane === strangers ? 'stranger' : row.lent ? 'unlocked' : 'device'
      if (row.in_a_row !== null && row.since_success !== null) return { person, lane, inARow: row.in_a_row, sinceSuccess: row.since_success, account: asAccount(row) }
      const before = { inARow: row.was_in_a_row, sinceSuccess: row.was_since_success, notBefore: row.was_not_before ?? 0 }
      const refused = loginStanding(before, lane, policy, row.now)
      return { person, lane, refused: refused.is === 'free' ? await overtaken(person, row.lane, lane) : refused }
    },
    async fail(person, event, device, blocked) {
      const told = [blocked?.language ?? null, device !== null, laneOf(device), policy.ceiling]
      await db.run(fail, [bytesOf(person), ...eventArguments(cipher, person, event), ...told])
    },
    async succeed(person, device, session, event, tx) {
      await (tx ? on(tx) : db).run(succeed, succeedArguments(person, device, session, event))
    },
    async unblock(tx, person, device) {
      await on(tx).run(unblock, [bytesOf(person), laneOf(device)])
    },
  }

  /** Another try took the last place while this one waited for the row; before that, the lane was free. */
  async function overtaken(person: PersonKey, name: string, lane: Lane): Promise<LoginStanding> {
    const seen = await db.row<Standing>(standing, [bytesOf(person), name])
    const counts = { inARow: seen?.in_a_row ?? 0, sinceSuccess: seen?.since_success ?? 0, notBefore: seen?.not_before ?? 0 }
    const refused = loginStanding(counts, lane, policy, seen?.now ?? 0)
    // Between the two statements the wait, or a block, may have ended: the caller was early all the same.
    return refused.is === 'free' ? { is: 'wait', until: Math.max(counts.notBefore, seen?.now ?? 0) } : refused
  }

  function succeedArguments(person: PersonKey, device: Buffer | null, { hash, origin, device: remembered }: NewSession, event: AuditEvent): unknown[] {
    const sealed = cipher.encrypt(person, 'session', JSON.stringify(origin))
    return [bytesOf(person), laneOf(device), hash, ...eventArguments(cipher, person, event), sealed, remembered, policy.inARow]
  }
}

function asAccount(row: Claimed): StoredAccount | null {
  if (row.state === null) return null
  return {
    state: row.state, passwordHash: row.password_hash, issuedAt: row.issued_at, probationUntil: row.probation_until, signedInAt: row.signed_in_at,
  }
}
