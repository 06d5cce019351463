/**
 * How fast a register is imported, against a bare COPY of the same bytes into a table without an index:
 * `bin/node bench/import.ts [people]`. On an embedded database of its own; nothing else should run on the machine.
 */
import { randomBytes } from 'node:crypto'
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { defaultPolicy } from '../src/domain/policy.ts'
import { makeImportDeps } from '../src/import-deps.ts'
import { importRegister, type ImportReport } from '../src/register/import.ts'
import { inventPeople } from '../src/register/invent.ts'
import { ndjson } from '../src/register/ndjson.ts'
import { openSource } from '../src/register/source.ts'
import { newKeyringFile, parseKeyring } from '../src/security/keyring.ts'
import { openDatabase, type Database } from '../src/store/database.ts'
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'

export interface Rate { readonly seconds: number; readonly linesPerSecond: number; readonly megabytesPerSecond: number }

export interface ImportFigures {
  readonly people: number
  readonly megabytes: number
  readonly bareCopy: Rate
  readonly firstImport: Rate
  readonly sameAgain: Rate
  /** Of firstImport to bareCopy; the target is 0.5. */
  readonly share: number
  /** Where the time of the import goes, in microseconds a line of this process. */
  readonly ownMicroseconds: number
  readonly mostMemoryMebibytes: number
}

export async function benchImport(people: number): Promise<ImportFigures> {
  const home = mkdtempSync(join(tmpdir(), 'clave-bench-'))
  const file = join(home, 'register.ndjson')
  writeRegister(file, people)
  const server = await startEmbeddedPostgres({ home })
  await migrate({ url: server.url })
  const db = openDatabase({ url: server.url, connections: 2, statementTimeout: 0 })
  try {
    const size = statSync(file).size
    const rate = (seconds: number): Rate => ({ seconds, linesPerSecond: people / seconds, megabytesPerSecond: size / 1e6 / seconds })
    const deps = makeImportDeps(db, parseKeyring(newKeyringFile(randomBytes)), defaultPolicy)
    const bare: number[] = []
    for (let round = 0; round < 3; round++) bare.push(await seconds(() => bareCopy(db, file)))
    const cpu = process.cpuUsage()
    const first = await seconds(() => readAll(file, deps, people, 'added'))
    const own = process.cpuUsage(cpu)
    const again = await seconds(() => readAll(file, deps, people, 'same'))
    const best = Math.min(...bare)
    return {
      people, megabytes: size / 1e6, bareCopy: rate(best), firstImport: rate(first), sameAgain: rate(again), share: best / first,
      ownMicroseconds: (own.user + own.system) / people, mostMemoryMebibytes: process.resourceUsage().maxRSS / 1024,
    }
  } finally {
    await db.close()
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

function writeRegister(file: string, people: number): void {
  const handle = openSync(file, 'w')
  for (const piece of ndjson(inventPeople({ people, seed: 1, today: '2026-11-22' }))) writeSync(handle, piece)
  closeSync(handle)
}

/** Stored as the facts are: not compressed, in the row. */
const bareTable = 'create table clave.bare_lines (line text) with (toast_tuple_target = 8160); alter table clave.bare_lines alter line set storage external'
const copyLines = String.raw`copy clave.bare_lines from stdin (format text, delimiter E'\x01')`

/** Into a durable table: a temporary one would be written to no log. Nor would one made in the same transaction. */
async function bareCopy(db: Database, file: string): Promise<void> {
  await db.transaction(async (tx) => void (await tx.client.query(bareTable)))
  await db.transaction(async (tx) => {
    await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), tx.client.query(copyFrom(copyLines)))
  })
  await db.transaction(async (tx) => void (await tx.client.query('drop table clave.bare_lines')))
}

async function readAll(file: string, deps: ReturnType<typeof makeImportDeps>, people: number, expected: 'added' | 'same'): Promise<ImportReport> {
  const source = await openSource(file, process.stdin)
  const report = await importRegister(source.bytes, deps, {
    onBadLine: 'stop', fromStart: true, onProgress: () => undefined, onBadLineFound: () => undefined, onNote: () => undefined,
  })
  if (report.counts[expected] !== people) throw new Error(`the import did something else than expected: ${JSON.stringify(report)}`)
  return report
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

if (import.meta.main) console.log(JSON.stringify(await benchImport(Number(process.argv[2] ?? 50_000)), null, 2))
