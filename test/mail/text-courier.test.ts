/** Texts through the outbox: the same promises as mails (courier.test.ts), with a gateway over HTTP at the other end. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { linkState } from '../../src/domain/link.ts'
import { day, hour, minute, second } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openPostOffice, startOfTest, until, type PostOffice } from '../support/post-office.ts'

const ana = '+593991234567'
const luis = '+593987654321'

forEachEngine('courier of texts', (engine) => {
  let office: PostOffice
  beforeEach(async () => { office = await openPostOffice(engine) })
  afterEach(() => office.close())
  const reported = (count: number) => until(`${count} are reported`, () => office.reports.length >= count)
  const undeliverable = () => office.database.sql<{ facts: unknown }>(`select facts from audit_events where type = 'notice.undeliverable'`)

  test('delivered once, its link dated for 240 hours, what it said erased; two couriers at work', async () => {
    const token = await office.queueText(ana)
    office.texter()
    office.texter()
    const text = await office.texts.waitFor(ana)
    await office.settled()
    assert.match(text.text, new RegExp(`No fui yo: https://clave\\.ejemplo\\.ec/no-fui-yo/${token}$`))
    const link = await office.store.links.findByToken(token)
    assert.deepEqual(link && linkState(link), { is: 'good', until: startOfTest + 10 * day })
    assert.deepEqual((await office.rows()).map(({ payload, sent, tries }) => [payload, sent, tries]), [[null, startOfTest, 1]])
    assert.equal(office.texts.asked, 1)
  })

  test('mails and texts have couriers of their own: neither takes the other’s, and a gateway that is away holds up no mail', async () => {
    await office.texts.stop()
    await office.queueText(ana)
    await office.queueNotice('ana@ejemplo.ec')
    office.texter()
    await reported(1)
    await sleep(200)
    assert.deepEqual(office.reports.map(({ result, code }) => [result, code]), [['postponed', 'ECONNREFUSED']])
    office.courier()
    await office.inbox.waitFor('ana@ejemplo.ec')
    await office.texts.start()
    await office.database.clock.advance(31 * second)
    await office.texts.waitFor(ana)
    await office.settled()
    assert.equal(office.inbox.mails.length, 1)
  })

  test('a lost answer: the text goes again with the same correlator, by which the gateway knows it', async () => {
    office.texts.answer(ana, 'lost')
    await office.queueText(ana)
    office.texter()
    await reported(1)
    await office.database.clock.advance(6 * second)
    await until('it went again', () => office.texts.texts.length === 2)
    await office.settled()
    const [first, second_] = office.texts.texts
    assert.deepEqual([second_?.reference, second_?.text], [first?.reference, first?.text])
    assert.deepEqual(office.reports.map(({ result }) => result), ['postponed', 'sent'])
  })

  test('a gateway that falls silent: nothing waits longer than the deadline, and it goes again', async () => {
    office.texts.delay(1_000)
    await office.queueText(ana)
    office.texter({ deadline: 200 })
    await reported(1)
    assert.deepEqual(office.reports.map(({ result, code }) => [result, code]), [['postponed', 'TimeoutError']])
    office.texts.delay(0)
    await office.database.clock.advance(6 * second)
    await reported(2)
    assert.equal(office.reports[1]?.result, 'sent')
  })

  test('a courier that dies between the sending and the note of it: after the lease it goes again, same correlator', async () => {
    await office.queueText(ana)
    await office.database.sql(`create function clave.dies() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`)
    await office.database.sql(`create trigger dies before update of sent_at on clave.outbox for each row when (new.sent_at is not null) execute function clave.dies()`)
    office.texter()
    await until('it was taken', () => office.texts.texts.length === 1)
    await reported(1) // after its five tries to note it
    assert.equal(office.reports[0]?.result, 'fault')
    await office.database.sql('drop trigger dies on clave.outbox')
    await office.database.clock.advance(61 * second)
    await reported(2)
    assert.equal(office.reports[1]?.result, 'sent')
    assert.equal(new Set(office.texts.texts.map(({ reference }) => reference)).size, 1)
  })

  test('429 with Retry-After: nothing is sent before, neither this text nor another', async () => {
    office.texts.answer(ana, { status: 429, headers: { 'retry-after': '1' } })
    await office.queueText(ana)
    office.texter({ tempo: { atOnce: 1 } })
    await reported(1)
    const at = performance.now()
    await office.queueText(luis)
    await office.texts.waitFor(luis)
    assert.ok(performance.now() - at > 700, 'it waited')
    await office.database.clock.advance(6 * second)
    await office.texts.waitFor(ana)
  })

  test('a number that the gateway refuses is given up at once, with an event that says by which way; retries end after a day', async () => {
    office.texts.answer(ana, 400)
    await office.queueText(ana)
    office.texter()
    await reported(1)
    assert.deepEqual(await undeliverable(), [{ facts: { kind: 'key-issued', channel: 'text' } }])
    assert.equal((await office.rows())[0]?.payload, null)

    office.texts.answer(luis, ...Array.from({ length: 100 }, () => 403))
    await office.queueText(luis)
    await reported(2)
    const givenUp = async (): Promise<number | null> => (await office.rows())[1]?.givenUp ?? null
    for (let passed = 0; passed <= 25 * hour && (await givenUp()) === null; passed += 30 * minute) {
      await office.settled()
      await office.database.clock.advance(30 * minute)
    }
    assert.equal(await givenUp(), startOfTest + 24 * hour)
    assert.equal((await undeliverable()).length, 2)
  })

  test('ID-3: what is reported for the log has no number, no word of the text and none of the gateway', async () => {
    office.texts.answer(ana, 500, 400)
    await office.queueText(ana)
    office.texter()
    await reported(1)
    await office.database.clock.advance(6 * second)
    await reported(2)
    assert.deepEqual(office.reports, [
      { result: 'postponed', outbox: 1, kind: 'key-issued', code: '500' }, { result: 'given-up', outbox: 1, kind: 'key-issued', code: '400' },
    ])
  })
})
