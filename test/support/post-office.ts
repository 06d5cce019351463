/** A database, a mail server and couriers between them, with a clock that stands still until the test moves it. */
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deliveries } from '../../src/app/deliveries.ts'
import type { MailOrder, TextOrder } from '../../src/app/mail-ports.ts'
import type { Store } from '../../src/app/ports.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { startCourier, type Courier, type CourierReport, type Tempo } from '../../src/mail/courier.ts'
import { makeComposer } from '../../src/mail/messages.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { openTextGateway } from '../../src/mail/text-gateway.ts'
import { makeTextComposer } from '../../src/mail/text-words.ts'
import { makeFieldCipher, type FieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'
import { makeSecrets } from '../../src/security/secrets.ts'
import { openDatabase } from '../../src/store/database.ts'
import { makeDeliveries } from '../../src/store/outbox-delivery.ts'
import { makeStore } from '../../src/store/store.ts'
import { createTestDatabase, type Engine, type TestDatabase } from './databases.ts'
import { openInbox, type Inbox } from './inbox.ts'
import { openTextBox, type TextBox } from './text-box.ts'

export interface OutboxRow {
  readonly kind: string
  readonly payload: Buffer | null
  readonly tries: number
  readonly sent: number | null
  readonly givenUp: number | null
  readonly due: number
}

export interface PostOffice {
  readonly database: TestDatabase
  readonly store: Store
  readonly inbox: Inbox
  readonly texts: TextBox
  readonly reports: CourierReport[]
  readonly keyringText: string
  /** A person of their own for each address. */
  personOf(to: string): PersonKey
  /** Queues a confirmation mail as the application does; answers the token. */
  queueLink(to: string, journey?: string): Promise<string>
  queueNotice(to: string): Promise<string>
  queue(mail: MailOrder): Promise<void>
  /** Queues a notice by text as the application does; answers the token. */
  queueText(to: string): Promise<string>
  /** Another server process' worth: its own connections to database and mail server. */
  courier(options?: { tempo?: Partial<Tempo>; cipher?: FieldCipher; deadline?: number }): Courier
  /** The same for texts. */
  texter(options?: { tempo?: Partial<Tempo>; deadline?: number }): Courier
  rows(): Promise<OutboxRow[]>
  /** Waits until nothing is under way or due any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Waits for what another process or a server has to do; fails when it does not. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, timeout = 30_000): Promise<void> {
  for (const end = Date.now() + timeout; Date.now() < end; await sleep(10)) if (await holds()) return
  throw new Error(`waited ${timeout} ms in vain until ${what}`)
}

const mailSettings = { baseUrl: 'https://clave.ejemplo.ec', institution: 'Institución de prueba', timeZone: 'America/Guayaquil' }
export const startOfTest = Date.parse('2026-11-22T19:05:30Z')

export async function openPostOffice(engine: Engine): Promise<PostOffice> {
  const database = await createTestDatabase(engine)
  await database.clock.freeze(startOfTest)
  const inbox = await openInbox()
  const texts = await openTextBox()
  const keyringText = newKeyringFile(randomBytes)
  const keyring = parseKeyring(keyringText)
  const cipher = makeFieldCipher(keyring)
  const secrets = makeSecrets(keyring)
  const db = openDatabase(database.config)
  const store = makeStore({ db, cipher, keyring, secrets, policy: defaultPolicy })
  const reports: CourierReport[] = []
  const closing: (() => Promise<unknown>)[] = []
  const personOf = (to: string): PersonKey => keyring.personKey({ type: 'cedula', value: to })

  async function issue(kind: 'confirm-address' | 'repudiate', to: string, journey: string, order: (token: string) => MailOrder | TextOrder): Promise<string> {
    const token = secrets.token()
    const lifetime = kind === 'repudiate' ? defaultPolicy.notice.repudiation : defaultPolicy.link.lifetime
    const journeyHash = createHash('sha256').update(journey).digest()
    await store.transaction((tx) => store.links.issue(tx, personOf(to), { kind, token, journeyHash, lifetime }, order(token), kind === 'confirm-address'))
    return token
  }

  let underWay = 0
  const watched = <Order>(deliveries: Deliveries<Order>): Deliveries<Order> => ({
    ...deliveries,
    async claim(lease) {
      underWay += 1 // before the answer, so that no claimed mail is ever unseen
      const delivery = await deliveries.claim(lease)
      if (!delivery) underWay -= 1
      return delivery
    },
  })

  return {
    database, store, inbox, texts, reports, keyringText, personOf,
    queueLink: (to, journey = to) => issue('confirm-address', to, journey, (token) => ({ kind: 'confirm-address', to, language: 'es', token })),
    queueNotice: (to) => issue('repudiate', to, to, (token) => ({ kind: 'key-issued', to, language: 'es', token, at: startOfTest, newAddress: true })),
    queueText: (to) => issue('repudiate', to, to, (token) => ({ channel: 'text', kind: 'key-issued', to, language: 'es', token, at: startOfTest })),
    queue: (mail) => store.transaction((tx) => store.outbox.queue(tx, personOf(mail.to), mail)),
    courier({ tempo, cipher: other, deadline } = {}) {
      const own = openDatabase(database.config)
      const post = openSmtp({ url: inbox.url, from: 'clave@ejemplo.ec', institution: mailSettings.institution, ...(deadline ? { deadline } : {}) })
      const courier = startCourier({
        deliveries: watched(makeDeliveries(own, other ?? cipher)), compose: makeComposer({ ...mailSettings, code: secrets.code }), post,
        report: (report) => {
          reports.push(report)
          underWay -= 1
        },
        tempo: { poll: 20, ...tempo },
      })
      closing.push(async () => {
        await courier.stop()
        post.close()
        await own.close()
      })
      return courier
    },
    texter({ tempo, deadline } = {}) {
      const own = openDatabase(database.config)
      const courier = startCourier({
        deliveries: watched(makeDeliveries(own, cipher, 'text')), compose: makeTextComposer(mailSettings),
        post: openTextGateway({ ...texts.settings, ...(deadline ? { deadline } : {}) }),
        report: (report) => {
          reports.push(report)
          underWay -= 1
        },
        tempo: { poll: 20, ...tempo },
      })
      closing.push(async () => {
        await courier.stop()
        await own.close()
      })
      return courier
    },
    rows: () => database.sql<OutboxRow>(`select kind, payload, tries, sent_at as sent, given_up_at as "givenUp", due_at as due from outbox order by id`),
    settled: () => until('the outbox settled', async () => {
      const due = await database.sql('select from outbox where sent_at is null and given_up_at is null and due_at <= clave.now()')
      return due.length === 0 && underWay === 0
    }),
    async close() {
      for (const step of closing) await step()
      await inbox.stop()
      await texts.close()
      await db.close()
      await database.drop()
    },
  }
}
