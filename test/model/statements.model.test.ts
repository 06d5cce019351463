/** The guarded statements do what the reference models do, over random histories with a clock that also goes back. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { day, hour, second, type PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'
import { noTries, tryKey, type Tries } from './login-model.ts'
import { claim, fresh, refund, take, type Counts } from './proofing-model.ts'

const noon = Date.parse('2026-11-22T17:00:00Z')

forEachEngine('statements against models', (engine) => {
  let it: TestStore
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())

  type Act = { readonly is: 'claim' } | { readonly is: 'take' | 'refund'; readonly behind: number } | { readonly is: 'clock'; readonly by: number }
  const acts = fc.array(fc.oneof(
    { weight: 5, arbitrary: fc.record({ is: fc.constant('claim' as const) }) },
    { weight: 5, arbitrary: fc.record({ is: fc.constantFrom('take' as const, 'refund' as const), behind: fc.constantFrom(0, 0, 0, 1) }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('clock' as const), by: fc.constantFrom(hour, 13 * hour, day, -hour, -2 * day) }) },
  ), { minLength: 5, maxLength: 40 })

  test('PROOF-1, 2, L-04: claim, take and refund', async () => {
    const { proofing } = it.store
    await fc.assert(fc.asyncProperty(acts, async (history: readonly Act[]) => {
      const person = randomBytes(16).toString('hex') as PersonKey
      let now = noon
      await it.database.clock.freeze(now)
      await it.store.transaction((tx) => proofing.begin(tx, person, []))
      const dayOf = (at: number): number => Math.floor((at - 5 * hour) / day) // Guayaquil is five hours behind, all year
      let model: Counts = { ...fresh, day: dayOf(now) }
      for (const act of history) {
        if (act.is === 'clock') {
          now += act.by
          await it.database.clock.freeze(now)
        } else if (act.is === 'claim') {
          const next = claim(model, dayOf(now), defaultPolicy.proofing)
          const real = await it.store.transaction((tx) => proofing.claim(tx, person))
          assert.deepEqual(real, next && { attempt: next.open, usedToday: next.usedToday, usedInAll: next.usedInAll })
          model = next ?? model
        } else if (act.is === 'take') {
          const next = take(model, model.last - act.behind)
          assert.equal(await it.store.transaction((tx) => proofing.take(tx, person, model.last - act.behind)), next !== null)
          model = next ?? model
        } else {
          await it.store.transaction((tx) => proofing.refund(tx, person, model.last - act.behind))
          model = refund(model, model.last - act.behind)
        }
      }
    }), { numRuns: 60 })
  })

  test('LOGIN-1, 3, 5: tries, waits, successes and unblocking', async () => {
    const steps = fc.array(fc.oneof(
      { weight: 8, arbitrary: fc.record({ is: fc.constant('try' as const) }) },
      { weight: 6, arbitrary: fc.record({ is: fc.constant('clock' as const), by: fc.constantFrom(second, 2 * second, 8 * second, day, -second) }) },
      { weight: 1, arbitrary: fc.record({ is: fc.constantFrom('success' as const, 'unblock' as const) }) },
    ), { minLength: 5, maxLength: 60 })
    await fc.assert(fc.asyncProperty(steps, async (history) => {
      const person = randomBytes(16).toString('hex') as PersonKey
      let now = noon
      let model: Tries = noTries
      await it.database.clock.freeze(now)
      for (const step of history) {
        if (step.is === 'clock') {
          now += step.by
          await it.database.clock.freeze(now)
        } else if (step.is === 'try') {
          const next = tryKey(model, now, defaultPolicy.login)
          const real = await it.store.logins.claim(person, 'stranger')
          if (typeof next === 'string') assert.equal('refused' in real && real.refused.is, next)
          else assert.equal('inARow' in real && real.inARow, next.inARow)
          if (typeof next !== 'string') model = next
        } else if (step.is === 'success') {
          await it.store.logins.succeed(person, 'stranger', randomBytes(32), { type: 'login.succeeded', facts: { lane: 'stranger' }, personal: { network: 'x' } })
          model = noTries
        } else {
          await it.database.sql('update clave.login_attempts set in_a_row = 0 where person_key = $1', [Buffer.from(person, 'hex')])
          model = { ...model, inARow: 0 }
        }
      }
    }), { numRuns: 60 })
  })
})
