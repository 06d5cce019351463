import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { planDecks, PoolGatherer } from '../src/questions/engine.ts'
import { newKeyringFile, parseKeyring } from '../src/security/keyring.ts'
import { poolsOf, poolYears, storedPools } from '../src/stored-pools.ts'
import { add, begin, finish, merge } from '../src/strength-fold.ts'
import { invented } from './register/import-world.ts'

const today = '2026-11-22'
const people = invented(1_500)
const keyring = parseKeyring(newKeyringFile(randomBytes))

test('threads that had parts of the people say together what one would have said alone', () => {
  const setup = { today, sampled: 0.2 }
  const parts = [begin(setup, keyring), begin(setup, keyring), begin(setup, keyring)]
  people.forEach((record, n) => add(parts[n % 3]!, { person: Buffer.from(keyring.personKey(record.id), 'hex'), record }))
  const together = merge(parts.map((part) => structuredClone(finish(part))), setup)

  const active = people.filter(({ status }) => status === 'active')
  const count = (status: string): number => people.filter((each) => each.status === status).length
  assert.deepEqual(together.people, { active: active.length, deceased: count('deceased'), withheld: count('withheld') })
  const sample = active.filter(({ id }) => parseInt(keyring.personKey(id).slice(0, 8), 16) < 0.2 * 2 ** 32)
  const askable = sample.filter((record) => planDecks(record, keyring.fixedHash('deck', keyring.personKey(record.id)), today).length > 0)
  assert.deepEqual(together.sample, { people: sample.length, askable: askable.length })
  assert.ok(sample.length > 200 && sample.length < 400 && askable.length > 0)
  const gatherer = new PoolGatherer(today)
  for (const record of active) gatherer.add(record)
  assert.deepEqual(storedPools(together.pools, poolYears(today)), storedPools(gatherer.pools(), poolYears(today)))
})

test('pools that were kept are the pools', () => {
  const gatherer = new PoolGatherer(today)
  for (const record of people) gatherer.add(record)
  const pools = gatherer.pools()
  const kept = poolsOf(storedPools(pools, poolYears(today)))
  assert.deepEqual([kept.provinces, kept.banks], [pools.provinces, pools.banks])
  assert.ok(pools.employers('17', 2026).length > 0)
  for (const { province } of pools.provinces) for (const year of poolYears(today)) assert.deepEqual(kept.employers(province, year), pools.employers(province, year))
  assert.equal(kept.employers('17', 2026), kept.employers('17', 2026), 'the same list object each time')
  assert.throws(() => poolsOf(Buffer.from('{"v":2}')), /register strength/)
})
