/** Alarms (docs/alarms.md): one row for each time something is wrong, raised once whoever sees it. Held by test/store/alarms.test.ts. */
import type { Alarms } from '../app/watch-ports.ts'
import type { Tx } from '../app/ports.ts'
import { alarmCatalogue, type Alarm, type AlarmCode } from '../domain/alarms.ts'
import { institutionChain } from '../domain/institution-events.ts'
import type { Instant } from '../domain/types.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

// xmax 0: the row is this statement's own and not one that stood already.
const raise = statement('alarm-raise', `
  with raised as (
    insert into alarms as a (code, since, seen_at, most) values ($1, clave.now(), clave.now(), $2)
    on conflict (code) where until is null do update set seen_at = greatest(a.seen_at, excluded.seen_at), most = greatest(a.most, excluded.most)
    returning a.xmax = 0 as new)
  select case when new then (clave.append_event($3, 'alarm.raised', json_build_object('code', $1::text, 'count', $2::bigint)::text)).o_seq end from raised`)

const endQuiet = statement('alarm-end-quiet', `
  with ended as (
    update alarms a set until = greatest(a.since, clave.now()) from unnest($1::text[], $2::bigint[]) as quiet (code, ms)
     where a.code = quiet.code and a.until is null and a.seen_at < (select clave.now()) - quiet.ms * interval '1 ms'
    returning a.code)
  select clave.append_event($3, 'alarm.ended', json_build_object('code', code)::text) from ended`)

const untold = statement('alarm-untold', `
  update alarms set logged = case when until is null then 'raised' else 'ended' end
   where logged = 'nothing' or (logged = 'raised' and until is not null)
  returning code, since, until, most`)

const list = statement('alarm-list', `
  select code, since, until, most from alarms order by until is null desc, since desc, id desc limit $1`)

interface Row { code: AlarmCode; since: Instant; until: Instant | null; most: number }

export function makeAlarms(db: Database, on: (tx: Tx) => Connection): Alarms {
  const quiet = Object.entries(alarmCatalogue).flatMap(([code, spec]) => (spec.quiet === null ? [] : [[code, spec.quiet] as const]))
  const alarm = ({ code, since, until, most: count }: Row): Alarm => ({ code, since, until, most: count })
  return {
    async raise(code, count, tx) {
      await (tx ? on(tx) : db).run(raise, [code, count, bytesOf(institutionChain)])
    },
    async endQuiet() {
      await db.run(endQuiet, [quiet.map(([code]) => code), quiet.map(([, ms]) => ms), bytesOf(institutionChain)])
    },
    untold: async () => (await db.rows<Row>(untold)).map(alarm),
    list: async (most) => (await db.rows<Row>(list, [most])).map(alarm),
  }
}
