/**
 * A whole system for one test file in one call: a database of its own with a clock that tests move, the application, the server
 * (reached without a socket), a real SMTP receiver, and browsers. Only the clock, chance of the register and the cost of a hash differ
 * from production.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../src/app/ports.ts'
import type { WatchKeeper } from '../../src/app/watch.ts'
import type { Identifier, RegisterRecord } from '../../src/domain/person.ts'
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { makeComposer } from '../../src/mail/messages.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { answerUnlockRequest } from '../../src/app/unlock-mail.ts'
import { startClerk } from '../../src/mail/clerk.ts'
import { startCourier } from '../../src/mail/courier.ts'
import { openTextGateway } from '../../src/mail/text-gateway.ts'
import { makeTextComposer } from '../../src/mail/text-words.ts'
import { allRoutes } from '../../src/routes.ts'
import { type FieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring, type Keyring } from '../../src/security/keyring.ts'
import { robotCheck } from '../../src/security/robot-check.ts'
import { openDatabase, statement, type Database } from '../../src/store/database.ts'
import { makeDeliveries } from '../../src/store/outbox-delivery.ts'
import { bytesOf } from '../../src/store/person-key.ts'
import { makeSystem } from '../../src/system.ts'
import { makeWeb } from '../../src/web/make-web.ts'
import { buildServer } from '../../src/web/server.ts'
import { loadTerms } from '../../src/web/terms.ts'
import type { Web } from '../../src/web/web.ts'
import { injecting, makeBrowser, type Browser } from './browser.ts'
import { closeFirst, createTestDatabase, type Engine, type TestDatabase } from './databases.ts'
import { openInbox, type Inbox } from './inbox.ts'
import { inventedKnowledge } from './knowledge.ts'
import { watched } from './statements.ts'
import { openTextBox, type TextBox } from './text-box.ts'

export interface World {
  readonly database: TestDatabase
  readonly clock: TestDatabase['clock']
  readonly db: Database
  readonly deps: Deps
  /** Looks when a test says so; nothing beats. */
  readonly watch: WatchKeeper
  readonly keyring: Keyring
  /** The file of the key ring, for commands of the program. */
  readonly keysText: string
  readonly cipher: FieldCipher
  readonly web: Web
  readonly app: FastifyInstance
  readonly inbox: Inbox
  /** Where text messages arrive; null unless asked for. */
  readonly texts: TextBox | null
  /** A browser with its own cookies; `from` is its address. */
  browser(options?: { from?: string }): Browser
  /** Puts a person into the register. */
  enrol(record: RegisterRecord): Promise<PersonKey>
  personKey(identifier: Identifier): PersonKey
  close(): Promise<void>
}

export interface WorldOptions {
  readonly engine?: Engine
  readonly policy?: Partial<Policy>
  /** The full cost of production instead of the cheap one. */
  readonly realHashing?: boolean
  readonly demo?: boolean
  /** Notices go out as text messages too. */
  readonly texting?: boolean
}

const put = statement('test-put-person', `
  insert into people (person_key, status, facts, facts_digest, updated_at) values ($1, $2, $3, '', clave.now())
  on conflict (person_key) do update set status = excluded.status, facts = excluded.facts`)
const putAlias = statement('test-put-alias', 'insert into aliases (alias_key, person_key) values ($1, $2) on conflict do nothing')

export const baseUrl = 'http://localhost:3000'

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  // The people of a test share one password and one telephone; PASS-4 and PROOF-12 have tests of their own.
  const { password, bank } = defaultPolicy
  const policy: Policy = { ...defaultPolicy, password: { ...password, sharedBy: 100 }, bank: { ...bank, peoplePerContact: 100 }, ...options.policy }
  const database = await createTestDatabase(options.engine)
  const db = watched(openDatabase(database.config))
  const keysText = newKeyringFile(randomBytes)
  const keyring = parseKeyring(keysText)
  const inbox = await openInbox()
  const texts = options.texting ? await openTextBox() : null
  let wake = (): void => {}
  const { deps, cipher, watch } = await makeSystem({
    db, keyring, policy, institution: 'Instituto de Prueba', terms: loadTerms(), knowledge: inventedKnowledge, isCommonPassword: (text) => commonForTests.has(text),
    wakeCourier: () => wake(), texting: texts !== null,
    ...(options.realHashing ? {} : { hashing: { parameters: { algorithm: 2, memoryCost: 64, timeCost: 1, parallelism: 1 } } }),
  })
  const post = openSmtp({ url: inbox.url, from: 'clave@example.org', institution: 'Instituto de Prueba' })
  const compose = makeComposer({ baseUrl, institution: 'Instituto de Prueba', timeZone: policy.timeZone, code: deps.secrets.code })
  const courier = startCourier({ deliveries: makeDeliveries(db, cipher), compose, post, report: () => {}, tempo: { poll: 100 } })
  const texter = texts && startCourier({
    deliveries: makeDeliveries(db, cipher, 'text'), compose: makeTextComposer({ baseUrl, timeZone: policy.timeZone }), post: openTextGateway(texts.settings),
    report: () => {}, tempo: { poll: 100 },
  })
  wake = () => {
    courier.wake()
    texter?.wake()
  }
  const clerk = startClerk({ answer: () => answerUnlockRequest(deps), onFault: (error) => console.error(error), beat: 50 })
  const web = makeWeb({
    deps, institution: 'Instituto de Prueba', baseUrl, demo: options.demo ?? false, formKey: keyring.derive('form'),
    robot: robotCheck(keyring.derive('robot'), { rounds: 1, tries: [1, 3], lifetime: 1_200_000 }),
    newBrowserId: () => randomBytes(16).toString('base64url'),
  })
  const app = await buildServer({ web, routes: allRoutes(web.assets, null), logger: false, trustProxy: true })
  const world: World = {
    database, clock: afterTheMail(database), db, deps, watch, keyring, keysText, cipher, web, app, inbox, texts,
    browser: ({ from = '203.0.113.7' } = {}) => makeBrowser(injecting(app, from)),
    personKey: (identifier) => keyring.personKey(identifier),
    async enrol(record) {
      const person = keyring.personKey(record.id)
      await db.run(put, [bytesOf(person), record.status, cipher.encrypt(person, 'facts', JSON.stringify(record))])
      for (const alias of record.aliases ?? []) await db.run(putAlias, [bytesOf(keyring.personKey(alias)), bytesOf(person)])
      return person
    },
    async close() {
      if (!closeFirst.delete(world.close)) return
      await clerk.stop()
      await courier.stop()
      await texter?.stop()
      await texts?.close()
      post.close()
      await app.close()
      await inbox.stop()
      await db.close()
      await database.drop()
    },
  }
  closeFirst.add(world.close)
  return world
}

const commonForTests: ReadonlySet<string> = new Set(['contraseña', 'password', 'qwertyuiopasdfg'])

/**
 * A mail arrives a moment before the courier dates its link (LINK-1): a clock that is moved between the two gives the link another quarter of an hour.
 * What can not go out is not waited for any longer.
 */
function afterTheMail({ clock, sql }: TestDatabase): TestDatabase['clock'] {
  const goingOut = async (): Promise<boolean> => (await sql('select from clave.outbox where sent_at is null and given_up_at is null limit 1')).length > 0
  return {
    ...clock,
    async advance(ms) {
      for (let turn = 0; turn < 40 && (await goingOut()); turn += 1) await sleep(25)
      await clock.advance(ms)
    },
  }
}
