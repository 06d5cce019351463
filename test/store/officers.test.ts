import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { institutionChain } from '../../src/domain/institution-events.ts'
import { isCaseNumber } from '../../src/domain/officer.ts'
import { hour, minute, second } from '../../src/domain/types.ts'
import { verifyAllChains } from '../../src/store/audit-chains.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

const noon = Date.parse('2026-11-22T17:00:00Z')

forEachEngine('officers', (engine) => {
  let it: TestStore
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())
  beforeEach(() => it.database.clock.freeze(noon))

  const link = async (): Promise<Buffer> => {
    const hash = randomBytes(32)
    await it.store.officers.makeLink(hash, 'SEG-1')
    return hash
  }
  const session = async (): Promise<Buffer> => {
    const hash = randomBytes(32)
    assert.equal(await it.store.officers.begin(await link(), hash), true)
    return hash
  }
  const events = async (): Promise<readonly string[]> => (await it.database.sql<{ type: string; facts: object }>(
    'select type, facts from clave.audit_events where person_key = $1 order by seq', [Buffer.from(institutionChain, 'hex')])).map(({ type, facts }) => `${type} ${JSON.stringify(facts)}`)

  test('a link is good for 15 minutes: 14:59 begins a session, 15:01 does not; looking uses nothing up', async () => {
    const [early, late] = [await link(), await link()]
    await it.database.clock.advance(15 * minute - second)
    for (let turn = 0; turn < 3; turn += 1) assert.equal(await it.store.officers.linkUntil(early), noon + 15 * minute)
    assert.equal(await it.store.officers.begin(early, randomBytes(32)), true)
    await it.database.clock.advance(2 * second)
    assert.equal(await it.store.officers.linkUntil(late), null)
    assert.equal(await it.store.officers.begin(late, randomBytes(32)), false)
  })

  test('twenty at once use one link once', async () => {
    const one = await link()
    const done = await Promise.all(Array.from({ length: 20 }, () => it.store.officers.begin(one, randomBytes(32))))
    assert.equal(done.filter(Boolean).length, 1)
    assert.equal(await it.store.officers.linkUntil(one), null)
  })

  test('a session ends after 15 minutes without a page, after eight hours in any case, and when it is left', async () => {
    const [idle, long, left] = [await session(), await session(), await session()]
    await it.database.clock.advance(15 * minute - second)
    assert.equal((await it.store.officers.open(idle, 'alarms'))?.caseNumber, 'SEG-1')
    await it.database.clock.advance(15 * minute + second)
    assert.equal(await it.store.officers.open(idle, 'alarms'), null)
    await it.database.clock.freeze(noon)
    for (let at = 0; at < 8 * hour; at += 14 * minute) {
      assert.ok(await it.store.officers.open(long, 'odds'), `${at / minute} minutes`)
      await it.database.clock.advance(14 * minute)
    }
    assert.equal(await it.store.officers.open(long, 'odds'), null)
    await it.database.clock.freeze(noon)
    await it.store.officers.end(left)
    assert.equal(await it.store.officers.open(left, 'odds'), null)
    assert.equal(await it.store.officers.open(randomBytes(32), 'odds'), null)
  })

  test('AUDIT-1: link, session, each page and its end are written down once, in a chain that holds; a page that did not open is not', async () => {
    const before = (await events()).length
    const id = await session()
    await it.store.officers.open(id, 'odds')
    await it.store.officers.end(id)
    await it.store.officers.end(id)
    await it.store.officers.open(id, 'odds')
    assert.deepEqual((await events()).slice(before), [
      'officer.link-made {"case":"SEG-1"}', 'officer.session-began {"case":"SEG-1"}', 'officer.page-opened {"case":"SEG-1","page":"odds"}', 'officer.session-ended {"case":"SEG-1"}',
    ])
    const faults: unknown[] = []
    await verifyAllChains(it.db, { onFault: (fault) => faults.push(fault) })
    assert.deepEqual(faults, [])
  })
})

test('ID-3: the number of a case is no name and no identifier', () => {
  for (const good of ['SEG-2026-014', 'a', '2026/14']) assert.equal(isCaseNumber(good), true, good)
  for (const bad of ['', 'Ana Paredes', '1710034065', 'x'.repeat(41), 'SEG-171003406']) assert.equal(isCaseNumber(bad), false, bad)
})
