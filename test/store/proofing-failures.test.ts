/** PROOF-11: the count over a rolling day against a reference, and the breaker that trips once whoever looks. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { breakerStands, countedAt, failureCounts, reopensAt } from '../../src/domain/breaker.ts'
import { institutionChain } from '../../src/domain/institution-events.ts'
import { day, hour, minute, second } from '../../src/domain/types.ts'
import { verifyAllChains } from '../../src/store/audit-chains.ts'
import { openDatabase } from '../../src/store/database.ts'
import { makeProofingFailures } from '../../src/store/proofing-failures.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

const noon = Date.parse('2026-11-22T17:00:00Z')

forEachEngine('failed proofings', (engine) => {
  let it: TestStore
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())
  beforeEach(async () => {
    await it.database.clock.freeze(noon)
    await it.database.sql('delete from clave.proofing_failures')
    await it.database.sql("update clave.alarms set until = clave.now() where until is null")
  })

  const fail = (): Promise<void> => it.store.transaction((tx) => it.store.failures.count(tx))
  /** As `n` of them, in one statement. */
  const failMany = (n: number) => it.database.sql("insert into clave.proofing_failures values (date_trunc('minute', clave.now()), 0, $1) on conflict (minute, shard) do update set failures = proofing_failures.failures + excluded.failures", [n])
  const raised = async (): Promise<number> =>
    (await it.database.sql<{ n: number }>("select count(*)::int as n from clave.audit_events where person_key = $1 and type = 'alarm.raised'", [Buffer.from(institutionChain, 'hex')]))[0]!.n

  test('property: whatever the moments, the sum is that of the reference, between 24 hours and a minute more', async () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3 * hour }), { minLength: 1, maxLength: 25 })
    await fc.assert(fc.asyncProperty(gaps, fc.integer({ min: 0, max: 27 * hour }), async (between, wait) => {
      await it.database.sql('delete from clave.proofing_failures')
      const moments: number[] = []
      let now = noon
      for (const gap of between) {
        now += gap
        await it.database.clock.freeze(now)
        await fail()
        moments.push(now)
      }
      now += wait
      await it.database.clock.freeze(now)
      const { failures } = await it.store.failures.look(1_000_000)
      assert.equal(failures, countedAt(moments, now))
      const within = (span: number): number => moments.filter((at) => at > now - span).length
      assert.ok(failures >= within(failureCounts) && failures <= within(failureCounts + minute))
    }), { numRuns: 25 })
  })

  test('a failure that is not committed does not count', async () => {
    await assert.rejects(it.store.transaction(async (tx) => {
      await it.store.failures.count(tx)
      throw new Error('the verdict failed')
    }))
    assert.equal((await it.store.failures.look(10)).failures, 0)
  })

  test('no row is everybody’s: verdicts of one minute spread over several', async () => {
    for (let turn = 0; turn < 60; turn += 1) await fail()
    const rows = await it.database.sql<{ failures: number }>('select failures from clave.proofing_failures')
    assert.ok(rows.length > 4, `${rows.length} rows`)
    assert.equal(rows.reduce((sum, row) => sum + row.failures, 0), 60)
  })

  test('twenty looks at once, from several connections, trip it once and open it once', async () => {
    const other = openDatabase(it.database.config)
    const looks = [it.store.failures, makeProofingFailures(other, () => other)]
    const all = () => Promise.all(Array.from({ length: 20 }, (_, at) => looks[at % 2]!.look(100)))
    const before = await raised()
    await failMany(101)
    for (const reading of await all()) assert.equal(breakerStands(reading, 100), true)
    await failMany(20)
    for (const reading of await all()) assert.equal(breakerStands(reading, 100), true)
    const standing = await it.database.sql("select most::int from clave.alarms where code = 'breaker' and until is null")
    assert.deepEqual(standing, [{ most: 121 }])
    assert.equal(await raised() - before, 1)
    await it.database.clock.freeze(noon + day + minute)
    for (const reading of await all()) assert.equal(breakerStands(reading, 100), false)
    const [ended] = await it.database.sql<{ n: number }>("select count(*)::int as n from clave.audit_events where person_key = $1 and type = 'alarm.ended'", [Buffer.from(institutionChain, 'hex')])
    assert.ok(ended!.n >= 1)
    assert.equal((await it.database.sql("select from clave.alarms where code = 'breaker' and until is null")).length, 0)
    await other.close()
    const faults: unknown[] = []
    await verifyAllChains(it.db, { onFault: (fault) => faults.push(fault) })
    assert.deepEqual(faults, [], 'the institution’s chain holds')
  })

  test('at the limit people come in; above it they do not, until nine tenths of it; one failure more or less does not open and shut it', async () => {
    const stands = async (): Promise<boolean> => breakerStands(await it.store.failures.look(100), 100)
    await failMany(11)
    await it.database.clock.freeze(noon + hour)
    await failMany(89)
    assert.equal(await stands(), false, '100')
    await failMany(1)
    assert.equal(await stands(), true, '101')
    await it.database.clock.freeze(noon + day + minute)
    assert.equal(reopensAt(100), 90)
    assert.equal(await stands(), false, '90 are left')
    await it.database.clock.freeze(noon + hour + 30 * second)
    await failMany(1)
    assert.equal(await stands(), true)
    await it.database.clock.freeze(noon + day - minute)
    assert.equal(await stands(), true, 'it stood and 102 count')
  })
})

test('hysteresis: between nine tenths and the limit it stays as it was', () => {
  assert.equal(breakerStands({ failures: 95, stood: true }, 100), true)
  assert.equal(breakerStands({ failures: 95, stood: false }, 100), false)
  assert.equal(breakerStands({ failures: 90, stood: true }, 100), false)
  assert.equal(breakerStands({ failures: 101, stood: false }, 100), true)
})
