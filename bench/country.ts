/**
 * A whole country on this machine: `bin/node bench/country.ts [people] [--folder DIR] [--threads N] [--json]`, 18,000,000 people unless told, of
 * whom 28 in a hundred have labour records. On an embedded database of its own:
 *
 *   1. 18,000 people, and how long the look-up and the decks of one of them take;
 *   2. a slice by the real import, between two bare COPYs of the same bytes;
 *   3. everybody else, invented into the standard input of `clave register import`, no file between;
 *   4. the last slice as in 2, on the full tables; the look-up and decks again; everybody read once by `clave register strength`; sizes.
 *
 * With --folder it may be stopped at any moment (Ctrl-C, kill -9) and goes on there when called again; the folder stays. Without, the temporary
 * one is gone at the end, however it ends. Needs some 2.2 kB of disk a person with labour records and 1 kB for others; see docs/performance.md.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newKeyringFile, parseKeyring } from '../src/security/keyring.ts'
import { openDatabase } from '../src/store/database.ts'
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'
import { importSlice, importStream, type CountryParts, type SliceFigures, type StreamFigures } from './country/imports.ts'
import { lookUps, type LookUpFigures } from './country/look-ups.ts'
import { countryText } from './country/report.ts'
import { sizes, walPosition, type SizeFigures } from './country/sizes.ts'
import { strengthRun, type StrengthFigures } from './country/strength.ts'
import { surroundings, type Surroundings } from './report.ts'

export interface CountryFigures {
  readonly people: number
  readonly around: Surroundings
  readonly walBefore: number
  readonly small: SliceFigures
  readonly lookUpSmall: LookUpFigures
  readonly slice: SliceFigures
  readonly stream: StreamFigures
  readonly lastSlice: SliceFigures
  readonly lookUpAll: LookUpFigures
  readonly strength: StrengthFigures
  readonly sizes: SizeFigures
}

const { values, positionals: [people = '18000000'] } = parseArgs({
  allowPositionals: true, options: { folder: { type: 'string' }, threads: { type: 'string' }, json: { type: 'boolean', default: false } },
})

// A signal alone would end this process without its 'exit' event, and leave what it started running.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

const home = values.folder ?? mkdtempSync(join(tmpdir(), 'clave-country-'))
mkdirSync(home, { recursive: true })
if (values.folder === undefined) process.once('exit', () => rmSync(home, { recursive: true, force: true }))
const keys = join(home, 'keys.json')
if (!existsSync(keys)) writeFileSync(keys, newKeyringFile(randomBytes), { mode: 0o600 })
const server = await startEmbeddedPostgres({ home })
await migrate({ url: server.url })
const db = openDatabase({ url: server.url, connections: 2, statementTimeout: 0 })
const figures = await measureCountry(Number(people))
await db.close()
await server.stop()
console.log(values.json ? JSON.stringify(figures, null, 2) : countryText(figures))

async function measureCountry(all: number): Promise<CountryFigures> {
  const [smallest, slice] = [Math.min(18_000, Math.floor(all / 10)), Math.min(100_000, Math.floor(all / 10))]
  const parts: CountryParts = { home, url: server.url, keys, db, threads: values.threads, seed: 1, today: '2026-11-22', workersShare: 0.28 }
  const keyring = parseKeyring(readFileSync(keys, 'utf8'))
  const done = stepsIn(join(home, `country-${all}.json`))
  return {
    people: all,
    around: await done('around', async () => surroundings('the embedded PostgreSQL', 'none')),
    walBefore: await done('walBefore', () => walPosition(db)),
    small: await done('small', () => importSlice(parts, 0, smallest)),
    lookUpSmall: await done('lookUpSmall', () => lookUps(parts, keyring, smallest)),
    slice: await done('slice', () => importSlice(parts, smallest, smallest + slice)),
    stream: await done('stream', () => importStream(parts, smallest + slice, all - slice)),
    lastSlice: await done('lastSlice', () => importSlice(parts, all - slice, all)),
    lookUpAll: await done('lookUpAll', () => lookUps(parts, keyring, all)),
    strength: await done('strength', () => strengthRun(parts)),
    sizes: await done('sizes', async () => sizes(db, await done('walBefore', () => walPosition(db)))),
  }
}

/** Each step's figures are kept in a file when it is done, so that a run that is called again begins after it. */
function stepsIn(file: string): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (!(name in kept)) {
      console.error(`${name} …`)
      kept[name] = await work()
      writeFileSync(`${file}.new`, JSON.stringify(kept))
      renameSync(`${file}.new`, file)
    }
    return kept[name] as T
  }
}
