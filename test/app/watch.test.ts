/** L-15, P-12: what the watch sees over all processes, within a minute, and what it keeps for that (ID-3). */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { identify } from '../../src/app/identify.ts'
import { logIn } from '../../src/app/log-in.ts'
import type { WatchKeeper } from '../../src/app/watch.ts'
import type { Alarm } from '../../src/domain/alarms.ts'
import { cedulaCheckDigit } from '../../src/domain/identifier.ts'
import type { Identifier } from '../../src/domain/person.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { day, hour, minute, second } from '../../src/domain/types.ts'
import { makeSystem, type System } from '../../src/system.ts'
import { begin, origin } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { inventedKnowledge } from '../support/knowledge.ts'
import { createWorld, type World } from '../support/world.ts'

const watchPolicy = { neighbours: 20, employerPeople: 10, loginTimes: 5, loginFloor: 40 }
let world: World
let other: System
before(async () => {
  world = await createWorld({ policy: { watch: watchPolicy, login: { ...defaultPolicy.login, hashesWaiting: 1_000 } } })
  await world.clock.setNow(noon)
  // A second process, as far as anything of it is in memory.
  other = await makeSystem({
    db: world.db, keyring: world.keyring, policy: world.deps.policy, institution: '', terms: world.deps.terms, knowledge: inventedKnowledge, isCommonPassword: () => false, wakeCourier: () => {},
    hashing: { parameters: { algorithm: 2, memoryCost: 64, timeCost: 1, parallelism: 1 } },
  })
})

const cedula = (serial: number): Identifier => {
  const nine = String(serial)
  return { type: 'cedula', value: nine + String(cedulaCheckDigit(nine)) }
}
/** Both processes look, and a turn later once more. */
async function looks(): Promise<readonly Alarm[]> {
  const told: Alarm[] = []
  for (const keeper of [world.watch, other.watch, world.watch] as readonly WatchKeeper[]) {
    await world.clock.advance(10 * second + 1)
    told.push(...(await keeper.look()))
  }
  return told
}
const codes = (alarms: readonly Alarm[]): readonly string[] => alarms.map(({ code, until }) => (until === null ? code : `${code} ended`))
const processes = (): readonly System['deps'][] => [world.deps, other.deps]
const tries = () => world.database.sql<{ kind: string; crowd: Buffer; member: Buffer }>('select kind, crowd, member from clave.watched_tries')

async function afresh(): Promise<void> {
  await world.database.sql('delete from clave.watched_tries')
  await world.database.sql('delete from clave.login_failures')
  await world.clock.advance(2 * hour)
  await looks()
}

test('numbers in a row, from two processes and two doors, raise an alarm within a minute; it is told once, and ends by itself', async () => {
  await afresh()
  const begun = await world.clock.now()
  for (let at = 0; at < 20; at += 1) {
    const deps = processes()[at % 2]!
    if (at % 4 < 2) await identify(deps, cedula(171_003_340 + at), { solved: true, challenge: `row-${at}`, expiresAt: begun + hour }, 'es', origin)
    else await logIn(deps, cedula(171_003_340 + at), 'no es la clave', origin)
  }
  assert.deepEqual(codes(await looks()), ['neighbouring-numbers'])
  assert.ok((await world.clock.now()) - begun < minute)
  assert.deepEqual(codes(await looks()), [])
  const [alarm] = await world.deps.store.alarms.list(1)
  assert.deepEqual([alarm?.code, alarm?.until, alarm?.most], ['neighbouring-numbers', null, 20])
  await world.clock.advance(hour + 11 * minute)
  assert.deepEqual(codes(await looks()), ['neighbouring-numbers ended'])
})

test('nineteen in a row raise nothing, nor do the same number twenty times, nor thirty numbers far apart', async () => {
  await afresh()
  for (let at = 0; at < 19; at += 1) world.watch.tried(cedula(171_003_340 + at))
  for (let at = 0; at < 20; at += 1) other.watch.tried(cedula(171_003_340))
  for (let at = 0; at < 30; at += 1) world.watch.tried(cedula(172_000_000 + 700 * at))
  assert.deepEqual(codes(await looks()), [])
})

test('ID-3: what is kept for that holds no number, cannot be joined with another day, and knows no order', async () => {
  await afresh()
  const number = cedula(171_003_340)
  world.watch.tried(number)
  await looks()
  const rows = await tries()
  assert.equal(rows.length, 2, 'one for each grid')
  assert.ok(rows.every(({ crowd, member }) => crowd.length === 8 && member.length === 8))
  const today = new Set(rows.flatMap(({ crowd, member }) => [crowd.toString('hex'), member.toString('hex')]))
  assert.equal(today.size, 3)
  await world.clock.advance(day)
  await looks()
  world.watch.tried(number)
  await looks()
  const all = new Set((await tries()).flatMap(({ crowd, member }) => [crowd.toString('hex'), member.toString('hex')]))
  assert.equal(all.size, 6, 'nothing of the one day is equal to anything of the other')
})

test('people of one employer raise an alarm; as many unknown numbers do not, for whom the same is noted', async () => {
  await afresh()
  const ruc = '1790012345001'
  for (let at = 0; at < watchPolicy.employerPeople; at += 1) {
    const { jobs = [], ...record } = worker(at)
    await world.enrol({ ...record, jobs: [...jobs.map((job) => ({ ...job, to: job.to ?? '2026-06' })), { ruc, employer: 'Florícola El Rosal S.A.', province: '17', canton: 'Cayambe', from: '2026-07', to: null }] })
    await (await begin(world, record.id)).show()
  }
  const first = await world.watch.look()
  const employed = (await tries()).filter(({ kind }) => kind === 'employer')
  assert.deepEqual([employed.length, new Set(employed.map(({ crowd }) => crowd.toString('hex'))).size], [10, 1])
  assert.deepEqual(codes([...first, ...(await looks())]), ['one-employer'])
  await afresh()
  for (let at = 0; at < watchPolicy.employerPeople; at += 1) await (await begin(world, cedula(170_100_000 + 1_013 * at))).show()
  await world.watch.look()
  const strangers = (await tries()).filter(({ kind }) => kind === 'employer')
  assert.deepEqual([strangers.length, new Set(strangers.map(({ crowd }) => crowd.toString('hex'))).size], [10, 10])
  assert.ok(!codes(await looks()).includes('one-employer'))
})

test('L-15: one try at each of many numbers within a minute raises the alarm; the minutes of an alarm are no measure of what is usual', async () => {
  await afresh()
  for (let at = 0; at < 45; at += 1) assert.equal((await logIn(processes()[at % 2]!, cedula(170_200_000 + 977 * at), 'Quito2026', origin)).is, 'wrong')
  assert.deepEqual(codes(await looks()), ['login-spray'])
  const rate = await world.deps.store.tries.loginRate()
  assert.equal(rate.before, 0)
  await world.clock.advance(30 * minute)
  assert.deepEqual(codes(await looks()), ['login-spray ended'])
  assert.equal((await world.deps.store.tries.loginRate()).before, 0)
})

test('the usual rate is that of the last seven days', async () => {
  await afresh()
  const start = Math.ceil((await world.clock.now()) / minute) * minute
  await world.clock.freeze(start + second)
  await world.database.sql("insert into clave.login_failures select date_trunc('minute', clave.now()) - n * interval '1 minute', 20 from generate_series(11, 5000) n")
  for (let at = 0; at < 90; at += 1) world.watch.loginFailed()
  assert.deepEqual(codes(await looks()), [], 'five times 20 are 100')
  await world.clock.freeze(start + 3 * minute + second)
  for (let at = 0; at < 60; at += 1) other.watch.loginFailed()
  await other.watch.look()
  for (let at = 0; at < 40; at += 1) world.watch.loginFailed()
  const { before, minutes } = await world.deps.store.tries.loginRate()
  assert.ok(Math.abs(before / minutes - 20) < 1, `${before} in ${minutes} minutes`)
  assert.deepEqual(codes(await looks()), ['login-spray'], '100 of both processes in one minute')
})

test('a process notes so many tries between two looks and no more', async () => {
  await afresh()
  for (let at = 0; at < 3_000; at += 1) world.watch.tried(cedula(180_000_000 + 301 * at))
  await world.watch.look()
  assert.equal((await tries()).length, 4_000)
})
