import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { linkState, type LinkState } from '../../src/domain/link.ts'
import { hour, minute, second } from '../../src/domain/types.ts'
import { makeFieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'
import { forEachEngine } from '../support/databases.ts'
import { openPostOffice, startOfTest, until, type PostOffice } from '../support/post-office.ts'

const ana = 'ana@ejemplo.ec'
const luis = 'luis@ejemplo.ec'

forEachEngine('courier', (engine) => {
  let office: PostOffice
  beforeEach(async () => { office = await openPostOffice(engine) })
  afterEach(() => office.close())

  async function stateOf(token: string): Promise<LinkState | null> {
    const link = await office.store.links.findByToken(token)
    return link && linkState(link)
  }
  const reported = (count: number) => until(`${count} mails are reported`, () => office.reports.length >= count)
  const undeliverable = () => office.database.sql<{ facts: unknown }>(`select facts from audit_events where type = 'notice.undeliverable'`)

  test('LINK-1: handing over dates the link, the mail names the same time, and what the mail said is erased', async () => {
    const token = await office.queueLink(ana)
    assert.deepEqual(await stateOf(token), { is: 'on-its-way' })
    office.courier()
    const mail = await office.inbox.waitFor(ana)
    await office.settled()
    assert.deepEqual(await stateOf(token), { is: 'good', until: startOfTest + 15 * minute })
    assert.match(mail.text, /hasta las 14:20/)
    assert.deepEqual(mail.links, [`https://clave.ejemplo.ec/enlace/${token}`])
    assert.match(mail.code ?? '', /^\d{8}$/)
    assert.deepEqual((await office.rows()).map(({ payload, sent, tries }) => [payload, sent, tries]), [[null, startOfTest, 1]])
    assert.deepEqual(office.reports, [{ result: 'sent', outbox: 1, kind: 'confirm-address', code: null }])
  })

  test('LINK-1: 14:59 after the hand-over the link is used, 15:01 after it is not', async () => {
    const tokens = [await office.queueLink(ana), await office.queueLink(luis)] as const
    office.courier()
    await office.inbox.waitFor(luis)
    await office.settled()
    await office.database.clock.advance(14 * minute + 59 * second)
    assert.equal((await stateOf(tokens[0]))?.is, 'good')
    await office.database.clock.advance(2 * second)
    assert.equal((await stateOf(tokens[1]))?.is, 'expired')
  })

  test('LINK-6: a mail that waited 20 minutes for the mail server still leaves 15', async () => {
    await office.inbox.stop()
    const token = await office.queueLink(ana)
    office.courier()
    await reported(1)
    assert.deepEqual(await stateOf(token), { is: 'on-its-way' })
    await office.inbox.start()
    await office.database.clock.advance(20 * minute)
    const mail = await office.inbox.waitFor(ana)
    await office.settled()
    assert.match(mail.text, /hasta las 14:40/)
    assert.deepEqual(await stateOf(token), { is: 'good', until: startOfTest + 35 * minute })
  })

  test('LINK-1: the 15 minutes count from acceptance, never earlier than the mail says; a slow server holds no transaction', async () => {
    office.inbox.delay(5_000)
    const token = await office.queueLink(ana)
    office.courier()
    await until('the link is dated', async () => (await stateOf(token))?.is === 'good')
    await sleep(500)
    await office.database.clock.advance(4 * second)
    const open = await office.database.sql(`
      select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`)
    assert.deepEqual(open, [])
    await office.database.sql('select 1 from outbox for update nowait')
    const mail = await office.inbox.waitFor(ana)
    await office.settled()
    assert.match(mail.text, /hasta las 14:20/)
    assert.deepEqual(await stateOf(token), { is: 'good', until: startOfTest + 15 * minute + 4 * second })
  })

  test('a 4xx is tried again after 5 and 30 seconds, and meanwhile the link is on its way', async () => {
    office.inbox.answer(ana, 451, 450)
    const token = await office.queueLink(ana)
    office.courier()
    for (const [tries, wait] of [[1, 5 * second], [2, 30 * second]] as const) {
      await reported(tries)
      assert.deepEqual(await stateOf(token), { is: 'on-its-way' })
      assert.equal((await office.rows())[0]?.due, await office.database.clock.now() + wait)
      await office.database.clock.advance(wait)
    }
    await office.inbox.waitFor(ana)
    await office.settled()
    assert.deepEqual(office.reports.map(({ result, code }) => [result, code]), [['postponed', '451'], ['postponed', '450'], ['sent', null]])
    assert.equal(office.inbox.mails.length, 1)
    assert.equal((await stateOf(token))?.is, 'good')
  })

  test('a 5xx is given up at once: payload erased, link undeliverable, event written, next mail goes out', async () => {
    office.inbox.answer(ana, 550)
    const token = await office.queueLink(ana)
    await office.queueLink(luis)
    office.courier()
    await office.inbox.waitFor(luis)
    await office.settled()
    assert.deepEqual(await stateOf(token), { is: 'undeliverable' })
    const [row] = await office.rows()
    assert.deepEqual([row?.payload, row?.sent, row?.givenUp], [null, null, startOfTest])
    assert.deepEqual(await undeliverable(), [{ facts: { kind: 'confirm-address', channel: 'mail' } }])
  })

  test('a link is given up after an hour, a notice after a day', async () => {
    office.inbox.answer(ana, ...Array<number>(100).fill(451))
    office.inbox.answer(luis, ...Array<number>(100).fill(451))
    const [link, notice] = [await office.queueLink(ana), await office.queueNotice(luis)]
    office.courier()
    const ends = new Map<string, number>()
    for (let passed = 0; passed <= 25 * hour && ends.size < 2; passed += 5 * minute) {
      await office.settled()
      for (const { kind, givenUp } of await office.rows()) if (givenUp !== null) ends.set(kind, givenUp - startOfTest)
      await office.database.clock.advance(5 * minute)
    }
    assert.deepEqual(Object.fromEntries(ends), { 'confirm-address': 1 * hour, 'key-issued': 24 * hour })
    assert.deepEqual([await stateOf(link), await stateOf(notice)], [{ is: 'undeliverable' }, { is: 'undeliverable' }])
    assert.equal((await undeliverable()).length, 2)
    assert.equal(office.inbox.mails.length, 0)
  })

  test('each mail once: two couriers, 100 mails', async () => {
    const addresses = Array.from({ length: 100 }, (_, i) => `p${i}@ejemplo.ec`)
    for (const to of addresses) await office.queueNotice(to)
    office.courier()
    office.courier()
    await office.settled()
    assert.deepEqual(office.inbox.mails.map(({ to }) => to).sort(), [...addresses].sort())
    assert.equal(new Set(office.inbox.mails.map(({ messageId }) => messageId)).size, 100)
    assert.deepEqual((await office.rows()).filter(({ tries, sent }) => tries !== 1 || sent === null), [])
  })

  test('LINK-3: the mail of a link that was replaced or used while it waited is not sent and leaves no trace of what it said', async () => {
    await office.queueLink(ana)
    const newest = await office.queueLink(ana)
    const used = await office.queueNotice(luis)
    await office.database.sql(`update links set consumed_at = clave.now() where kind = 'repudiate'`)
    office.courier()
    await office.settled()
    assert.deepEqual(office.inbox.mails.map(({ links }) => links[0]), [`https://clave.ejemplo.ec/enlace/${newest}`])
    assert.deepEqual((await office.rows()).map(({ payload, sent }) => [payload, sent]), [[null, null], [null, startOfTest], [null, null]])
    assert.deepEqual(office.reports.map(({ result }) => result).sort(), ['dropped', 'dropped', 'sent'])
    assert.deepEqual(await stateOf(used), { is: 'used' })
    assert.deepEqual(await undeliverable(), [])
  })

  test('a mail without a link is sent too, and has none', async () => {
    await office.queue({ kind: 'key-frozen', to: ana, language: 'en', at: startOfTest })
    office.courier()
    const mail = await office.inbox.waitFor(ana)
    assert.deepEqual([mail.subject, mail.links, mail.code], ['Your key was frozen', [], null])
  })

  test('the mail server stops and starts again: everything arrives once, within 30 seconds of the clock', async () => {
    await office.inbox.stop()
    for (let i = 0; i < 12; i++) await office.queueNotice(`p${i}@ejemplo.ec`)
    office.courier()
    await reported(12)
    assert.ok(office.reports.every(({ result, code }) => result === 'postponed' && code === 'ECONNREFUSED'), JSON.stringify(office.reports))
    await office.inbox.start()
    await office.database.clock.advance(30 * second)
    await office.settled()
    assert.deepEqual(office.inbox.mails.map(({ to }) => to).sort(), Array.from({ length: 12 }, (_, i) => `p${i}@ejemplo.ec`).sort())
  })

  test('a server that took the mail and fell silent: the link keeps its date, and the second copy has the same Message-ID', async () => {
    office.inbox.delay(1_000)
    const token = await office.queueLink(ana)
    office.courier({ deadline: 300 })
    await reported(1)
    assert.deepEqual(office.reports.map(({ result, code }) => [result, code]), [['postponed', 'EABORT']])
    assert.deepEqual(await stateOf(token), { is: 'good', until: startOfTest + 15 * minute })
    const first = await office.inbox.waitFor(ana)
    office.inbox.delay(0)
    await office.database.clock.advance(5 * second)
    assert.equal((await office.inbox.waitFor(ana)).messageId, first.messageId)
  })

  test('four mails are under way at once, and no more', async () => {
    office.inbox.delay(1_000)
    for (let i = 0; i < 8; i++) await office.queueNotice(`p${i}@ejemplo.ec`)
    office.courier()
    const claimed = async (): Promise<number> => (await office.rows()).filter(({ tries }) => tries > 0).length
    await until('four are claimed', async () => (await claimed()) === 4, 900)
    await sleep(100)
    assert.equal(await claimed(), 4)
  })

  test('wake sends at once, without waiting for the next look', async () => {
    const courier = office.courier({ tempo: { poll: 60_000 } })
    await sleep(200)
    await office.queueNotice(ana)
    courier.wake()
    await office.inbox.waitFor(ana, 2_000)
  })

  test('stop waits for the mail under way and claims no other', async () => {
    office.inbox.delay(500)
    await office.queueNotice(ana)
    const courier = office.courier({ tempo: { atOnce: 1 } })
    await until('the mail is claimed', async () => (await office.rows())[0]?.tries === 1)
    await office.queueNotice(luis)
    await courier.stop()
    assert.deepEqual((await office.rows()).map(({ sent, tries }) => [sent, tries]), [[startOfTest, 1], [null, 0]])
  })

  test('a courier whose key ring can not read a mail leaves it to one that can', async () => {
    const stranger = makeFieldCipher(parseKeyring(newKeyringFile(randomBytes)))
    await office.queueNotice(ana)
    const first = office.courier({ cipher: stranger })
    await reported(1)
    await first.stop()
    assert.deepEqual(office.reports.map(({ result, code }) => [result, code]), [['postponed', 'unreadable']])
    office.courier()
    await office.database.clock.advance(5 * second)
    await office.inbox.waitFor(ana)
  })

  test('ID-3: reports name neither address nor person, whatever the server answers', async () => {
    office.inbox.answer(ana, 550)
    office.inbox.answerData(luis, 451)
    await office.queueLink(ana)
    await office.queueLink(luis)
    office.courier()
    await office.settled()
    const log = JSON.stringify(office.reports)
    assert.equal(office.reports.length, 2)
    for (const secret of [ana, luis, office.personOf(ana), office.personOf(luis), 'told to answer']) assert.ok(!log.includes(secret))
  })
})
