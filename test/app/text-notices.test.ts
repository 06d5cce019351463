/** NOTICE-1 by text message: to whom, how many, and that nothing changes where there is no gateway. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { logIn, type LoginBrowser } from '../../src/app/log-in.ts'
import { repudiate } from '../../src/app/repudiate.ts'
import { beginUnlock } from '../../src/app/unlock.ts'
import type { RegisterContact, RegisterRecord } from '../../src/domain/person.ts'
import { hour, minute } from '../../src/domain/types.ts'
import { makeKey, origin, password } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { until } from '../support/post-office.ts'
import { wrongKey } from '../support/unlocking.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld({ texting: true })
  await world.clock.setNow(noon)
})
after(() => world.close())

const mobile = (value: string, verifiedBy: RegisterContact['verifiedBy']): RegisterContact => ({ kind: 'mobile', value, verifiedBy, since: '2020-03-01' })
const with_ = (n: number, ...contacts: readonly RegisterContact[]): RegisterRecord => ({ ...worker(n), contacts })
const from: LoginBrowser = { device: undefined, shared: true, language: 'es' }

async function keyFor(record: RegisterRecord, email: string): Promise<void> {
  await world.enrol(record)
  assert.deepEqual(await makeKey(world, record, email), { is: 'issued' })
}
const queued = (record: RegisterRecord): Promise<{ kind: string }[]> => world.database.sql<{ kind: string }>(
  `select kind from clave.outbox where person_key = decode($1, 'hex') and channel = 'text' order by id`, [world.personKey(record.id)])
const events = async (record: RegisterRecord): Promise<unknown[]> => (await world.database.sql<{ facts: unknown }>(
  `select facts from clave.audit_events where person_key = decode($1, 'hex') and type = 'notice.texted' order by seq`, [world.personKey(record.id)])).map(({ facts }) => facts)
const settled = (): Promise<void> => until('everything went out', async () => {
  const [row] = await world.database.sql<{ n: number }>(`select (select count(*) from clave.unlock_requests where done_at is null)::int
    + (select count(*) from clave.outbox where sent_at is null and given_up_at is null)::int as n`)
  return row?.n === 0
})
async function signIn(record: RegisterRecord, typed = password): Promise<void> {
  await world.clock.advance(minute)
  await logIn(world.deps, record.id, typed, origin, from)
}
async function block(record: RegisterRecord): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await signIn(record, wrongKey)
  await settled()
}

test('a new key is told to every mobile an office or a code verified, each with its own link; to none that nobody verified, and not to the one typed here', async () => {
  const record = with_(0, mobile('+593980000001', 'office'), mobile('+593980000002', 'code'), mobile('+593980000003', 'none'), { ...mobile('+59322345678', 'office'), kind: 'landline' })
  await keyFor(record, 'texto0@example.org')
  const [first, second] = [await world.texts!.waitFor('+593980000001'), await world.texts!.waitFor('+593980000002')]
  assert.match(first.text, /^Se ha generado su clave \(22\/11 12:00, hora de Ecuador\)\. No fui yo: http:\/\/localhost:3000\/no-fui-yo\/[\w-]{43}$/)
  assert.notEqual(first.text, second.text)
  await settled()
  assert.deepEqual(world.texts!.texts.map(({ to }) => to).sort(), ['+593980000001', '+593980000002'])
  assert.deepEqual(await events(record), [{ kind: 'key-issued', texts: 2, withheld: false }])
})

test('the link of a text freezes the key like that of a mail, and the freezing is told by text without a link', async () => {
  const record = with_(1, mobile('+593980000011', 'office'))
  await keyFor(record, 'texto1@example.org')
  const { text } = await world.texts!.waitFor('+593980000011')
  const token = text.split('/no-fui-yo/')[1]!
  assert.deepEqual(await repudiate(world.deps, token, worker(2).id, 'es', origin), { is: 'not-theirs', triesLeft: 4 })
  assert.deepEqual(await repudiate(world.deps, token, record.id, 'es', origin), { is: 'frozen', sessionsEnded: 0 })
  assert.match((await world.texts!.waitFor('+593980000011')).text, /^Su clave se ha congelado/)
})

test('a stranger who blocks a key again and again causes two texts a day, and uses up nothing of the others', async () => {
  const record = with_(3, mobile('+593980000031', 'office'))
  await keyFor(record, 'texto3@example.org')
  for (let turn = 0; turn < 4; turn += 1) {
    await block(record)
    // As the owner does by mail, so that strangers can block again; the ceiling of LOGIN-5 is not what holds here.
    await world.database.sql(`update clave.login_attempts set in_a_row = 0, since_success = 0 where person_key = decode($1, 'hex')`, [world.personKey(record.id)])
  }
  assert.deepEqual((await queued(record)).map(({ kind }) => kind), ['key-issued', 'key-blocked', 'key-blocked'])
  assert.deepEqual((await events(record)).slice(3), Array.from({ length: 2 }, () => ({ kind: 'key-blocked', texts: 0, withheld: true })))
  await signIn(record)
  await settled()
  assert.equal((await queued(record)).at(-1)?.kind, 'device-new')
  await world.clock.advance(24 * hour)
  await block(record)
  assert.equal((await queued(record)).at(-1)?.kind, 'key-blocked', 'tomorrow is another day')
})

test('ten texts a day for one person; the mails go on', async () => {
  const record = with_(4, mobile('+593980000041', 'office'))
  await keyFor(record, 'texto4@example.org')
  for (let turn = 0; turn < 12; turn += 1) {
    await signIn(record)
    await settled() // or the clock would run out on what is under way
  }
  assert.equal((await queued(record)).length, 10)
  assert.equal(world.inbox.mails.filter(({ to, subject }) => to === 'texto4@example.org' && /navegador nuevo/.test(subject)).length, 12)
  assert.deepEqual((await events(record)).at(-1), { kind: 'device-new', texts: 0, withheld: true })
})

test('PROOF-7: what a try at an unknown number writes while the page is answered is what it writes for a known one; texts come afterwards, from the clerk', async () => {
  const record = with_(5, mobile('+593980000051', 'office'))
  await keyFor(record, 'texto5@example.org')
  await settled()
  const written = async (id: RegisterRecord['id']): Promise<unknown> => {
    const person = world.personKey(id)
    for (let turn = 0; turn < 5; turn += 1) {
      await world.clock.advance(minute)
      await logIn(world.deps, id, wrongKey, origin, from)
    }
    return world.database.sql(`select (select count(*)::int from clave.unlock_requests where person_key = decode($1, 'hex')) as asked,
      (select count(*)::int from clave.audit_events where person_key = decode($1, 'hex') and type = 'login.failed') as failed`, [person])
  }
  assert.deepEqual(await written(record.id), await written(worker(8).id))
  await settled()
  assert.equal((await queued(record)).at(-1)?.kind, 'key-blocked')
  assert.deepEqual(await queued(worker(8)), [])
})

test('UNLOCK-2: what a stranger may ask for comes by mail alone, however often it is asked for', async () => {
  const record = with_(9, mobile('+593980000091', 'office'))
  await keyFor(record, 'texto9@example.org')
  for (let turn = 0; turn < 3; turn += 1) {
    const proof = { solved: true, challenge: `texto-${turn}`, expiresAt: (await world.clock.now()) + 600_000 } as const
    assert.equal((await beginUnlock(world.deps, record.id, proof, 'es', origin)).is, 'asked')
    await settled()
    await world.clock.advance(20 * minute)
  }
  assert.ok(world.inbox.mails.some(({ to, links }) => to === 'texto9@example.org' && links.some((link) => link.includes('/desbloquear/enlace/'))), 'the mail came')
  assert.deepEqual((await queued(record)).map(({ kind }) => kind), ['key-issued'])
})

test('the mobile given up here is told for 240 hours if somebody had verified it; the register’s too, and then no more', async () => {
  const record = with_(6, mobile('+593980000061', 'office'))
  await keyFor(record, 'texto6@example.org')
  const person = world.personKey(record.id)
  const place = (value: string) => world.deps.store.transaction(async (tx) => {
    await world.deps.store.own.contacts.put(tx, person, 'phone', { kind: 'mobile', value, verifiedBy: 'none', moneyFrom: await world.deps.store.now() })
    await world.deps.store.append(tx, person, { type: 'contact.changed', facts: { kind: 'phone', moneyFrom: '', notices: 0 }, personal: { network: '' } })
  })
  await place('+593980000061')
  await place('+593980000062')
  await world.database.sql(`insert into clave.former_contacts (person_key, kind, value_hash, value, ended_at, verified_by)
    values (decode($1, 'hex'), 'mobile', 'x', $2, clave.now(), 'office')`, [person, world.cipher.encrypt(person, 'contact', '+593980000063')])
  const toldNow = async (): Promise<string[]> => {
    const before = world.texts!.texts.length
    await signIn(record)
    await settled()
    return world.texts!.texts.slice(before).map(({ to }) => to).sort()
  }
  assert.deepEqual(await toldNow(), ['+593980000061', '+593980000063'])
  await world.clock.advance(240 * hour)
  assert.deepEqual(await toldNow(), [])
})

test('without a gateway nothing is queued as a text and nothing is written about it', async () => {
  const plain = await createWorld()
  try {
    await plain.clock.setNow(noon)
    const record = with_(7, mobile('+593980000071', 'office'))
    await plain.enrol(record)
    assert.deepEqual(await makeKey(plain, record, 'texto7@example.org'), { is: 'issued' })
    assert.deepEqual(await plain.database.sql(`select 1 from clave.outbox where channel = 'text'`), [])
    assert.deepEqual(await plain.database.sql(`select 1 from clave.audit_events where type = 'notice.texted'`), [])
  } finally {
    await plain.close()
  }
})
