import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { LoginClaim, NewSession } from '../../src/app/lane-ports.ts'
import type { Store } from '../../src/app/ports.ts'
import { minute, second, type PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('login attempts', (engine) => {
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
    await it.database.clock.freeze('2026-11-22T17:00:00Z')
  })
  const claim = (): Promise<LoginClaim> => store.logins.claim(person, null)
  const is = (answer: LoginClaim): string => ('refused' in answer ? answer.refused.is : `try ${answer.inARow}`)
  const waitAndTry = async (): Promise<string> => {
    await it.database.clock.advance(minute)
    return is(await claim())
  }
  const session = (): NewSession => ({ hash: randomBytes(32), origin: { network: 'x', browser: '' }, device: null })
  const success = { type: 'login.succeeded', facts: { lane: 'stranger' }, personal: { network: 'x' } } as const

  test('LOGIN-1: five tries, then blocked, and waiting does not help', async () => {
    const seen: string[] = []
    for (let turn = 0; turn < 7; turn += 1) seen.push(await waitAndTry())
    assert.deepEqual(seen, ['try 1', 'try 2', 'try 3', 'try 4', 'try 5', 'blocked', 'blocked'])
  })

  test('LOGIN-3: the waits before the tries are 0, 1, 2, 4 and 8 seconds', async () => {
    assert.equal(is(await claim()), 'try 1')
    for (const [wait, next] of [[1, 'try 2'], [2, 'try 3'], [4, 'try 4'], [8, 'try 5']] as const) {
      await it.database.clock.advance(wait * second - 1)
      const early = await claim()
      assert.ok('refused' in early && early.refused.is === 'wait' && early.refused.until === (await it.database.clock.now()) + 1, next)
      await it.database.clock.advance(1)
      assert.equal(is(await claim()), next)
    }
  })

  test('LOGIN-3: a try that came too early is not counted', async () => {
    await claim()
    for (let turn = 0; turn < 20; turn += 1) assert.equal(is(await claim()), 'wait')
    assert.equal(await waitAndTry(), 'try 2')
  })

  test('LOGIN-1: the right key resets what was counted', async () => {
    for (let turn = 0; turn < 4; turn += 1) await waitAndTry()
    await store.logins.succeed(person, null, session(), success)
    assert.equal(is(await claim()), 'try 1')
  })

  test('LOGIN-5: strangers have fifteen in a row, whatever was unblocked between; the last five of the twenty are not theirs', async () => {
    const seen: string[] = []
    for (let turn = 0; turn < 17; turn += 1) {
      await it.database.sql('update clave.login_attempts set in_a_row = 0 where person_key = $1', [Buffer.from(person, 'hex')])
      seen.push(await waitAndTry())
    }
    assert.deepEqual(seen.slice(14), ['try 1', 'blocked', 'blocked'])
  })

  test('ID-2: an alias and the number it stands for share one count', async () => {
    const alias = randomBytes(16).toString('hex') as PersonKey
    await it.database.sql('insert into clave.aliases (alias_key, person_key) values ($1, $2)', [Buffer.from(alias, 'hex'), Buffer.from(person, 'hex')])
    await claim()
    await it.database.clock.advance(minute)
    const answer = await store.logins.claim(alias, null)
    assert.ok(!('refused' in answer) && answer.inARow === 2 && answer.person === person)
  })

  test('peers 4: a success on one person lowers nobody else', async () => {
    for (let turn = 0; turn < 5; turn += 1) await waitAndTry()
    const other = randomBytes(16).toString('hex') as PersonKey
    await store.logins.claim(other, null)
    await store.logins.succeed(other, null, session(), success)
    assert.equal(await waitAndTry(), 'blocked')
  })
})
