/**
 * How fast a register is imported, against a bare COPY of the same bytes into a table without an index:
 * `bin/node bench/import.ts [people [threads]]`. On an embedded database of its own, round by round in turn, the best of each, so that what else
 * the machine does weighs on both alike; best is an idle one.
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
import { openSealThreads } from '../src/register/seal-threads.ts'
import { openSource } from '../src/register/source.ts'
import { newKeyringFile, parseKeyring } from '../src/security/keyring.ts'
import { openDatabase, type Database } from '../src/store/database.ts'
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'

export interface Rate { readonly seconds: number; readonly linesPerSecond: number; readonly megabytesPerSecond: number }

export interface ImportFigures {
  readonly people: number
  readonly megabytes: number
  readonly threads: number
  readonly bareCopy: Rate
  readonly firstImport: Rate
  readonly sameAgain: Rate
  /** Of firstImport to bareCopy; the target is 0.5. */
  readonly share: number
  /** The same share in each round, in order: how far the figures can be trusted. */
  readonly shares: readonly number[]
  /** Processor time of this process in microseconds a line of the first import. */
  readonly ownMicroseconds: number
  readonly bareOwnMicroseconds: number
  readonly mostMemoryMebibytes: number
}

const rounds = 3

export async function benchImport(people: number, threads = 0): Promise<ImportFigures> {
  const home = mkdtempSync(join(tmpdir(), 'clave-bench-'))
  const file = join(home, 'register.ndjson')
  writeRegister(file, people)
  const server = await startEmbeddedPostgres({ home })
  await migrate({ url: server.url })
  const db = openDatabase({ url: server.url, connections: 2, statementTimeout: 0 })
  const keyring = newKeyringFile(randomBytes)
  const sealing = openSealThreads({ keyring, foreignerCode: defaultPolicy.identifier.foreignerCode, threads })
  try {
    const deps = makeImportDeps(db, parseKeyring(keyring), defaultPolicy, threads > 0 ? sealing.seal : undefined)
    const [bare, first]: [Took[], Took[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      bare.push(await took(() => bareCopy(db, file)))
      await db.transaction(async (tx) => void (await tx.client.query('truncate people, aliases')))
      first.push(await took(() => readAll(file, deps, people, 'added')))
    }
    const again = await took(() => readAll(file, deps, people, 'same'))
    return figures({ people, threads, size: statSync(file).size, bare, first, again })
  } finally {
    await sealing.close()
    await db.close()
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

interface Took { readonly seconds: number; readonly own: number }

function figures({ people, threads, size, bare, first, again }: { people: number; threads: number; size: number; bare: Took[]; first: Took[]; again: Took }): ImportFigures {
  const least = (of: readonly Took[], what: keyof Took): number => Math.min(...of.map((each) => each[what]))
  const rate = (seconds: number): Rate => ({ seconds, linesPerSecond: people / seconds, megabytesPerSecond: size / 1e6 / seconds })
  return {
    people, threads, megabytes: size / 1e6,
    bareCopy: rate(least(bare, 'seconds')), firstImport: rate(least(first, 'seconds')), sameAgain: rate(again.seconds),
    share: least(bare, 'seconds') / least(first, 'seconds'), shares: bare.map(({ seconds }, round) => seconds / first[round]!.seconds),
    ownMicroseconds: least(first, 'own') / people, bareOwnMicroseconds: least(bare, 'own') / people,
    mostMemoryMebibytes: process.resourceUsage().maxRSS / 1024,
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

async function took(work: () => Promise<unknown>): Promise<Took> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - began) / 1000, own: user + system }
}

if (import.meta.main) console.log(JSON.stringify(await benchImport(Number(process.argv[2] ?? 50_000), Number(process.argv[3] ?? 0)), null, 2))
