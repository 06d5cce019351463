/** The store alone, on a database of its own, for tests of statements. */
import { randomBytes } from 'node:crypto'
import type { Store } from '../../src/app/ports.ts'
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts'
import { makeFieldCipher, type FieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring, type Keyring } from '../../src/security/keyring.ts'
import { makeSecrets } from '../../src/security/secrets.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { makeStore } from '../../src/store/store.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { createTestDatabase, type Engine, type TestDatabase } from './databases.ts'

export interface TestStore {
  readonly database: TestDatabase
  readonly db: Database
  readonly store: Store
  readonly cipher: FieldCipher
  readonly keyring: Keyring
  readonly secrets: ReturnType<typeof makeSecrets>
  /** A person in the register with a key whose stored hash is the word `hash`. */
  enrolAccount(person: PersonKey): Promise<void>
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
    async enrolAccount(person) {
      const facts = cipher.encrypt(person, 'facts', JSON.stringify({ givenNames: 'Ana', surnames: 'Paredes', birthDate: '1985-03-14' }))
      await database.sql("insert into clave.people values ($1, 'active', $2, '', clave.now())", [Buffer.from(person, 'hex'), facts])
      await store.transaction(async (tx) => {
        const now = await store.lock(tx, person)
        await store.accounts.create(tx, person, {
          passwordHash: 'hash', issuedAt: now, probationUntil: now, terms: { version: '1', digest: '00' }, contacts: [], answers: [], figureHash: 'hash',
        })
        await store.append(tx, person, {
          type: 'key.issued', facts: { level: 'basic', probationUntil: '', termsVersion: '1', contacts: [], notices: 0 }, personal: { network: 'x' },
        })
      })
    },
    async close() {
      await db.close()
      await database.drop()
    },
  }
}
