/**
 * A database of its own for each test file, on either engine, with a clock that tests move: clones of one migrated template.
 * `forEachEngine('name', (engine) => …)` runs a suite on both.
 */
import { createHash, randomBytes } from 'node:crypto'
import { after, describe } from 'node:test'
import pg from 'pg'
import { connectionOptions, type DatabaseConfig } from '../../src/store/database.ts'
import { migrate, migrationsFolder, readMigrations } from '../../src/store/migrate.ts'
import { engines, startEngine, type Engine, type StartedEngine } from './postgres-engines.ts'

export type { Engine }

export interface TestClock {
  /** The database's time now, in milliseconds. */
  now(): Promise<number>
  /** Moves the clock on by this many milliseconds; negative goes back. */
  advance(ms: number): Promise<void>
  /** Sets it to a moment ('2026-11-22T14:59:00Z' or milliseconds); it runs on from there. */
  setNow(moment: string | number): Promise<void>
  /** Sets it to a moment and holds it there until it is set or advanced again; advancing keeps it held. */
  freeze(moment: string | number): Promise<void>
}

export interface TestDatabase {
  readonly url: string
  /** For openDatabase. */
  readonly config: DatabaseConfig
  readonly clock: TestClock
  /** Plain SQL, for what only a test may look at. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

export function forEachEngine(name: string, suite: (engine: Engine) => void): void {
  for (const engine of engines) describe(`${name} (${engine})`, () => suite(engine))
}

/** A clone of the migrated template; dropped at the end of the file at the latest. */
export async function createTestDatabase(engine: Engine = 'embedded'): Promise<TestDatabase> {
  return await open(engine, `template ${await template(engine)}`)
}

/** A database without any table, for tests of the migrations themselves. */
export async function createEmptyDatabase(engine: Engine = 'embedded'): Promise<TestDatabase> {
  return await open(engine, 'template template0')
}

const started = new Map<Engine, Promise<StartedEngine>>()
const templates = new Map<Engine, Promise<string>>()
const opened = new Set<TestDatabase>()

/** Whatever uses a database of this file and must be closed before it goes: `after` hooks run in the order of the imports. */
export const closeFirst = new Set<() => Promise<void>>()

after(async () => {
  for (const close of closeFirst) await close()
  for (const database of opened) await database.drop()
  for (const engine of started.values()) await (await engine).stop()
})

async function open(engine: Engine, source: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(engine, (admin) => admin.query(`create database ${name} ${source}`))
  const url = urlOf(await address(engine), name)
  const client = await connect(url)
  client.on('error', () => undefined) // the server of a test may be killed on purpose
  const sql: TestDatabase['sql'] = async <Row>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Row[]
  const database = { url, config: { url }, clock: clockOf(sql), sql, drop }
  opened.add(database)
  return database

  async function drop(): Promise<void> {
    if (!opened.delete(database)) return
    await client.end()
    await administer(engine, (admin) => admin.query(`drop database if exists ${name} with (force)`))
  }
}

function clockOf(sql: TestDatabase['sql']): TestClock {
  const moment = (value: string | number): Date => new Date(value)
  return {
    now: async () => (await sql<{ now: number }>('select clave.now() as now'))[0]?.now ?? NaN,
    advance: async (ms) => void (await sql("update clave.test_clock set shift = shift + $1 * interval '1 ms', held = held + $1 * interval '1 ms'", [ms])),
    setNow: async (value) => void (await sql('update clave.test_clock set held = null, shift = $1::timestamptz - clock_timestamp()', [moment(value)])),
    freeze: async (value) => void (await sql('update clave.test_clock set held = $1', [moment(value)])),
  }
}

/** Replaces the database's clock (L-04) by one that the test moves. */
const movableClock = `
  create table clave.test_clock (shift interval not null, held timestamptz);
  insert into clave.test_clock values ('0', null);
  create or replace function clave.now() returns timestamptz language sql volatile
    as 'select coalesce(held, clock_timestamp() + shift) from clave.test_clock'`

/** Made once per server and state of the migrations, by whichever test file comes first. */
function template(engine: Engine): Promise<string> {
  const digest = createHash('sha256').update(movableClock)
  for (const migration of readMigrations(migrationsFolder)) digest.update(migration.digest)
  return once(templates, engine, () => makeTemplate(engine, `template_${digest.digest('hex').slice(0, 12)}`))
}

async function makeTemplate(engine: Engine, name: string): Promise<string> {
  await administer(engine, async (admin) => {
    await admin.query('select pg_advisory_lock(1)') // ends with the connection
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await admin.query(`drop database if exists ${name}_new`)
    await admin.query(`create database ${name}_new template template0`)
    const url = urlOf(await address(engine), `${name}_new`)
    await migrate({ url })
    const client = await connect(url)
    await client.query(movableClock)
    await client.end()
    await admin.query(`alter database ${name}_new rename to ${name}`)
  })
  return name
}

async function administer(engine: Engine, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = await connect(await address(engine))
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(connectionOptions({ url, statementTimeout: 0 }))
  await client.connect()
  return client
}

async function address(engine: Engine): Promise<string> {
  return (await once(started, engine, () => startEngine(engine))).url
}

function urlOf(server: string, database: string): string {
  return server.replace(/\/[^/?]*(?=\?|$)/, `/${database}`)
}

function once<T>(made: Map<Engine, Promise<T>>, engine: Engine, make: () => Promise<T>): Promise<T> {
  const before = made.get(engine) ?? make()
  made.set(engine, before)
  return before
}
