import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logIn, type LoggedIn } from '../../src/app/log-in.ts'
import { homeOf } from '../../src/app/sessions.ts'
import type { Deps } from '../../src/app/ports.ts'
import { minute } from '../../src/domain/types.ts'
import { argon2Parameters, makeHasher } from '../../src/security/hasher.ts'
import { makeKey, origin, password } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld } from '../support/world.ts'

test('PASS-3: signing in renews a hash of older parameters, once, and writes it down', async () => {
  const world = await createWorld()
  await world.clock.setNow(noon)
  const record = worker(1)
  const person = await world.enrol(record)
  await makeKey(world, record, 'persona@example.org')
  const storedHash = (): Promise<string | undefined> =>
    world.deps.store.transaction(async (tx) => (await world.deps.store.accounts.load(tx, person))?.passwordHash)
  const before = await storedHash()

  const dearer: Deps = { ...world.deps, hasher: await makeHasher(world.keyring, { waiting: 4, parameters: { ...argon2Parameters, memoryCost: 128, timeCost: 3 } }) }
  const enter = async (typed: string): Promise<LoggedIn> => {
    await world.clock.advance(minute)
    return logIn(dearer, record.id, typed, origin)
  }
  assert.equal((await enter('una clave cualquiera')).is, 'wrong')
  assert.equal(await storedHash(), before)
  assert.equal((await enter(password)).is, 'in')
  const renewed = await storedHash()
  assert.match(renewed ?? '', /\$m=128,t=3,p=1\$/)

  const again = await enter(password)
  assert.ok(again.is === 'in')
  assert.equal(await storedHash(), renewed)
  const activity = (await homeOf(dearer, again.sessionId))?.activity ?? []
  assert.equal(activity.filter(({ type }) => type === 'key.rehashed').length, 1)
})
