/** The statements of the two lanes do what the reference model does, over random histories of strangers, browsers, successes and unlocks. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { AuditEvent } from '../../src/domain/events.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { day, minute, second, type PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'
import { end, laneOf, remember, succeed, tryKey, unlock, untouched, type Person } from './login-model.ts'

const noon = Date.parse('2026-11-22T17:00:00Z')
const rules = defaultPolicy.login
const browsers = ['one', 'other'] as const
type Name = (typeof browsers)[number]
const browser = fc.constantFrom<Name | null>(null, null, 'one', 'other')
const acts = fc.array(fc.oneof(
  { weight: 10, arbitrary: fc.record({ is: fc.constant('try' as const), browser }) },
  { weight: 6, arbitrary: fc.record({ is: fc.constant('clock' as const), by: fc.constantFrom(second, 2 * second, 8 * second, 10 * minute, day, -second) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('success' as const), browser }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('unlock' as const, 'remember' as const), browser: fc.constantFrom(...browsers) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('end' as const), browser: fc.constantFrom(...browsers) }) },
), { minLength: 5, maxLength: 80 })
type Act = typeof acts extends fc.Arbitrary<(infer Each)[]> ? Each : never

forEachEngine('lanes against their model', (engine) => {
  let it: TestStore
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())

  const hashes: Readonly<Record<Name, Buffer>> = { one: randomBytes(32), other: randomBytes(32) }
  const hashOf = (name: Name | null): Buffer | null => (name === null ? null : hashes[name])
  const written = (person: PersonKey, event: AuditEvent, work: (tx: Parameters<Parameters<TestStore['store']['transaction']>[0]>[0]) => Promise<unknown>): Promise<unknown> =>
    it.store.transaction(async (tx) => {
      await work(tx)
      return it.store.append(tx, person, event)
    })

  async function real(person: PersonKey, act: Exclude<Act, { is: 'clock' | 'try' }>, lane: string): Promise<void> {
    const { logins, devices } = it.store
    if (act.is === 'success') {
      const session = { hash: randomBytes(32), origin: { network: 'x', browser: '' }, device: null }
      await logins.succeed(person, lane === 'stranger' ? null : hashOf(act.browser), session, { type: 'login.succeeded', facts: { lane }, personal: { network: 'x' } })
    } else if (act.is === 'unlock') {
      await written(person, { type: 'key.unlocked', facts: { by: 'code' }, personal: { network: 'x' } }, async (tx) => {
        await logins.unblock(tx, person, hashes[act.browser])
        await devices.lend(tx, person, hashes[act.browser], '', rules.unlockedLane)
      })
    } else if (act.is === 'remember') {
      await written(person, { type: 'device.trusted', facts: { notices: 0 }, personal: { network: 'x' } }, (tx) => devices.trust(tx, person, hashes[act.browser], ''))
    } else {
      await written(person, { type: 'device.ended', facts: { reason: 'person' } }, (tx) => devices.end(tx, person, hashes[act.browser]))
    }
  }

  function modelled(model: Person, act: Exclude<Act, { is: 'clock' | 'try' }>, now: number): Person {
    switch (act.is) {
      case 'success': return succeed(model, act.browser, now)
      case 'unlock': return unlock(model, act.browser, now, rules)
      case 'remember': return remember(model, act.browser)
      case 'end': return end(model, act.browser)
    }
  }

  test('LOGIN-1, 2, 3, 5, UNLOCK-1, peers 12, 14: tries, waits, lanes, successes, unlocks and ends', async () => {
    await fc.assert(fc.asyncProperty(acts, async (history) => {
      const person = randomBytes(16).toString('hex') as PersonKey
      let now = noon
      let model: Person = untouched
      let strangersSinceUnlock = 0
      await it.database.clock.freeze(now)
      for (const act of history) {
        if (act.is === 'clock') {
          now += act.by
          await it.database.clock.freeze(now)
        } else if (act.is === 'try') {
          const lane = laneOf(model, act.browser, now)
          const next = tryKey(model, act.browser, now, rules)
          const claimed = await it.store.logins.claim(person, hashOf(act.browser))
          assert.equal(claimed.lane, lane)
          if (typeof next === 'string') assert.equal('refused' in claimed && claimed.refused.is, next)
          else {
            const own = lane === 'stranger' ? next.strangers : next.browsers[act.browser!]!
            assert.deepEqual('refused' in claimed ? claimed : [claimed.inARow, claimed.sinceSuccess], [own.inARow, next.run])
            model = next
            strangersSinceUnlock += lane === 'stranger' ? 1 : 0
            assert.ok(strangersSinceUnlock <= rules.inARow, 'strangers never have more than five between two unlocks or successes of theirs')
          }
        } else {
          const lane = act.is === 'success' ? laneOf(model, act.browser, now) : ''
          await real(person, act, lane)
          model = modelled(model, act, now)
          if (act.is === 'unlock' || lane === 'stranger') strangersSinceUnlock = 0
        }
      }
    }), { numRuns: 80 })
  })

  test('LOGIN-2, LOGIN-5: a hundred tries at once in three lanes: five of each, and never beyond the ceiling', async () => {
    await it.database.clock.freeze(noon)
    const person = randomBytes(16).toString('hex') as PersonKey
    for (const name of browsers) await real(person, { is: 'remember', browser: name }, '')
    await it.database.sql(`insert into clave.login_attempts values ($1, 'stranger', 4, 12, '-infinity')`, [Buffer.from(person, 'hex')])
    const lanes = [null, hashes.one, hashes.other]
    const claims = await Promise.all(Array.from({ length: 100 }, (_, at) => it.store.logins.claim(person, lanes[at % 3]!)))
    const accepted = claims.filter((claim) => !('refused' in claim))
    assert.equal(accepted.length, 8, 'twelve before: eight to the ceiling of twenty')
    assert.ok(accepted.filter(({ lane }) => lane === 'stranger').length <= 1)
    assert.deepEqual(await it.database.sql(`select since_success from clave.login_attempts where person_key = $1 and lane = 'stranger'`, [Buffer.from(person, 'hex')]), [{ since_success: 20 }])
  })
})
