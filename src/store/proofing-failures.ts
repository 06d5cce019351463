/**
 * PROOF-11: failed proofings of all people, counted in the transaction of each verdict, and the breaker over them. A failure adds to one of eight
 * rows of its minute, so that no row is everybody's; the sum over a day reads 11,528 short rows at most and is asked for every few seconds by each
 * process. Held by test/store/proofing-failures.test.ts and test/races/two-servers.test.ts; bench/breaker.ts measures it.
 */
import type { ProofingFailures } from '../app/watch-ports.ts'
import type { Tx } from '../app/ports.ts'
import { failureCounts, failureSlot, reopensAt } from '../domain/breaker.ts'
import { institutionChain } from '../domain/institution-events.ts'
import type { Instant } from '../domain/types.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

// random() is evaluated once for the row; eight is many more than verdicts are written at the same moment.
const count = statement('proofing-failure-count', `
  insert into proofing_failures as f (minute, shard, failures) values (date_trunc('minute', clave.now()), floor(random() * 8)::smallint, 1)
  on conflict (minute, shard) do update set failures = f.failures + 1`)

// $1 the limit, $2 where it opens again. The clock is read once, so that the index is used; no upper end: what a clock that went back wrote still
// counts. A trip is a row that the unique index lets exist once; whoever made it writes it down, in the same statement.
const look = statement('breaker-look', `
  with moment as materialized (select clave.now() as now),
  counted as materialized (
    select coalesce(sum(failures), 0)::bigint as failures from proofing_failures where minute > (select now - $3 * interval '1 ms' from moment)),
  stood as materialized (select exists (select from alarms where code = 'breaker' and until is null) as stood),
  raised as (
    insert into alarms as a (code, since, seen_at, most) select 'breaker', now, now, failures from counted, moment where failures > $1
    on conflict (code) where until is null do update set most = excluded.most, seen_at = greatest(a.seen_at, excluded.seen_at) where a.most < excluded.most
    returning a.xmax = 0 as new, a.most),
  ended as (update alarms a set until = greatest(a.since, now) from counted, moment where a.code = 'breaker' and a.until is null and failures <= $2 returning 1)
  select moment.now, counted.failures, stood.stood,
         (select (clave.append_event($4, 'alarm.raised', json_build_object('code', 'breaker', 'count', most)::text)).o_seq from raised where new) as raised,
         (select (clave.append_event($4, 'alarm.ended', '{"code":"breaker"}')).o_seq from ended) as ended
    from moment, counted, stood`)

export function makeProofingFailures(db: Database, on: (tx: Tx) => Connection): ProofingFailures {
  return {
    async count(tx) {
      await on(tx).run(count)
    },
    async look(limit) {
      const row = await db.row<{ now: Instant; failures: number; stood: boolean }>(look, [limit, reopensAt(limit), failureCounts + failureSlot, bytesOf(institutionChain)])
      return { now: row!.now, failures: row!.failures, stood: row!.stood }
    },
  }
}
