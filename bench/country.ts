/**
 * A whole country on this machine: `bin/node bench/country.ts [people] [--folder DIR] [--threads N] [--json]`, 18,000,000 people unless told, of
 * whom 28 in a hundred have labour records. On a database server of its own, set up as docs/performance.md says:
 *
 *   1. 18,000 people in a database beside;
 *   2. a slice by the real import, between two bare COPYs of the same bytes;
 *   3. everybody else, invented into the standard input of `clave register import`, no file between;
 *   4. the last slice as in 2, on the full tables; the look-up and decks of one person, in turn here and beside; everybody read once by
 *      `clave register strength`; sizes.
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
import { migrate } from '../src/store/migrate.ts'
import { importSlice, importStream, type CountryParts, type SliceFigures, type StreamFigures } from './country/imports.ts'
import { lookUps, type LookUpFigures } from './country/look-ups.ts'
import { countryText } from './country/report.ts'
import { createDatabase, sizes, walPosition, type SizeFigures } from './country/sizes.ts'
import { strengthRun, type StrengthFigures } from './country/strength.ts'
import { startPostgres } from './postgres.ts'
import { surroundings, type Surroundings } from './report.ts'

export interface CountryFigures {
  readonly people: number
  readonly around: Surroundings
  readonly walBefore: number
  readonly small: SliceFigures
  readonly slice: SliceFigures
  readonly stream: StreamFigures
  readonly lastSlice: SliceFigures
  readonly lookUps: LookUpFigures
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
const keys = join(home, 'keys.json')
if (!existsSync(keys)) writeFileSync(keys, newKeyringFile(randomBytes), { mode: 0o600 })
// Keys are hashes, so that each new person touches another page of the index: after every checkpoint whole pages go into the log. They must be rare.
const server = await startPostgres(home, { shared_buffers: '2GB', max_wal_size: '16GB', checkpoint_timeout: '30min' })
const stopAtExit = (): void => void server.stop() // its signal leaves before the process does
process.once('exit', stopAtExit)
if (values.folder === undefined) process.once('exit', () => rmSync(home, { recursive: true, force: true }))
await migrate({ url: server.url })
const db = openDatabase({ url: server.url, connections: 2, statementTimeout: 0 })
const beside = await secondDatabase('few')
const small = openDatabase({ url: beside, connections: 2, statementTimeout: 0 })
const figures = await measureCountry(Number(people))
await db.close()
await small.close()
process.off('exit', stopAtExit)
await server.stop()
console.log(values.json ? JSON.stringify(figures, null, 2) : countryText(figures))

async function measureCountry(all: number): Promise<CountryFigures> {
  const [smallest, slice] = [Math.min(18_000, Math.floor(all / 10)), Math.min(100_000, Math.floor(all / 10))]
  const parts: CountryParts = { home, url: server.url, keys, db, threads: values.threads, seed: 1, today: '2026-11-22', workersShare: 0.28 }
  const keyring = parseKeyring(readFileSync(keys, 'utf8'))
  const done = stepsIn(join(home, `country-${all}.json`))
  return {
    people: all,
    around: await done('around', async () => surroundings(server.name, 'none')),
    walBefore: await done('walBefore', () => walPosition(db)),
    small: await done('small', () => importSlice({ ...parts, url: beside, db: small }, 0, smallest)),
    slice: await done('slice', () => importSlice(parts, 0, slice)),
    stream: await done('stream', () => importStream(parts, slice, all - slice)),
    lastSlice: await done('lastSlice', () => importSlice(parts, all - slice, all)),
    lookUps: await done('lookUps', () => lookUps(parts, keyring, { db: small, people: smallest }, { db, people: all })),
    strength: await done('strength', () => strengthRun(parts)),
    sizes: await done('sizes', async () => sizes(db, await done('walBefore', () => walPosition(db)))),
  }
}

/** On the same server, with all tables. Answers its address. */
async function secondDatabase(name: string): Promise<string> {
  const url = server.url.replace(/\/[^/?]*(?=\?|$)/, `/${name}`)
  await createDatabase(db, name)
  await migrate({ url })
  return url
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
