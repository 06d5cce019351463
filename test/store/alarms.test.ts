import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDatabase } from '../../src/store/database.ts'
import { makeAlarms } from '../../src/store/alarms.ts'
import { day, hour, minute } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('alarms', (engine) => {
  let it: TestStore
  before(async () => {
    it = await openTestStore(engine)
    await it.database.clock.freeze(Date.parse('2026-11-22T17:00:00Z'))
  })
  after(() => it.close())

  test('raised twenty times at once it stands once, with the largest count, and is written down and told once', async () => {
    const other = openDatabase(it.database.config)
    const alarms = [it.store.alarms, makeAlarms(other, () => other)]
    await Promise.all(Array.from({ length: 20 }, (_, at) => alarms[at % 2]!.raise('login-spray', 100 + at)))
    assert.deepEqual((await it.store.alarms.list(9)).map(({ code, until, most }) => [code, until, most]), [['login-spray', null, 119]])
    const events = await it.database.sql("select facts from clave.audit_events where type = 'alarm.raised'")
    assert.equal(events.length, 1)
    const told = await Promise.all([0, 1, 2, 3].map((at) => alarms[at % 2]!.untold()))
    assert.equal(told.flat().length, 1)
    await other.close()
  })

  test('it ends when it was not true for its time, and not before; each alarm has a time of its own', async () => {
    await it.store.alarms.raise('shared-contact', 2)
    await it.database.clock.advance(10 * minute)
    await it.store.alarms.endQuiet()
    assert.equal((await it.store.alarms.list(9)).filter(({ until }) => until === null).length, 2)
    await it.database.clock.advance(1)
    await it.store.alarms.endQuiet()
    assert.deepEqual((await it.store.alarms.list(9)).map(({ code, until }) => [code, until === null]), [['shared-contact', true], ['login-spray', false]])
    await it.database.clock.advance(hour)
    await it.store.alarms.endQuiet()
    assert.deepEqual((await it.store.alarms.untold()).map(({ code, until }) => [code, until === null]).sort(), [['login-spray', false], ['shared-contact', false]])
  })

  test('in a transaction that fails it was never raised', async () => {
    await assert.rejects(it.store.transaction(async (tx) => {
      await it.store.alarms.raise('one-employer', 50, tx)
      throw new Error('the change failed')
    }))
    assert.ok((await it.store.alarms.list(9)).every(({ code }) => code !== 'one-employer'))
  })

  test('the database lets nobody change, shorten or delete one; after two years an ended one may go', async () => {
    await it.store.alarms.raise('one-employer', 50)
    for (const change of [
      "update clave.alarms set most = 1 where code = 'one-employer'", "update clave.alarms set since = since + interval '1 hour' where code = 'one-employer'",
      "update clave.alarms set until = null where code = 'login-spray'", "delete from clave.alarms where code = 'one-employer'", "delete from clave.alarms where code = 'login-spray'",
      'truncate clave.alarms',
    ]) await assert.rejects(it.database.sql(change), /L-15/, change)
    await it.database.clock.advance(731 * day)
    await it.database.sql("delete from clave.alarms where code = 'login-spray'")
    await assert.rejects(it.database.sql("delete from clave.alarms where code = 'one-employer'"), /L-15/)
  })
})
