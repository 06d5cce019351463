import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'
import { makePasswordPopularity } from '../../src/store/password-popularity.ts'
import { makeRegisterStatistics } from '../../src/store/register-statistics.ts'
import type { Tx } from '../../src/app/ports.ts'
import type { Connection } from '../../src/store/database.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('PASS-4: the sketch of passwords', (engine) => {
  let it: TestStore
  before(async () => {
    it = await openTestStore(engine, { ...defaultPolicy, password: { ...defaultPolicy.password, sharedBy: 36 } })
  })
  after(() => it.close())
  const give = (password: string): Promise<boolean> => it.store.transaction(async (tx) => {
    if (await it.store.popularity.isFull(tx, password)) return false
    await it.store.popularity.count(tx, password)
    return true
  })

  test('W-04: of 40 equal keys 36 are taken, and the 37th is refused', async () => {
    const taken: boolean[] = []
    for (let n = 0; n < 40; n += 1) taken.push(await give('los mismos quince'))
    assert.deepEqual(taken, Array.from({ length: 40 }, (_, n) => n < 36))
    assert.equal(await give('otra frase que nadie tiene'), true)
  })

  test('L-02: 60 at once take the 36 places and not one more', async () => {
    const taken = await Promise.all(Array.from({ length: 60 }, () => give('todos a la vez')))
    assert.equal(taken.filter(Boolean).length, 36)
  })

  test('the estimate is never too low, and not too high among few', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.string({ minLength: 15 }), { maxLength: 4 }), fc.integer({ min: 1, max: 3 }), async (passwords, times) => {
      await it.database.sql('delete from clave.password_sketch')
      for (let turn = 0; turn < times; turn += 1) for (const password of passwords) await give(password)
      const rows = await it.database.sql<{ uses: number }>('select uses from clave.password_sketch')
      assert.ok(rows.every(({ uses }) => uses === times))
    }), { numRuns: 10 })
  })

  test('with many people the share decides: 18 million allow 36 at 2 in a million, 30 million 60', async () => {
    const on = (tx: Tx): Connection => tx as unknown as Connection
    const small = makePasswordPopularity(on, it.keyring, defaultPolicy.password)
    const places = (people: number): Promise<number> => it.store.transaction(async (tx) => {
      await makeRegisterStatistics(it.db).keep('people.active', people)
      let taken = 0
      while (!(await small.isFull(tx, `para ${people} personas`))) {
        await small.count(tx, `para ${people} personas`)
        taken += 1
      }
      return taken
    })
    assert.deepEqual([await places(1_000), await places(18_000_000), await places(30_000_000)], [3, 36, 60])
    await it.database.sql('delete from clave.register_statistics')
  })

  test('a dump holds places and counts alone, and another ring has other places', async () => {
    await it.database.sql('delete from clave.password_sketch')
    await give('un secreto de quince letras')
    const mine = await it.database.sql('select row, cell, uses from clave.password_sketch order by row')
    assert.deepEqual(Object.keys(mine[0] ?? {}), ['row', 'cell', 'uses'])
    const other = makePasswordPopularity((tx) => tx as unknown as Connection, parseKeyring(newKeyringFile(randomBytes)), defaultPolicy.password)
    await it.store.transaction(async (tx) => assert.equal(await other.isFull(tx, 'un secreto de quince letras'), false))
    const all = await it.database.sql<{ uses: number }>('select uses from clave.password_sketch')
    assert.equal(all.filter(({ uses }) => uses === 1).length, 4)
    assert.equal(all.length, 8, 'who has no key asks at four places that have nothing to do with the first four')
  })
})
