/**
 * Everything the rows need, once for all of them: a migrated database on PostgreSQL, keys, a mail server, invented people, some of them with
 * a key. The server under test is always the real program in a process of its own; the application in this process only prepares and looks.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deps } from '../src/app/ports.ts'
import { localDay } from '../src/domain/calendar.ts'
import type { RegisterRecord } from '../src/domain/person.ts'
import { defaultPolicy } from '../src/domain/policy.ts'
import { demoSeed } from '../src/demo/register.ts'
import { inventedStatistics, keepInventedStatistics } from '../src/invented-statistics.ts'
import { knowledgeOf } from '../src/questions/engine.ts'
import { inventPeople } from '../src/register/invent.ts'
import { newKeyringFile, parseKeyring, type Keyring } from '../src/security/keyring.ts'
import { openDatabase, type Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { makeSystem } from '../src/system.ts'
import { loadTerms } from '../src/web/terms.ts'
import { openInbox, type Inbox } from '../test/support/inbox.ts'
import { enrol, giveKeys } from './people.ts'
import { startPostgres } from './postgres.ts'
import { startProgram, type Program } from './program.ts'

export interface Installation {
  /** A folder for files of the run; it is gone at the end. */
  readonly home: string
  readonly databaseName: string
  readonly url: string
  readonly db: Database
  readonly keyring: Keyring
  readonly deps: Deps
  readonly inbox: Inbox
  /** Everybody can sign in with `password`. */
  readonly withKey: readonly RegisterRecord[]
  /** They can be asked safely and have no key yet. */
  readonly withoutKey: readonly RegisterRecord[]
  readonly password: string
  /** `more`: variables beside those it needs. */
  serve(more?: Readonly<Record<string, string>>): Promise<Program>
  close(): Promise<void>
}

const password = 'siete llamas cruzan el páramo'
const withKeyCount = 1_000

export async function makeInstallation(): Promise<Installation> {
  const home = mkdtempSync(join(tmpdir(), 'clave-bench-'))
  const removeHome = (): void => rmSync(home, { recursive: true, force: true })
  process.once('exit', removeHome) // also when a signal ends the bench
  const postgres = await startPostgres(home)
  await migrate({ url: postgres.url })
  const keysFile = join(home, 'keys.json')
  const keysText = newKeyringFile(randomBytes)
  writeFileSync(keysFile, keysText, { mode: 0o600 })
  const keyring = parseKeyring(keysText)
  const inbox = await openInbox()
  const db = openDatabase({ url: postgres.url })
  const knowledge = knowledgeOf(inventedStatistics(new Date().toISOString().slice(0, 10)))
  const { deps, cipher } = await makeSystem({
    db, keyring, policy: defaultPolicy, institution: '', terms: loadTerms(), knowledge: () => knowledge, isCommonPassword: () => false, wakeCourier: () => {},
  })
  const today = localDay(await deps.store.now(), defaultPolicy.timeZone)
  const people = [...inventPeople({ people: 2 * withKeyCount, seed: demoSeed, today })].filter(({ status }) => status === 'active')
  await enrol(db, keyring, cipher, people)
  await keepInventedStatistics(db, today)
  const withKey = people.slice(0, withKeyCount)
  await giveKeys(db, deps, withKey, password)
  const withoutKey = people.slice(withKeyCount).filter((record) => deps.questions.plan(keyring.personKey(record.id), record, today).length > 0)
  return {
    home, databaseName: postgres.name, url: postgres.url, db, keyring, deps, inbox, withKey, withoutKey, password,
    serve: (more = {}) => startProgram('serve', {
      DATABASE_URL: postgres.url, SMTP_URL: inbox.url, CLAVE_KEYS: keysFile, CLAVE_MAIL_FROM: 'clave@example.org', CLAVE_HOME: home, ...more,
    }),
    async close() {
      await inbox.stop()
      await db.close()
      await postgres.stop()
      removeHome()
    },
  }
}
