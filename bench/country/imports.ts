/** Imports by the real command, as processes of their own: a slice from a file, beside a bare COPY of the same bytes, and a stream without one. */
import { closeSync, createReadStream, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { inventPeople } from '../../src/register/invent.ts'
import { ndjson } from '../../src/register/ndjson.ts'
import type { Database } from '../../src/store/database.ts'
import { runClave, type Ran } from './clave.ts'

export interface CountryParts {
  readonly home: string
  readonly url: string
  /** The file of the key ring. */
  readonly keys: string
  readonly db: Database
  /** Of the import; as many as it likes unless given. */
  readonly threads: string | undefined
  readonly seed: number
  readonly today: string
  readonly workersShare: number
}

export interface StreamFigures extends Ran {
  readonly people: number
  readonly megabytes: number
}

export interface SliceFigures extends StreamFigures {
  /** Seconds before and after the import. */
  readonly bareCopy: readonly [number, number]
  /** Of the speeds, import to the mean of the bare COPYs. */
  readonly share: number
}

/** The people from `from` up to but not including `to`, from a file. */
export async function importSlice(parts: CountryParts, from: number, to: number): Promise<SliceFigures> {
  const file = join(parts.home, 'slice.ndjson')
  const handle = openSync(file, 'w')
  for (const piece of lines(parts, from, to)) writeSync(handle, piece)
  closeSync(handle)
  const before = await bareCopy(parts.db, file)
  const ran = await importOf(parts, file)
  const after = await bareCopy(parts.db, file)
  const megabytes = statSync(file).size / 1e6
  rmSync(file)
  return { ...ran, people: to - from, megabytes, bareCopy: [before, after], share: (before + after) / 2 / ran.workSeconds }
}

/** The inventing process works on the same cores meanwhile, so its seconds are no rate of the import. */
export async function importStream(parts: CountryParts, from: number, to: number): Promise<StreamFigures> {
  let size = 0
  function* counted(): Generator<Buffer> {
    for (const piece of lines(parts, from, to)) {
      size += piece.length
      yield piece
    }
  }
  const ran = await importOf(parts, '-', Readable.from(counted(), { objectMode: false }))
  return { ...ran, people: to - from, megabytes: size / 1e6 }
}

const lines = ({ seed, today, workersShare }: CountryParts, from: number, to: number): Generator<Buffer> =>
  ndjson(inventPeople({ people: to, from, seed, today, workersShare }))

async function importOf({ url, keys, threads }: CountryParts, file: string, input?: Readable): Promise<Ran> {
  const ran = await runClave(['register', 'import', file, '--json', ...(threads === undefined ? [] : ['--threads', threads])], { DATABASE_URL: url, CLAVE_KEYS: keys }, input)
  const { lines: read, resumedAfter, bad } = ran.report as { lines: number; resumedAfter: number; bad: number }
  if (bad > 0) throw new Error('a line was bad')
  if (resumedAfter > 0) console.error(`went on after ${resumedAfter} of ${read} lines; its seconds are of the rest`)
  return ran
}

/** Durable, stored as the facts are: not compressed, in the row; as bench/import.ts does. Answers seconds. */
async function bareCopy(db: Database, file: string): Promise<number> {
  const run = (text: string): Promise<void> => db.transaction(async (tx) => void (await tx.client.query(text)))
  await run(`drop table if exists clave.bare_lines; create table clave.bare_lines (line text) with (toast_tuple_target = 8160);
    alter table clave.bare_lines alter line set storage external`)
  const began = performance.now()
  await db.transaction(async (tx) => {
    await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), tx.client.query(copyFrom(String.raw`copy clave.bare_lines from stdin (format text, delimiter E'\x01')`)))
  })
  const seconds = (performance.now() - began) / 1000
  await run('drop table clave.bare_lines')
  return seconds
}
