/** The server of the configuration: the one of DATABASE_URL, or the embedded one of the data folder, started or joined. */
import { startEmbeddedPostgres } from './embedded-postgres.ts'

export interface DatabaseServer {
  /** For openDatabase and migrate; may hold a password. */
  readonly url: string
  /** Lets go of an embedded server; nothing happens to any other. */
  stop(): Promise<void>
}

export async function reachDatabaseServer(
  config: { readonly databaseUrl: string | null; readonly home: string },
  log?: (sentence: string) => void,
): Promise<DatabaseServer> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => undefined }
  return await startEmbeddedPostgres({ home: config.home, ...(log ? { log } : {}) })
}
