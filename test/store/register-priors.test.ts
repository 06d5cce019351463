import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { makeRegisterPriors } from '../../src/store/register-priors.ts'
import { changedSince, makeRegisterStatistics } from '../../src/store/register-statistics.ts'
import { createTestDatabase, forEachEngine, type TestDatabase } from '../support/databases.ts'

forEachEngine('what is kept of the register', (engine) => {
  let database: TestDatabase
  let db: Database
  before(async () => {
    database = await createTestDatabase(engine)
    db = openDatabase(database.config)
  })
  after(() => db.close())

  test('is read by name; whoever has it already is sent nothing, and the new one when there is one', async () => {
    const [priors, statistics] = [makeRegisterPriors(db), makeRegisterStatistics(db)]
    assert.equal(await priors.read('some', null), null)
    await statistics.keepPass({ 'people.active': 3 }, { some: Buffer.from('one') })
    const first = (await priors.read('some', null))!
    assert.equal(first.value?.toString(), 'one')
    assert.deepEqual(await priors.read('some', first.madeAt), { madeAt: first.madeAt, value: null })
    await database.clock.advance(1_000)
    await statistics.keepPass({}, { some: Buffer.from('two') })
    assert.equal((await priors.read('some', first.madeAt))!.value?.toString(), 'two')
    assert.equal((await statistics.all())['people.active'], 3)
  })

  test('people changed by imports add up until a pass has met them; those that changed during the pass wait for the next', async () => {
    const statistics = makeRegisterStatistics(db)
    assert.deepEqual([await statistics.countChanged(30), await statistics.countChanged(12)], [30, 42])
    await statistics.countChanged(5) // while the pass reads
    await statistics.keepPass({}, {}, 42)
    assert.equal((await statistics.all())[changedSince], 5)
  })
})
