import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import { linkState } from '../../src/domain/link.ts'
import { minute, second, type PersonKey } from '../../src/domain/types.ts'
import { makeDeliveries } from '../../src/store/outbox-delivery.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('links', (engine) => {
  let it: TestStore
  let store: Store
  let person: PersonKey
  const journeyHash = randomBytes(32)
  before(async () => {
    it = await openTestStore(engine)
    store = it.store
  })
  after(() => it.close())
  beforeEach(async () => {
    person = randomBytes(16).toString('hex') as PersonKey
    await it.database.clock.freeze('2026-11-22T17:00:00Z')
  })
  const issue = async (to = 'ana@example.org'): Promise<string> => {
    const token = it.secrets.token()
    await store.transaction((tx) => store.links.issue(tx, person, { kind: 'confirm-address', token, journeyHash, lifetime: 15 * minute },
      { kind: 'confirm-address', to, language: 'es', token }, true))
    return token
  }
  const handOver = async (token: string): Promise<void> => {
    await makeDeliveries(it.db, it.cipher).dateLink(it.secrets.tokenHash(token))
  }
  const consume = (token: string): Promise<boolean> => store.transaction((tx) => store.links.consume(tx, it.secrets.tokenHash(token)))
  const state = async (token: string): Promise<string> => linkState((await store.links.findByToken(token))!).is

  test('LINK-1: 14:59 after hand-over the link is consumed, at 15:01 it is not', async () => {
    const early = await issue()
    await handOver(early)
    await it.database.clock.advance(14 * minute + 59 * second)
    assert.equal(await state(early), 'good')
    assert.equal(await consume(early), true)
    const late = await issue()
    await handOver(late)
    await it.database.clock.advance(15 * minute + second)
    assert.equal(await state(late), 'expired')
    assert.equal(await consume(late), false)
    assert.equal(await store.links.claimCodeTry(it.secrets.tokenHash(late)), null)
  })

  test('LINK-6: nothing expires before the mail was handed over, and nothing can be used either', async () => {
    const token = await issue()
    await it.database.clock.advance(40 * minute)
    assert.equal(await state(token), 'on-its-way')
    assert.equal(await consume(token), false)
    await handOver(token)
    await it.database.clock.advance(14 * minute)
    assert.equal(await consume(token), true)
  })

  test('LINK-3: only the newest works', async () => {
    const tokens = [await issue(), await issue(), await issue()]
    for (const token of tokens) await handOver(token)
    assert.deepEqual([await consume(tokens[0]!), await consume(tokens[1]!), await consume(tokens[2]!)], [false, false, true])
    assert.deepEqual([await state(tokens[0]!), await state(tokens[2]!)], ['superseded', 'used'])
  })

  test('LINK-3, L-04: the newest of a journey is the one that replaced the others, also when the clock went back between them', async () => {
    await store.transaction((tx) => store.journeys.create(tx, journeyHash, person, { identifier: { type: 'cedula', value: '1710034065' }, language: 'es', checked: true }))
    await issue()
    await it.database.clock.advance(-2 * minute)
    const newest = await issue()
    assert.deepEqual((await store.links.findByJourney(journeyHash, 'confirm-address'))?.tokenHash, it.secrets.tokenHash(newest))
  })

  test('LINK-3: the code has five tries, each counted before anything is compared', async () => {
    const token = await issue()
    await handOver(token)
    const hash = it.secrets.tokenHash(token)
    const left: (number | null)[] = []
    for (let turn = 0; turn < 7; turn += 1) left.push((await store.links.claimCodeTry(hash))?.triesLeft ?? null)
    assert.deepEqual(left, [4, 3, 2, 1, 0, null, null])
    assert.equal(await state(token), 'tries-used-up')
  })

  test('LINK-3: neither token nor code stands in any table', async () => {
    const token = await issue()
    const dump = JSON.stringify([await it.database.sql('select * from clave.links'), await it.database.sql('select * from clave.outbox')])
    for (const secret of [token, it.secrets.code(token), Buffer.from(token).toString('hex')]) assert.ok(!dump.includes(secret))
  })

  test('LINK-4: counts mails of the last hour to a person and of the last day to an address', async () => {
    await issue('ANA@example.org')
    await it.database.clock.advance(61 * minute)
    await issue('ana@example.org')
    const counted = await store.transaction((tx) => store.outbox.recent(tx, person, 'ana@Example.org'))
    assert.equal(counted.toPerson, 1)
    assert.ok(counted.toAddress >= 2)
  })
})
