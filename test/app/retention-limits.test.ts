/** Deleting by time frees nobody of a limit: each is looked at just before its own window ends, after a sweep (D-04). */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addressesOnFile } from '../../src/app/addresses-on-file.ts'
import { sweepAll } from '../../src/app/retention.ts'
import { outlook } from '../../src/app/proofing.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { day, minute } from '../../src/domain/types.ts'
import { makeRetention } from '../../src/store/retention.ts'
import { begin } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { owner, signIn, tryToSignIn } from '../web/my-key/signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const sweep = () => sweepAll(makeRetention(world.db), world.deps.policy)
const within = <T>(work: Parameters<World['deps']['store']['transaction']>[0]): Promise<T> => world.deps.store.transaction(work) as Promise<T>

test('LINK-4: mails of the hour and of the day are counted to the end of both', async () => {
  const { store } = world.deps
  const person = 'aa'.repeat(16) as PersonKey
  for (let turn = 0; turn < 5; turn += 1) await within((tx) => store.outbox.queue(tx, person, { kind: 'confirm-address', to: 'a@example.org', language: 'es', token: `t${turn}` }))
  await world.database.sql('update clave.outbox set sent_at = clave.now() where person_key = $1', [Buffer.from(person, 'hex')])
  const recent = () => within<{ toPerson: number; toAddress: number }>((tx) => store.outbox.recent(tx, person, 'a@example.org'))
  await world.clock.advance(59 * minute)
  await sweep()
  assert.deepEqual(await recent(), { toPerson: 5, toAddress: 5 })
  await world.clock.advance(day - 60 * minute)
  await sweep()
  assert.deepEqual(await recent(), { toPerson: 0, toAddress: 5 })
})

test('PROOF-9: reopenings are counted to the end of their 365 days', async () => {
  const { store } = world.deps
  const person = 'ab'.repeat(16) as PersonKey
  for (let turn = 0; turn < 2; turn += 1) {
    await within((tx) => store.reopenings.reopen(tx, person, 3))
    await world.clock.advance(minute)
  }
  const lately = async () => (await within<{ byContact: number }>((tx) => store.reopenings.lately(tx, person))).byContact
  await world.clock.advance(365 * day - 4 * minute)
  await sweep()
  assert.equal(await lately(), 2)
  await world.clock.advance(5 * minute)
  assert.equal(await lately(), 0)
})

test('PROOF-9: an address that was given up here stays given up when its value is erased, though the register still has it', async () => {
  const record = { ...worker(3), contacts: [{ kind: 'email', value: 'Vieja@example.org', verifiedBy: 'office', since: '2020-01-01' }] } as const
  const person = await world.enrol(record)
  const { store } = world.deps
  const onFile = () => within<readonly string[]>((tx) => addressesOnFile(store, tx, person, record))
  assert.deepEqual(await onFile(), ['vieja@example.org'])
  await within(async (tx) => {
    await store.own.contacts.put(tx, person, 'email', { kind: 'email', value: 'vieja@example.org', verifiedBy: 'link', moneyFrom: 0 })
    await store.append(tx, person, { type: 'contact.changed', facts: { kind: 'email', moneyFrom: 0, notices: 0 } })
  })
  await within(async (tx) => {
    await store.own.contacts.remove(tx, person, 'email')
    await store.append(tx, person, { type: 'contact.removed', facts: { kind: 'email', notices: 0 } })
  })
  assert.deepEqual(await onFile(), [])
  await world.clock.advance(366 * day)
  assert.equal((await sweep())['former-contacts'], 1)
  assert.deepEqual(await onFile(), [])
  assert.deepEqual((await store.own.data.parts(person, 'whole'))['contactosAnteriores'], [{ tipo: 'email', valor: null, comprobadoPor: 'link', hasta: await ended(person) }])
})

const ended = async (person: PersonKey): Promise<string> =>
  (await world.database.sql<{ at: string }>(`select to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from clave.former_contacts where person_key = $1`, [Buffer.from(person, 'hex')]))[0]!.at

test('PASS-4, PROOF-2, LOGIN-1: ten years later a popular password is popular, a closed process closed, a blocked key blocked', async () => {
  const { store } = world.deps
  for (let turn = 0; turn < 100; turn += 1) await within((tx) => store.popularity.count(tx, 'tres tristes tigres'))
  const stranger = worker(5)
  await world.enrol(stranger)
  const walk = await begin(world, stranger.id)
  await walk.show()
  await world.database.sql('update clave.proofing_attempts set open_attempt = null, open_deck = null, used_in_all = 9 where person_key = $1', [Buffer.from(world.personKey(stranger.id), 'hex')])
  const who = await owner(world)
  await world.database.sql("insert into clave.login_attempts values ($1, 'stranger', 5, 5, clave.now())", [Buffer.from(who.person, 'hex')])
  await world.clock.advance(3653 * day)
  await sweep()
  assert.equal(await within((tx) => store.popularity.isFull(tx, 'tres tristes tigres')), true)
  assert.deepEqual((await outlook(world.deps, await (await begin(world, stranger.id)).read())).outlook, { is: 'closed' })
  assert.equal((await tryToSignIn(world, who)).screen.path, '/ingresar')
  await world.database.sql('delete from clave.login_attempts where person_key = $1', [Buffer.from(who.person, 'hex')])
  await signIn(world, who)
})

test('LOGIN-2, SESSION-1: an open session and a remembered browser live through a sweep', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  await world.clock.advance(10 * minute)
  await sweep()
  assert.equal((await browser.get('/mi-clave')).path, '/mi-clave')
  await world.clock.advance(364 * day)
  await sweep()
  assert.equal((await world.deps.store.own.sessions.devices(who.person)).length, 1)
})
