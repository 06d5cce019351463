/** Two server processes of the real program on one PostgreSQL database, as behind a balancer. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFieldCipher, type FieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring, type Keyring } from '../../src/security/keyring.ts'
import type { Deps } from '../../src/app/ports.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { keepInventedStatistics } from '../../src/invented-statistics.ts'
import { openDatabase } from '../../src/store/database.ts'
import { makeSystem } from '../../src/system.ts'
import { loadTerms } from '../../src/web/terms.ts'
import { fetching, makeBrowser, type Browser } from './browser.ts'
import { createTestDatabase, type TestDatabase } from './databases.ts'
import { openInbox, type Inbox } from './inbox.ts'
import { inventedKnowledge } from './knowledge.ts'
import { inventedToday } from './people.ts'

export interface TwoServers {
  readonly database: TestDatabase
  readonly inbox: Inbox
  readonly keyring: Keyring
  /** The file both read it from, for other commands of the program. */
  readonly keysFile: string
  /** The application once more in this process, on the same database and keys: to look, not to serve. */
  readonly deps: Deps
  readonly clock: TestDatabase['clock']
  readonly bases: readonly [string, string]
  /** A browser at one of the two. */
  browser(server: 0 | 1): Browser
  enrol(record: RegisterRecord): Promise<Buffer>
  /** Ends a server as a power cut would. */
  kill(server: 0 | 1): Promise<void>
  /** Everything both servers wrote. */
  readonly logs: readonly string[]
  close(): Promise<void>
}

/** `settings`: environment variables beside those every server needs. */
export async function startTwoServers(settings: Readonly<Record<string, string>> = {}): Promise<TwoServers> {
  const folder = mkdtempSync(join(tmpdir(), 'clave-two-'))
  const database = await createTestDatabase('server')
  const inbox = await openInbox()
  const keysText = newKeyringFile(randomBytes)
  writeFileSync(join(folder, 'keys.json'), keysText, { mode: 0o600 })
  const keyring = parseKeyring(keysText)
  const cipher = makeFieldCipher(keyring)
  const db = openDatabase(database.config)
  await keepInventedStatistics(db, inventedToday)
  const logs: string[] = []
  const ports = [await freePort(), await freePort()] as const
  const bases = [`http://localhost:${ports[0]}`, `http://localhost:${ports[1]}`] as const
  const processes = ports.map((port) => serveAt(port, { ...settings, CLAVE_BASE_URL: bases[0], DATABASE_URL: database.url, SMTP_URL: inbox.url }, folder, logs))
  await Promise.all(bases.map(ready)).catch((error: Error) => {
    for (const each of processes) each.kill('SIGKILL') // or the run would wait for them for ever
    throw new Error(`${error.message}\n${logs.join('').slice(-2_000)}`)
  })
  const { password, bank } = defaultPolicy // the people of a test share a password and a telephone
  const { deps } = await makeSystem({
    db, keyring, policy: { ...defaultPolicy, password: { ...password, sharedBy: 100 }, bank: { ...bank, peoplePerContact: 100 } }, institution: '', terms: loadTerms(), knowledge: inventedKnowledge, isCommonPassword: () => false, wakeCourier: () => {},
  })
  return {
    database, inbox, keyring, bases, logs, deps, keysFile: join(folder, 'keys.json'),
    clock: database.clock,
    browser: (server) => makeBrowser(fetching(bases[server])),
    enrol: (record) => put(database, keyring, cipher, record),
    async kill(server) {
      await ended(processes[server]!, 'SIGKILL')
    },
    async close() {
      await Promise.all(processes.map((each) => ended(each, 'SIGTERM')))
      await inbox.stop()
      await db.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function serveAt(port: number, settings: Readonly<Record<string, string>>, folder: string, logs: string[]): ChildProcess {
  const started = spawn(join(import.meta.dirname, '../../bin/clave'), ['serve'], {
    env: {
      PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...settings,
      CLAVE_KEYS: join(folder, 'keys.json'), CLAVE_MAIL_FROM: 'clave@example.org', CLAVE_HOME: folder, CLAVE_LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => logs.push(chunk.toString()))
  return started
}

async function put(database: TestDatabase, keyring: Keyring, cipher: FieldCipher, record: RegisterRecord): Promise<Buffer> {
  const person = keyring.personKey(record.id)
  const key = Buffer.from(person, 'hex')
  await database.sql("insert into clave.people (person_key, status, facts, facts_digest, updated_at) values ($1, $2, $3, '', clave.now())",
    [key, record.status, cipher.encrypt(person, 'facts', JSON.stringify(record))])
  return key
}

async function ready(base: string): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const answer = await fetch(base).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error(`no answer from ${base} in 30 s`)
}

function ended(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
