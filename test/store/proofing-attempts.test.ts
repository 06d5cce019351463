import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { Store } from '../../src/app/ports.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { day, hour, type PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('proofing attempts', (engine) => {
  let it: TestStore
  let store: Store
  let person: PersonKey
  before(async () => {
    it = await openTestStore(engine)
    store = it.store
  })
  after(() => it.close())
  beforeEach(async () => {
    person = randomBytes(16).toString('hex') as PersonKey
    await it.database.clock.setNow('2026-11-22T17:00:00Z') // noon in Guayaquil
    await store.transaction((tx) => store.proofing.begin(tx, person, [{ questions: [] }, { questions: [] }]))
  })
  const claim = (): Promise<number | null> => store.transaction(async (tx) => (await store.proofing.claim(tx, person))?.attempt ?? null)
  const take = (attempt: number): Promise<boolean> => store.transaction((tx) => store.proofing.take(tx, person, attempt))
  const fail = async (): Promise<boolean> => {
    const attempt = await claim()
    return attempt !== null && take(attempt)
  }
  const standing = async (): Promise<string> => (await store.transaction((tx) => store.proofing.load(tx, person)))!.standing.is

  test('PROOF-2: three a day, then none until midnight in Guayaquil, nine in all', async () => {
    const perDay: number[] = []
    for (let today = 0; today < 5; today += 1) {
      let failed = 0
      while (await fail()) failed += 1
      perDay.push(failed)
      await it.database.clock.advance(day)
    }
    assert.deepEqual(perDay, [3, 3, 3, 0, 0])
    assert.equal(await standing(), 'closed')
  })

  test('PROOF-2: the day changes at midnight in Guayaquil, not at midnight UTC', async () => {
    await it.database.clock.setNow('2026-11-22T23:30:00Z')
    while (await fail());
    await it.database.clock.setNow('2026-11-23T04:59:59Z')
    assert.equal(await standing(), 'closed-today')
    assert.equal(await claim(), null)
    await it.database.clock.setNow('2026-11-23T05:00:00Z')
    assert.equal(await standing(), 'free')
    assert.notEqual(await claim(), null)
  })

  test('PROOF-1: an open deck cannot be claimed again and is compared once', async () => {
    const attempt = await claim()
    assert.equal(await claim(), null)
    assert.equal(await standing(), 'open')
    assert.equal(await take(attempt!), true)
    assert.equal(await take(attempt!), false)
  })

  test('PROOF-1: a deck from yesterday is still on the table and claims nothing of today', async () => {
    const attempt = await claim()
    await it.database.clock.advance(day)
    assert.equal(await standing(), 'open')
    assert.equal(await take(attempt!), true)
    let today = 0
    while (await fail()) today += 1
    assert.equal(today, 3)
  })

  test('L-04: a clock that goes back gives no attempt back', async () => {
    while (await fail());
    for (const back of [hour, day, 30 * day]) {
      await it.database.clock.advance(-back)
      assert.equal(await claim(), null)
    }
  })

  test('an attempt that passed gives its own claim back, once', async () => {
    await fail()
    const attempt = (await claim())!
    await take(attempt)
    await store.transaction((tx) => store.proofing.refund(tx, person, attempt))
    await store.transaction((tx) => store.proofing.refund(tx, person, attempt))
    const row = await store.transaction((tx) => store.proofing.load(tx, person))
    assert.deepEqual(row?.standing, { is: 'free', leftToday: defaultPolicy.proofing.perDay - 1, leftInAll: defaultPolicy.proofing.inAll - 1 })
  })

  test('a claim of yesterday that passes today leaves the count of today alone', async () => {
    const attempt = (await claim())!
    await it.database.clock.advance(day)
    await take(attempt)
    await store.transaction((tx) => store.proofing.refund(tx, person, attempt))
    const row = await store.transaction((tx) => store.proofing.load(tx, person))
    assert.deepEqual(row?.standing, { is: 'free', leftToday: 3, leftInAll: 9 })
  })

  test('PROOF-4: decks follow one another and come round again', async () => {
    const plan = Array.from({ length: 2 }, (_, at) => ({ questions: [{ id: String(at) }] })) as never
    const other = randomBytes(16).toString('hex') as PersonKey
    await store.transaction((tx) => store.proofing.begin(tx, other, plan))
    const seen: string[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      if (turn === 3) await it.database.clock.advance(day)
      await store.transaction(async (tx) => {
        await store.proofing.claim(tx, other)
        const open = (await store.proofing.load(tx, other))!.open!
        seen.push((open.deck.questions[0] as { id: string }).id)
        await store.proofing.take(tx, other, open.attempt)
      })
    }
    assert.deepEqual(seen, ['0', '1', '0', '1', '0'])
  })

  test('PROOF-4: the plan of a day stays for the day; on a later day another is kept, unless a deck of it is still open', async () => {
    const named = (name: string) => [{ questions: [{ id: name }] }] as never
    const other = randomBytes(16).toString('hex') as PersonKey
    const begin = (name: string) => store.transaction((tx) => store.proofing.begin(tx, other, named(name)))
    const load = async () => (await store.transaction((tx) => store.proofing.load(tx, other)))!
    const names = (plan: unknown) => plan && (plan as { questions: { id: string }[] }[])[0]!.questions[0]!.id
    await begin('one')
    const open = (await store.transaction((tx) => store.proofing.claim(tx, other)))!.attempt
    await begin('two')
    assert.equal(names((await load()).plan), 'one')
    await it.database.clock.advance(day)
    await begin('two')
    assert.equal(names((await load()).plan), 'one', 'its deck is open')
    await store.transaction((tx) => store.proofing.take(tx, other, open))
    assert.equal((await load()).plan, null)
    await begin('two')
    await store.transaction((tx) => store.proofing.claim(tx, other))
    const { plan, standing } = await load()
    assert.deepEqual([names(plan), standing], ['two', { is: 'open' }])
    await store.transaction((tx) => store.proofing.take(tx, other, open + 1))
    assert.deepEqual((await load()).standing, { is: 'free', leftToday: 2, leftInAll: 7 }, 'what was used stays used')
  })

  test('E-02: a long plan takes the room of a short one', async () => {
    const lengthOf = async (plan: never) => {
      const other = randomBytes(16).toString('hex') as PersonKey
      await store.transaction((tx) => store.proofing.begin(tx, other, plan))
      const [row] = await it.database.sql<{ length: number }>('select length(plan) from clave.proofing_attempts where person_key = $1', [Buffer.from(other, 'hex')])
      return row!.length
    }
    const question = { id: 'bank', kind: 'bank', options: [{ code: 'a', label: 'Banco Ñandú' }] }
    assert.equal(await lengthOf([] as never), await lengthOf([{ questions: Array.from({ length: 20 }, () => question) }] as never))
  })

  test('PROOF-9: a deck that was open when the process was opened again, and passes, gives back no more than there is', async () => {
    const other = randomBytes(16).toString('hex') as PersonKey
    await store.transaction((tx) => store.proofing.begin(tx, other, [{ questions: [] }]))
    const open = (await store.transaction((tx) => store.proofing.claim(tx, other)))!.attempt
    await store.transaction((tx) => store.reopenings.reopen(tx, other, 3))
    assert.equal(await store.transaction((tx) => store.proofing.take(tx, other, open)), true)
    await store.transaction((tx) => store.proofing.refund(tx, other, open))
    assert.deepEqual((await store.transaction((tx) => store.proofing.load(tx, other)))?.standing, { is: 'free', leftToday: 3, leftInAll: 9 })
  })

  test('PROOF-2: the last success clears counters and decks', async () => {
    while (await fail());
    await store.transaction((tx) => store.proofing.clear(tx, person))
    assert.equal(await store.transaction((tx) => store.proofing.load(tx, person)), null)
  })
})
