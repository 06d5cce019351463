/**
 * Which statements a request sends to the database, in their order: a measure of its time that no busy machine disturbs. What couriers and
 * other work in the background send does not count.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Connection, Database } from '../../src/store/database.ts'

const sending = new AsyncLocalStorage<string[]>()

/** What `work` sent, transactions in brackets. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: readonly string[] }> {
  const statements: string[] = []
  return { result: await sending.run(statements, work), statements }
}

/** The same database; `statementsOf` sees what goes through it. */
export function watched(db: Database): Database {
  return {
    ...connection(db),
    async transaction(work) {
      note('[')
      try {
        return await db.transaction((tx) => work({ ...connection(tx), client: tx.client }))
      } finally {
        note(']')
      }
    },
    close: () => db.close(),
  }
}

function connection(to: Connection): Connection {
  return {
    rows: (statement, values) => (note(statement.name), to.rows(statement, values)),
    row: (statement, values) => (note(statement.name), to.row(statement, values)),
    run: (statement, values) => (note(statement.name), to.run(statement, values)),
  }
}

function note(name: string): void {
  sending.getStore()?.push(name)
}
