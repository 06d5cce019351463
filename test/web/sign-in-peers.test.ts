/** The mistakes of others that concern signing in (docs/peers.md), each tried on ours through the pages. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { unlockByCode, openUnlock } from '../../src/app/unlock.ts'
import { minute, second } from '../../src/domain/types.ts'
import { origin } from '../support/journeys.ts'
import { noon } from '../support/people.ts'
import { askToUnlock, mailThat, owner, signIn, stranger, wrongKey, wrongKeys } from '../support/unlocking.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})
const key = (number: string): string => world.personKey({ type: 'cedula', value: number })
const counts = async (number: string): Promise<{ in_a_row: number; since_success: number } | undefined> => (await world.database.sql<{ in_a_row: number; since_success: number }>(
  `select in_a_row, since_success from clave.login_attempts where lane = 'stranger' and person_key = decode($1, 'hex')`, [key(number)]))[0]
const events = async (number: string, type: string): Promise<number> => (await world.database.sql<{ n: number }>(
  `select count(*)::int as n from clave.audit_events where type = $2 and person_key = decode($1, 'hex')`, [key(number), type]))[0]!.n

test('peers 1, peers 2: the wait lasts as long as the page says, to the second', async () => {
  const { number } = await owner(world, 0)
  const browser = stranger(world)
  const start = Date.parse(noon)
  await world.clock.freeze(start)
  await signIn(browser, number, wrongKey)
  await world.clock.freeze(start + 60 * second)
  await signIn(browser, number, wrongKey)
  const early = await signIn(browser, number)
  assert.deepEqual([early.status, early.headers['retry-after']], [429, '2'])
  await world.clock.freeze(start + 62 * second - 1)
  assert.equal((await signIn(browser, number)).status, 429)
  await world.clock.freeze(start + 62 * second)
  assert.equal((await signIn(browser, number)).path, '/mi-clave')
  await world.clock.setNow(noon)
})

test('peers 2: the lent lane ends when the page says', async () => {
  const { number, email } = await owner(world, 1)
  await wrongKeys(world, stranger(world), number)
  await mailThat(world, email, /se bloqueó/)
  await world.clock.setNow('2026-11-22T18:58:00Z')
  const browser = stranger(world)
  const page = await askToUnlock(world, browser, number)
  const { code } = await mailThat(world, email, /Desbloquee/)
  await world.clock.freeze('2026-11-22T19:00:00Z')
  const done = await browser.submit(page, 'Desbloquear', { codigo: code! })
  assert.match(done.text, /antes de las 14:15/)
  await wrongKeys(world, stranger(world), number)
  await world.clock.freeze('2026-11-22T19:14:59.999Z')
  const lane = async (): Promise<string> => (await world.deps.store.logins.claim(world.personKey({ type: 'cedula', value: number }), world.deps.secrets.tokenHash(browser.cookies.get('device')!.slice(0, 43)))).lane
  assert.equal(await lane(), 'unlocked')
  await world.clock.freeze('2026-11-22T19:15:00Z')
  assert.equal(await lane(), 'stranger')
  await world.clock.setNow('2026-11-22T20:00:00Z')
})

test('peers 3, peers 10, peers 11: two hundred wrong keys at once in two browsers: one comparison each for strangers, five in the known one', async () => {
  const { number } = await owner(world, 2)
  const known = stranger(world)
  await signIn(known, number)
  known.cookies.delete('session')
  const before = await events(number, 'login.failed')
  const [form, other] = [await known.get('/ingresar'), stranger(world)]
  const strange = await other.get('/ingresar')
  const typed = { 'Número de cédula': number, Clave: wrongKey }
  const now = await world.clock.now()
  await world.clock.freeze(now) // or a slow machine outlives the waits
  await Promise.all(Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? known.submit(form, 'Ingresar', typed) : other.submit(strange, 'Ingresar', typed))))
  await world.clock.setNow(now)
  assert.equal(await events(number, 'login.failed') - before, 6)
  assert.deepEqual(await counts(number), { in_a_row: 1, since_success: 6 })
})

test('peers 4: signing in to one’s own account puts nothing back for another number', async () => {
  const [mine, victim] = [await owner(world, 3), await owner(world, 4)]
  const attacker = stranger(world)
  for (let turn = 0; turn < 5; turn += 1) {
    await wrongKeys(world, attacker, victim.number, 1)
    await signIn(attacker, mine.number)
    attacker.cookies.delete('session')
  }
  assert.deepEqual(await counts(victim.number), { in_a_row: 5, since_success: 5 })
  assert.equal((await signIn(attacker, victim.number)).status, 422)
})

test('peers 5: a hundred early tries are answered at once, and none holds its connection', async () => {
  const { number } = await owner(world, 5)
  const browser = stranger(world)
  await wrongKeys(world, browser, number, 4) // the next wait is eight seconds
  const form = await browser.get('/ingresar')
  const began = performance.now()
  const answers = await Promise.all(Array.from({ length: 40 }, () => browser.submit(form, 'Ingresar', { 'Número de cédula': number, Clave: wrongKey })))
  assert.ok(performance.now() - began < 8_000)
  assert.ok(answers.every(({ status }) => status === 429 || status === 503))
})

test('peers 6: every wrong key that is compared costs a try, and so does every wrong code', async () => {
  const { number } = await owner(world, 6)
  const browser = stranger(world)
  for (let turn = 1; turn <= 3; turn += 1) {
    await wrongKeys(world, browser, number, 1)
    assert.equal((await counts(number))?.in_a_row, turn)
  }
})

test('peers 10: a hundred codes at once in one browser: five are compared', async () => {
  const { number } = await owner(world, 7)
  const browser = stranger(world)
  await askToUnlock(world, browser, number)
  const journey = (await openUnlock(world.deps, browser.cookies.get('unlock')!))!
  await Promise.all(Array.from({ length: 100 }, () => unlockByCode(world.deps, journey, '00000000', { device: undefined, origin })))
  assert.ok(await events(number, 'link.refused') <= 5)
})

test('peers 12: using and prolonging a session touches no counter', async () => {
  const { number } = await owner(world, 8)
  const browser = stranger(world)
  const home = await signIn(browser, number)
  await wrongKeys(world, stranger(world), number, 5)
  for (let turn = 0; turn < 3; turn += 1) await browser.get('/mi-clave')
  const form = home.forms.find(({ action }) => action === '/sesion/seguir')!
  await browser.post('/sesion/seguir', { ...form.fields })
  assert.deepEqual(await counts(number), { in_a_row: 5, since_success: 5 })
})

test('peers 13: with spaces, with hyphens or by an alias, it is one count', async () => {
  const { number, record } = await owner(world, 9)
  await world.enrol({ ...record, aliases: [{ type: 'extranjero', value: 'EX0099123' }] })
  const browser = stranger(world)
  for (const typed of [number, `${number.slice(0, 9)}-${number.slice(9)}`, ` ${number.slice(0, 4)} ${number.slice(4)} `, 'ex 0099123', 'EX0099123']) {
    await world.clock.advance(minute)
    await signIn(browser, typed, wrongKey)
  }
  assert.deepEqual(await counts(number), { in_a_row: 5, since_success: 5 })
})

test('peers 14: a success ends the run, and five more are five', async () => {
  const { number } = await owner(world, 10)
  const browser = stranger(world)
  await wrongKeys(world, browser, number, 4)
  await world.clock.advance(minute)
  assert.equal((await signIn(browser, number)).path, '/mi-clave')
  assert.deepEqual(await counts(number), { in_a_row: 0, since_success: 0 })
  const other = stranger(world)
  await wrongKeys(world, other, number, 4)
  await world.clock.advance(minute)
  assert.equal((await signIn(other, number)).path, '/mi-clave')
})
