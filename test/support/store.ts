/** The store alone, on a database of its own, for tests of statements. */
import { randomBytes } from 'node:crypto'
import type { Store } from '../../src/app/ports.ts'
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts'
import { makeFieldCipher, type FieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring, type Keyring } from '../../src/security/keyring.ts'
import { makeSecrets } from '../../src/security/secrets.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { makeStore } from '../../src/store/store.ts'
import { createTestDatabase, type Engine, type TestDatabase } from './databases.ts'

export interface TestStore {
  readonly database: TestDatabase
  readonly db: Database
  readonly store: Store
  readonly cipher: FieldCipher
  readonly keyring: Keyring
  readonly secrets: ReturnType<typeof makeSecrets>
  close(): Promise<void>
}

export async function openTestStore(engine: Engine, policy: Policy = defaultPolicy): Promise<TestStore> {
  const database = await createTestDatabase(engine)
  const db = openDatabase(database.config)
  const keyring = parseKeyring(newKeyringFile(randomBytes))
  const cipher = makeFieldCipher(keyring)
  const secrets = makeSecrets(keyring)
  const store = makeStore({ db, cipher, keyring, secrets, policy })
  return {
    database, db, store, cipher, keyring, secrets,
    async close() {
      await db.close()
      await database.drop()
    },
  }
}
