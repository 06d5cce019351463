/** The guarded statements do what the reference models do, over random histories with a clock that also goes back. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { day, hour, type PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'
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
})
