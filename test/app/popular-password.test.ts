import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { logIn } from '../../src/app/log-in.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { makeKey, origin, password } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { newPassword, setNewPassword, walkToNewPassword } from '../support/recovery.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld({ policy: { password: { ...defaultPolicy.password, sharedBy: 2 } } })
  await world.clock.setNow(noon)
})

test('PASS-4: a key that as many people have as may is refused with its reason, in the first key and in recovery', async () => {
  const records = [1, 2, 3].map((n) => worker(n))
  for (const record of records) await world.enrol(record)
  const made = []
  for (const [n, record] of records.entries()) made.push(await makeKey(world, record, `popular${n}@example.org`))
  assert.deepEqual(made, [{ is: 'issued' }, { is: 'issued' }, { is: 'refused', refusal: { why: 'popular' } }])
  const walk = await walkToNewPassword(world, records[0]!, 'popular0@example.org')
  assert.deepEqual(await setNewPassword(world, walk, password), { is: 'refused', refusal: { why: 'popular' } })
  assert.equal((await logIn(world.deps, records[0]!.id, password, origin)).is, 'in', 'the old key still is the key')
  assert.deepEqual(await setNewPassword(world, walk, newPassword), { is: 'issued' })
  assert.equal((await world.database.sql<{ n: number }>('select max(uses) as n from clave.password_sketch'))[0]?.n, 2)
})
