/**
 * The one way to a PostgreSQL server: a pool, statements with a name, transactions that try again.
 *
 * What comes back: bigint as number (a fault beyond 2^53, which no counter of ours reaches), timestamptz as Instant (milliseconds), date as
 * 'YYYY-MM-DD', bytea as Buffer, numeric as string. These parsers belong to our pool, never to the whole process.
 */
import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../domain/types.ts'

export interface Statement {
  /** Known to the server under this name once prepared; at most 63 bytes. */
  readonly name: string
  readonly text: string
}

export interface Connection {
  rows<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
  /** The only row, or undefined when there is none. */
  row<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row | undefined>
  /** How many rows were changed. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>
}

export interface Transaction extends Connection {
  /** For COPY and LISTEN, which need the driver itself; only src/store may use it. */
  readonly client: pg.ClientBase
}

export interface Database extends Connection {
  /**
   * Commits what `work` did, or nothing when it throws. `work` runs again, from the start, when the server asks for it (deadlock,
   * serialization failure), so it must do nothing outside the transaction.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DatabaseConfig {
  readonly url: string
  /** Off for pgbouncer below 1.21 in transaction mode, which mixes them up. */
  readonly namedStatements?: boolean
  readonly connections?: number
  /** Milliseconds the server may work on one statement; 0 for imports and migrations. */
  readonly statementTimeout?: number
  /** Told of connections lost while idle; they are replaced by themselves. */
  readonly onLost?: (error: Error) => void
}

const names = new Map<string, string>()

/** Declares a statement. Two texts under one name would make the server refuse one of them at run time, so it is a fault at import. */
export function statement(name: string, text: string): Statement {
  if (Buffer.byteLength(name) > 63) throw new Error(`statement name too long: ${name}`)
  if ((names.get(name) ?? text) !== text) throw new Error(`two statements are called ${name}`)
  names.set(name, text)
  return Object.freeze({ name, text })
}

export function openDatabase(config: DatabaseConfig): Database {
  const pool = new pg.Pool({ ...connectionOptions(config), max: config.connections ?? 10, idleTimeoutMillis: 60_000 })
  pool.on('error', (error) => config.onLost?.(error)) // without a listener a failover ends the process
  const named = config.namedStatements ?? true
  // A statement by itself is a transaction too: the server undid all of it, so it may run again.
  const onAny: Query = (statement, values) => retrying(() => withClient(pool, (client) => query(client, named, statement, values)))
  return {
    ...connection(onAny),
    transaction: (work) => retrying(() => withClient(pool, (client) => inTransaction(client, named, work))),
    close: () => pool.end(),
  }
}

/** Options of one connection, for the pool and for the migration runner. */
export function connectionOptions(config: DatabaseConfig): pg.ClientConfig {
  const timeout = config.statementTimeout ?? 15_000
  const settings = { search_path: 'clave', datestyle: 'ISO', timezone: 'UTC', statement_timeout: timeout, idle_in_transaction_session_timeout: timeout }
  return {
    connectionString: config.url,
    application_name: 'clave',
    options: Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`).join(' '),
    connectionTimeoutMillis: 10_000,
    // A server that is gone cannot time itself out; a little later than its own limit, so that its answer comes first.
    ...(timeout > 0 ? { query_timeout: timeout + 5_000 } : {}),
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  }
}

type Query = (statement: Statement, values: readonly unknown[]) => Promise<pg.QueryResult>

function connection(query: Query): Connection {
  return {
    rows: async <Row>(statement: Statement, values: readonly unknown[] = []) => (await query(statement, values)).rows as Row[],
    row: async <Row>(statement: Statement, values: readonly unknown[] = []) => onlyRow<Row>(statement, (await query(statement, values)).rows),
    run: async (statement, values = []) => (await query(statement, values)).rowCount ?? 0,
  }
}

function onlyRow<Row>(statement: Statement, rows: unknown[]): Row | undefined {
  if (rows.length > 1) throw new Error(`${statement.name} gave ${rows.length} rows where at most one was expected`)
  return rows[0] as Row | undefined
}

/** Connections on which the driver itself failed or gave up waiting: the answer to an old question may still arrive there. */
const broken = new WeakSet<pg.ClientBase>()

async function query(client: pg.ClientBase, named: boolean, statement: Statement, values: readonly unknown[]): Promise<pg.QueryResult> {
  try {
    return await client.query({ text: statement.text, values: values as unknown[], ...(named ? { name: statement.name } : {}) })
  } catch (error) {
    if (!isAnswer(error)) broken.add(client)
    throw error
  }
}

async function inTransaction<T>(client: pg.ClientBase, named: boolean, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const control = (text: string): Promise<pg.QueryResult> => query(client, false, { name: '', text }, [])
  await control('begin')
  try {
    const result = await work({ ...connection((statement, values) => query(client, named, statement, values)), client })
    // The server answers ROLLBACK when a statement failed and its error was swallowed on the way.
    if ((await control('commit')).command !== 'COMMIT') throw new Error('a statement of this transaction failed unseen; nothing was committed')
    return result
  } catch (error) {
    if (!broken.has(client)) await control('rollback').catch(() => undefined) // the error of the work is the one to report
    throw error
  }
}

/** The pool's own query() throws the connection away on every error, even on a refused duplicate. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // The pool listens to idle connections only: one that is lost between two statements of a transaction would end the process.
  const lost = (): void => void broken.add(client)
  client.on('error', lost)
  try {
    return await work(client)
  } finally {
    client.release(broken.has(client))
    client.off('error', lost)
  }
}

/** The server refused one statement and the connection is as good as before. */
function isAnswer(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR'
}

const attempts = 5

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const again = isAnswer(error) && (error.code === '40001' || error.code === '40P01')
      if (!again || attempt === attempts) throw error
      await sleep(2 ** attempt * (1 + Math.random()))
    }
  }
}

function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text')
}

const { INT8, DATE, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins
const parsers = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [DATE, String], // the driver would make midnight of the machine's own time zone of it
  [TIMESTAMP, String],
  [TIMESTAMPTZ, instant],
])

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`the number ${text} of the database is too large`)
  return value
}

/** '2026-11-22 14:59:59.123456+00' in milliseconds; the rest of the microseconds is cut off. */
export function instant(text: string): Instant {
  if (text.endsWith('+00')) return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
  return text === 'infinity' ? Infinity : text === '-infinity' ? -Infinity : Date.parse(text)
}
