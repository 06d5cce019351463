/** What the register takes on the disk, in bytes; and the databases it lies in. */
import { statement, type Database } from '../../src/store/database.ts'

export interface SizeFigures {
  readonly table: number
  readonly indexes: number
  readonly aliases: number
  /** Written to the log since the run began, the bare COPYs included. */
  readonly walWritten: number
  /** What of it lies on the disk now. */
  readonly walKept: number
}

export async function walPosition(db: Database): Promise<number> {
  return await number(db, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as n")
}

export async function sizes(db: Database, walBefore: number): Promise<SizeFigures> {
  return {
    table: await number(db, "select pg_table_size('people') as n"), indexes: await number(db, "select pg_indexes_size('people') as n"),
    aliases: await number(db, "select pg_total_relation_size('aliases') as n"), walWritten: (await walPosition(db)) - walBefore,
    walKept: await number(db, 'select sum(size) as n from pg_ls_waldir()'),
  }
}

/** Once; it is there from an earlier run otherwise. Outside a transaction, as the server demands: the pool's own connections are. */
export async function createDatabase(db: Database, name: string): Promise<void> {
  const known = await db.rows(statement('bench-database-known', 'select from pg_database where datname = $1'), [name])
  if (known.length === 0) await db.run(statement(`bench-database-${name}`, `create database ${name}`))
}

async function number(db: Database, text: string): Promise<number> {
  return await db.transaction(async (tx) => Number((await tx.client.query<{ n: string }>(text)).rows[0]!.n))
}
