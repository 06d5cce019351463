import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { hour, minute, second, type PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('sessions', (engine) => {
  let it: TestStore
  let person: PersonKey
  let id: Buffer
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())
  beforeEach(async () => {
    await it.database.clock.freeze('2026-11-22T17:00:00Z')
    person = randomBytes(16).toString('hex') as PersonKey
    await it.enrolAccount(person)
    id = randomBytes(32)
    await signIn(id)
  })
  const signIn = (hash: Buffer): Promise<void> =>
    it.store.logins.succeed(person, null, { hash, origin: { network: 'x', browser: '' }, device: null }, { type: 'login.succeeded', facts: { lane: 'stranger' }, personal: { network: 'x' } })
  const open = async (): Promise<boolean> => (await it.store.sessions.load(id)) !== null

  test('SESSION-1: 14:59 of silence keeps it open, 15:01 ends it', async () => {
    await it.database.clock.advance(14 * minute + 59 * second)
    assert.equal(await open(), true)
    await it.database.clock.advance(14 * minute + 59 * second)
    assert.equal(await open(), true)
    await it.database.clock.advance(15 * minute + second)
    assert.equal(await open(), false)
  })

  test('SESSION-1: 11:59 hours of use are possible, 12:01 are not', async () => {
    for (let minutes = 0; minutes < 11 * 60 + 50; minutes += 10) {
      await it.database.clock.advance(10 * minute)
      assert.equal(await open(), true, `${minutes}`)
    }
    await it.database.clock.advance(9 * minute)
    assert.equal(await open(), true)
    await it.database.clock.advance(2 * minute)
    assert.equal(await open(), false)
  })

  test('SESSION-1: a session says when it ends, never later than twelve hours after it began', async () => {
    const session = (await it.store.sessions.load(id))!
    assert.equal(session.idleEndsAt - session.now, 15 * minute)
    for (let turn = 0; turn < 71; turn += 1) {
      await it.database.clock.advance(10 * minute)
      await open()
    }
    const late = (await it.store.sessions.load(id))!
    assert.equal(late.idleEndsAt, late.startedAt + 12 * hour)
  })

  test('SESSION-1: ended means ended, for one and for all', async () => {
    const other = randomBytes(32)
    await signIn(other)
    assert.equal(await it.store.transaction((tx) => it.store.sessions.end(tx, id)), person)
    assert.equal(await it.store.transaction((tx) => it.store.sessions.end(tx, id)), null)
    assert.equal(await open(), false)
    assert.notEqual(await it.store.sessions.load(other), null)
    assert.equal(await it.store.transaction((tx) => it.store.sessions.endAll(tx, person)), 1)
    assert.equal(await it.store.sessions.load(other), null)
  })

  test('the session remembers the sign-in before it', async () => {
    const first = (await it.store.sessions.load(id))!
    assert.equal(first.previousSignInAt, null)
    await it.database.clock.advance(hour)
    id = randomBytes(32)
    await signIn(id)
    assert.equal((await it.store.sessions.load(id))!.previousSignInAt, first.startedAt)
  })

  test('home brings session, record and activity in one statement', async () => {
    const home = (await it.store.sessions.home(id))!
    assert.equal(home.record?.givenNames, 'Ana')
    assert.deepEqual(home.activity.map(({ type }) => type), ['login.succeeded', 'key.issued'])
    assert.match(home.activity[0]!.hash, /^[0-9a-f]{64}$/)
  })

  test('SESSION-1: freezing the key or a death in the register ends it at the next look', async () => {
    await it.database.sql("update clave.people set status = 'deceased' where person_key = $1", [Buffer.from(person, 'hex')])
    assert.equal(await open(), false)
    assert.equal(await it.store.sessions.home(id), null)
    await it.database.sql("update clave.people set status = 'active' where person_key = $1", [Buffer.from(person, 'hex')])
    assert.equal(await open(), true)
  })

  test('no session begins for somebody without an account', async () => {
    person = randomBytes(16).toString('hex') as PersonKey
    id = randomBytes(32)
    await signIn(id)
    assert.equal(await open(), false)
  })
})
