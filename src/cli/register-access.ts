/** What commands need that work on the register as a whole: the database, brought up to date, and the keys. */
import { readFileSync } from 'node:fs'
import { parseConfig } from '../config/parse.ts'
import { loadPolicy } from '../config/policy-file.ts'
import type { Policy } from '../domain/policy.ts'
import { parseKeyring, type Keyring } from '../security/keyring.ts'
import { openDatabase, type Database, type DatabaseConfig } from '../store/database.ts'
import { reachDatabaseServer } from '../store/database-server.ts'
import { migrate } from '../store/migrate.ts'
import { WrongUse, type Call } from './command.ts'

export interface RegisterAccess {
  readonly db: Database
  /** Of `db`, for connections that threads open themselves. */
  readonly database: DatabaseConfig
  readonly keyring: Keyring
  /** For threads. */
  readonly keyringText: string
  readonly policy: Policy
}

/** Without timeouts. Everything is closed whatever becomes of the work. */
export async function withRegister<T>({ environment, output }: Call, work: (register: RegisterAccess) => Promise<T>): Promise<T> {
  const config = parseConfig(environment, 'tool')
  if (config.keysFile === null) throw new WrongUse('CLAVE_KEYS is needed: the file with the key ring, which clave keys new makes.')
  const keyringText = readFileSync(config.keysFile, 'utf8')
  const keyring = parseKeyring(keyringText)
  const policy = loadPolicy(config.policyFile)
  const server = await reachDatabaseServer(config, output.note)
  try {
    await migrate({ url: server.url }, { log: output.note })
    const database: DatabaseConfig = { url: server.url, connections: 2, statementTimeout: 0, namedStatements: config.namedStatements }
    const db = openDatabase(database)
    try {
      return await work({ db, database, keyring, keyringText, policy })
    } finally {
      await db.close()
    }
  } finally {
    await server.stop()
  }
}
