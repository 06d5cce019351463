/**
 * What PROOF-11 costs (docs/decisions/090-the-breaker.md): `bin/node bench/breaker.ts`. Failures counted at the same time by many connections, in eight rows a
 * minute and in one, and the look at a day of rows; on the PostgreSQL that comes along.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, statement, type Connection, type Database } from '../src/store/database.ts'
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'
import { makeProofingFailures } from '../src/store/proofing-failures.ts'

const connections = 16
const verdicts = Number(process.argv[2] ?? 4_000)

const oneRow = statement('bench-one-row', `
  insert into proofing_failures as f (minute, shard, failures) values ('2000-01-01', 0, 1) on conflict (minute, shard) do update set failures = f.failures + 1`)
const event = statement('bench-event', `select clave.append_event(substring(sha256($1::text::bytea) for 16), 'proofing.failed', '{"attempt":1}')`)
const day = statement('bench-day', `
  insert into proofing_failures select date_trunc('minute', clave.now()) - m * interval '1 minute', s, 3 from generate_series(0, 1440) m, generate_series(0, 7) s on conflict do nothing`)

/** Verdicts a second, each a transaction with its event, on all connections at once. */
async function rate(db: Database, count: (tx: Connection) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let next = 0
  await Promise.all(Array.from({ length: connections }, async () => {
    while ((next += 1) <= verdicts) {
      const person = String(next)
      await db.transaction(async (tx) => {
        await tx.rows(event, [person])
        await count(tx)
      })
    }
  }))
  return verdicts / ((performance.now() - began) / 1000)
}

const home = mkdtempSync(join(tmpdir(), 'clave-breaker-'))
const server = await startEmbeddedPostgres({ home })
try {
  await migrate({ url: server.url })
  const db = openDatabase({ url: server.url, connections })
  const failures = makeProofingFailures(db, (tx) => tx as unknown as Connection)
  const rates = { without: [] as number[], rows: [] as number[], one: [] as number[] }
  for (let round = 0; round < 3; round += 1) {
    rates.without.push(await rate(db, async () => undefined))
    rates.rows.push(await rate(db, (tx) => failures.count(tx as never)))
    rates.one.push(await rate(db, (tx) => tx.run(oneRow)))
  }
  const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
  console.log(`verdicts a second on ${connections} connections: ${Math.round(median(rates.without))} without a count, ${Math.round(median(rates.rows))} with eight rows a minute, ${Math.round(median(rates.one))} with one row`)
  await db.run(day)
  const looks: number[] = []
  for (let turn = 0; turn < 200; turn += 1) {
    const began = performance.now()
    await failures.look(1_000_000)
    looks.push(performance.now() - began)
  }
  console.log(`a look at 1,441 minutes of eight rows: ${median(looks).toFixed(2)} ms (median of 200)`)
  await db.close()
} finally {
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
