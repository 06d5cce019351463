/**
 * Applies migrations/NNNN-name.sql in order, each in its own transaction and each once, also when twenty servers start together.
 *
 * Files are append-only: what ran is recorded with the SHA-256 of its text, and a changed old file, or a database newer than the
 * program, is refused before anything runs. Held by test/store/migrate.test.ts.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { connectionOptions, type DatabaseConfig } from './database.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly digest: string
}

/** The database and the program do not fit together; the message is a sentence for the operator. */
export class MigrationRefused extends Error {}

export const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations')

/** Brings the database up to date; answers the names of what this call applied. */
export async function migrate(config: DatabaseConfig, options: { folder?: string; log?: (sentence: string) => void } = {}): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? migrationsFolder)
  const client = new pg.Client(connectionOptions({ ...config, statementTimeout: 0 }))
  await client.connect().catch((error: Error) => {
    throw new Error(`The database cannot be reached: ${error.message}`, { cause: error })
  })
  try {
    if (await upToDate(client, migrations)) return []
    const done: string[] = []
    for (;;) {
      const applied = await applyNext(client, migrations)
      if (applied === undefined) return done
      options.log?.(`Applied migration ${applied}.`)
      done.push(applied)
    }
  } finally {
    await client.end()
  }
}

/** Reads and numbers the files; line ends do not count, so that a checkout on another system has the same digests. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql')).sort()
  return files.map((file, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1])
    if (number !== index + 1) throw new Error(`Migrations are numbered 0001, 0002 … without gaps; ${file} is out of place.`)
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { number, name: file.slice(0, -'.sql'.length), text, digest: createHash('sha256').update(text).digest('hex') }
  })
}

/** Any number of ours; taken for the length of one migration, so that a pooler between us and the server does no harm. */
const lockKey = 7_032_026_112

const setUp = `
  create schema if not exists clave;
  create table if not exists clave.migrations (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`

/** Without a lock: the usual start, when there is nothing to do. */
async function upToDate(client: pg.Client, migrations: readonly Migration[]): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('clave.migrations') is not null as there")
  return rows[0]?.there === true && (await recorded(client, migrations)) === migrations.length
}

async function applyNext(client: pg.Client, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    await client.query(setUp)
    const next = migrations[await recorded(client, migrations)]
    if (next !== undefined) await apply(client, next)
    await client.query('commit')
    return next?.name
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the first error is the one to report
    throw error
  }
}

async function apply(client: pg.Client, next: Migration): Promise<void> {
  // The row comes first: should the lock ever fail to keep two servers apart, the second one waits here and is refused.
  await client.query('insert into clave.migrations (number, name, digest) values ($1, $2, $3)', [next.number, next.name, next.digest])
  try {
    await client.query(next.text)
  } catch (error) {
    throw new Error(`Migration ${next.name} failed and changed nothing: ${(error as Error).message}`, { cause: error })
  }
}

/** How many of the migrations the database has. Refuses when it has other ones. */
async function recorded(client: pg.Client, migrations: readonly Migration[]): Promise<number> {
  const { rows } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from clave.migrations order by number',
  )
  for (const [index, row] of rows.entries()) {
    const migration = migrations[index]
    if (migration === undefined) {
      throw new MigrationRefused(`The database is newer than this program: it has migration ${row.name}, which this program does not know. Run the newer program.`)
    }
    if (migration.number !== row.number || migration.digest !== row.digest) {
      throw new MigrationRefused(
        `The file of migration ${migration.name} is not the one that was applied as ${row.name}. `
          + 'An applied migration never changes: restore the file and write a new migration.',
      )
    }
  }
  return rows.length
}
