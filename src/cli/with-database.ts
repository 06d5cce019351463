/** The database of the configuration, for a command that needs it and no keys; everything is closed again whatever becomes of it. */
import { parseConfig } from '../config/parse.ts'
import type { Config } from '../config/parse.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { reachDatabaseServer } from '../store/database-server.ts'
import type { Call } from './command.ts'

export async function withDatabase<T>({ environment, output }: Call, work: (db: Database, config: Config) => Promise<T>): Promise<T> {
  const config = parseConfig(environment, 'tool')
  const server = await reachDatabaseServer(config, output.note)
  const db = openDatabase({ url: server.url, connections: 1 })
  try {
    return await work(db, config)
  } finally {
    await db.close()
    await server.stop()
  }
}
