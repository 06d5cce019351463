import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('the lock of a person', (engine) => {
  let it: TestStore
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())
  const newPerson = (): PersonKey => randomBytes(16).toString('hex') as PersonKey

  /** One holds the lock for a while; answers when it let go and what the clock said to one who waited meanwhile. */
  async function waited(person: PersonKey): Promise<{ released: number; now: number }> {
    let told = (): void => {}
    const held = new Promise<void>((resolve) => { told = resolve })
    let released = 0
    const first = it.store.transaction(async (tx) => {
      await it.store.lock(tx, person)
      told()
      await sleep(150)
      released = await it.database.clock.now()
    })
    await held
    const now = await it.store.transaction((tx) => it.store.lock(tx, person))
    await first
    return { released, now }
  }

  test('L-04: who waits for it reads the clock after the wait, for a person seen before and for one who never was', async () => {
    const person = newPerson()
    for (let turn = 0; turn < 3; turn += 1) {
      const { released, now } = await waited(person)
      assert.ok(now >= released, `the clock was read ${released - now} ms too early in turn ${turn}`)
    }
  })

  test('twenty at once for a new person come one after the other', async () => {
    const person = newPerson()
    let inside = 0
    let most = 0
    await Promise.all(Array.from({ length: 20 }, () => it.store.transaction(async (tx) => {
      await it.store.lock(tx, person)
      most = Math.max(most, (inside += 1))
      await sleep(2)
      inside -= 1
    })))
    assert.equal(most, 1)
  })
})
