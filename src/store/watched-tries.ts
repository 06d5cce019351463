/**
 * What the processes noted for the watch, put together (L-15): hashes of tries for an hour, counts of failed sign-ins for a week. A process writes
 * what it noted in one statement every few seconds; nothing is written while somebody waits. Held by test/store/watched-tries.test.ts.
 */
import type { WatchedTries } from '../app/watch-ports.ts'
import { watchWindow } from '../domain/watch.ts'
import { statement, type Database } from './database.ts'

const keep = statement('watched-keep', `
  insert into watched_tries (at, kind, crowd, member)
  select (select clave.now()), kind, crowd, member from unnest($1::text[], $2::bytea[], $3::bytea[]) as noted (kind, crowd, member)`)

const addFailures = statement('login-failures-add', `
  insert into login_failures as f (minute, failures) values (date_trunc('minute', clave.now()), $1)
  on conflict (minute) do update set failures = f.failures + excluded.failures`)

const crowds = statement('watched-crowds', `
  select coalesce(max(members), 0) as largest, coalesce(sum(members), 0)::bigint as together
    from (select count(distinct member) as members from watched_tries
           where at > (select clave.now()) - $3 * interval '1 ms' and kind = $1 group by crowd) c
   where members >= $2`)

// Minutes in which the alarm stood are no measure of what is usual.
const rate = statement('login-failures-rate', `
  with moment as materialized (select date_trunc('minute', clave.now()) as minute)
  select coalesce(max(failures) filter (where f.minute >= moment.minute - interval '1 minute'), 0) as lately,
         coalesce(sum(failures) filter (where f.minute < moment.minute - interval '10 minutes' and not exists (
           select from alarms a where a.code = 'login-spray' and f.minute >= date_trunc('minute', a.since) - interval '1 minute' and f.minute <= coalesce(a.until, 'infinity'))), 0)::bigint as before,
         coalesce(extract(epoch from max(moment.minute) - min(f.minute)) / 60, 0)::int as minutes
    from login_failures f, moment where f.minute > (select minute - interval '7 days' from moment)`)

// A date further off than a turn is one of a clock that went back since.
const claim = statement('watch-claim', `
  update recurring_work set due_at = clave.now() + $1 * interval '1 ms'
   where name = 'watch' and (due_at <= clave.now() or due_at > clave.now() + $1 * interval '1 ms')`)

export function makeWatchedTries(db: Database): WatchedTries {
  return {
    async keep(tries, loginFailures) {
      if (tries.length > 0) await db.run(keep, [tries.map(({ kind }) => kind), tries.map(({ crowd }) => crowd), tries.map(({ member }) => member)])
      if (loginFailures > 0) await db.run(addFailures, [loginFailures])
    },
    crowds: async (kind, least) => (await db.row<{ largest: number; together: number }>(crowds, [kind, least, watchWindow]))!,
    loginRate: async () => (await db.row<{ lately: number; before: number; minutes: number }>(rate))!,
    claimTurn: async (every) => (await db.run(claim, [every])) === 1,
  }
}
