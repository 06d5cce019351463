/**
 * Everybody of the register once, as of one moment, for several readers at a time.
 *
 * By the place of the rows and not by key: keys are hashes, so that reading in their order fetches a page for every person, which takes three
 * times as long from memory and far longer from a disk. Rows move when they change; a snapshot that all readers share is what makes "once" true.
 */
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { binaryRows } from './copy-binary-rows.ts'
import { connectionOptions, statement, type Database, type DatabaseConfig } from './database.ts'

export interface RegisterMoment {
  /** For openPeopleReader, as long as the work goes on. */
  readonly snapshot: string
  /** The pages in which the people lie. */
  readonly pages: number
}

const oneMoment = statement('sweep-moment', 'set transaction isolation level repeatable read, read only')
const exported = statement('sweep-snapshot', `select pg_export_snapshot() as snapshot, pg_relation_size('people') / current_setting('block_size')::bigint as pages`)

/** `db` should have no timeouts: the transaction lies idle while the readers work. Imports and everything else go on meanwhile. */
export async function atOneMoment<T>(db: Database, work: (moment: RegisterMoment) => Promise<T>): Promise<T> {
  return await db.transaction(async (tx) => {
    await tx.run(oneMoment)
    return await work((await tx.row<RegisterMoment>(exported))!)
  })
}

export interface PeopleReader {
  /** Hands on the people of the pages from `from` up to but not including `to`: 16 bytes of key, and the facts, still encrypted. */
  read(from: number, to: number, each: (key: Buffer, facts: Buffer) => void): Promise<void>
  close(): Promise<void>
}

export async function openPeopleReader(config: DatabaseConfig, snapshot: string): Promise<PeopleReader> {
  if (!/^[0-9A-F-]+$/.test(snapshot)) throw new Error('this is the name of no snapshot')
  const client = new pg.Client(connectionOptions({ ...config, statementTimeout: 0 }))
  await client.connect()
  await client.query('begin isolation level repeatable read, read only')
  await client.query(`set transaction snapshot '${snapshot}'`)
  return {
    async read(from, to, each) {
      const rows = binaryRows()
      for await (const piece of client.query(copyTo(copyPages(from, to)))) {
        for (const [key, facts] of rows.push(piece as Buffer)) each(key!, facts!)
      }
      rows.end()
    },
    close: () => client.end(),
  }
}

function copyPages(from: number, to: number): string {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) throw new Error('pages have whole numbers')
  return `copy (select person_key, facts from people where ctid >= '(${from},0)' and ctid < '(${to},0)') to stdout (format binary)`
}
