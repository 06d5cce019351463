import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { ownDataParts } from '../../../src/store/own-data.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, key, owner, signIn, tryToSignIn } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/mi-clave/mis-datos'

test('D-08: every table that names a person is in the copy', async () => {
  const rows = await world.database.sql<{ table_name: string }>(`
    select distinct table_name from information_schema.columns where table_schema = 'clave' and column_name = 'person_key' order by 1`)
  // The register is a part of its own; events are the activity, and the end of their chain is the last receipt. An alias is a hash of what the register says.
  const elsewhere = ['aliases', 'audit_events', 'people', 'person_streams']
  assert.deepEqual(rows.map(({ table_name }) => table_name), [...ownDataParts.map(({ table }) => table), ...elsewhere].sort())
})

test('D-08: the copy is readable, whole, written down, and has no secret in it', async () => {
  const who = await owner(world, { secondEmail: 'otra@example.org' })
  await tryToSignIn(world, who, 'una clave equivocada', world.browser({ from: '198.51.100.7' }))
  await world.clock.advance(2_000)
  const browser = await signIn(world, who)
  const file = await browser.submit(await browser.get(path), 'Descargar mis datos')
  assert.equal(file.headers['content-disposition'], 'attachment; filename="mis-datos.json"')
  const copy = JSON.parse(file.body) as Record<string, Record<string, unknown>[]> & { registro: unknown }
  assert.deepEqual(copy.registro, JSON.parse(JSON.stringify(who.record)))
  assert.deepEqual(copy['contactos']?.map(({ valor }) => valor), [who.email, 'otra@example.org', '+593991234567'])
  assert.deepEqual(copy['preguntasPersonales']?.map(({ pregunta }) => pregunta), ['first-boss', 'first-teacher', 'neighbour'])
  assert.deepEqual(copy['sesiones']?.map(({ desde }) => desde), [{ network: '203.0.113.0/24', browser: '' }])
  assert.equal(copy['clave']?.[0]?.['estado'], 'active')
  const events = await eventsOf(world, who)
  assert.deepEqual(copy['actividad']?.map(({ tipo }) => tipo).reverse(), events)
  assert.equal(events.at(-1), 'data.exported')
  assert.ok(copy['actividad']?.some(({ red, dice }) => red === '198.51.100.x' && dice === 'Alguien escribió una clave equivocada.'))
  const account = await world.deps.store.transaction((tx) => world.deps.store.accounts.load(tx, who.person))
  for (const secret of [key, account!.passwordHash, browser.cookies.get('session')!, 'argon2', who.person]) assert.ok(!file.body.includes(secret), secret)
})

test('D-08: of the account for payments the copy says what its page says: a session is not enough to read it', async () => {
  const who = await owner(world)
  await world.deps.store.transaction(async (tx) => {
    await world.deps.store.services.saveBankAccount(tx, who.person, { bank: 'pichincha', kind: 'savings', number: '2209876543' })
    await world.deps.store.append(tx, who.person, { type: 'money.account-registered', facts: { notices: 0 } })
  })
  const browser = await signIn(world, who)
  const file = await browser.submit(await browser.get(path), 'Descargar mis datos')
  assert.deepEqual((JSON.parse(file.body) as { cuentaBancaria: { cuenta: unknown }[] }).cuentaBancaria[0]?.cuenta, { bank: 'pichincha', kind: 'savings', number: '•••• 6543' })
  assert.ok(!file.body.includes('220987'))
})

test('D-08: nothing of anybody else; the key is asked after five minutes', async () => {
  const [who, other] = [await owner(world), await owner(world)]
  await signIn(world, other)
  const browser = await signIn(world, who)
  const page = await browser.get(path)
  const file = await browser.submit(page, 'Descargar mis datos')
  for (const foreign of [other.email, other.record.id.value]) assert.ok(!file.body.includes(foreign))
  await world.clock.advance(6 * 60_000)
  assert.equal((await browser.submit(page, 'Descargar mis datos')).path, '/mi-clave/confirmar?volver=data')
})
