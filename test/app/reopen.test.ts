import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { outlook } from '../../src/app/proofing.ts'
import { askToReopen, reopenByCode } from '../../src/app/reopen.ts'
import { useLink } from '../../src/app/confirm-address.ts'
import { cedulaCheckDigit } from '../../src/domain/identifier.ts'
import type { Identifier, RegisterRecord } from '../../src/domain/person.ts'
import { day } from '../../src/domain/types.ts'
import type { Screen } from '../support/browser.ts'
import { begin, makeKey, nextCode, origin, type Walk } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { mailTo } from '../web/my-key/signed-in.ts'
import { freshBrowser, identifyAs } from '../web/first-key/walk.ts'

let world: World
let people = 0
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const keyOf = (id: Identifier): Buffer => Buffer.from(world.personKey(id), 'hex')

async function close(id: Identifier): Promise<Walk> {
  const walk = await begin(world, id)
  await walk.show()
  await world.database.sql('update clave.proofing_attempts set open_attempt = null, open_deck = null, used_in_all = 9 where person_key = $1', [keyOf(id)])
  return walk
}

async function somebody(): Promise<{ record: RegisterRecord; email: string }> {
  people += 1
  const email = `conocido${people}@example.org`
  const record: RegisterRecord = { ...worker(people), contacts: [{ kind: 'email', value: email, verifiedBy: 'office', since: '2023-05-01' }] }
  await world.enrol(record)
  return { record, email }
}

async function unknownWithDeck(): Promise<Identifier> {
  for (let n = 0; ; n += 1) {
    const nine = `17${String(6_000_000 + n)}`
    const id: Identifier = { type: 'cedula', value: `${nine}${cedulaCheckDigit(nine)}` }
    if ((await outlook(world.deps, await (await begin(world, id)).read())).outlook.is === 'free') return id
  }
}

const events = async (id: Identifier): Promise<readonly string[]> =>
  (await world.database.sql<{ type: string }>('select type from clave.audit_events where person_key = $1 order by seq', [keyOf(id)])).map(({ type }) => type)

test('PROOF-9: a closed process opens with three attempts by a code to an address the register had verified', async () => {
  const { record, email } = await somebody()
  const walk = await close(record.id)
  assert.equal(await askToReopen(world.deps, await walk.read()), 'asked')
  assert.equal(await reopenByCode(world.deps, await walk.read(), '00000000', origin), false)
  assert.equal(await reopenByCode(world.deps, await walk.read(), await nextCode(world, email), origin), true)
  assert.deepEqual((await outlook(world.deps, await walk.read())).outlook, { is: 'free', leftToday: 3, leftInAll: 3 })
  assert.ok((await events(record.id)).includes('proofing.reopened'))
  for (let turn = 0; turn < 3; turn += 1) {
    await walk.show()
    await walk.answer(null)
  }
  assert.deepEqual((await outlook(world.deps, await walk.read())).outlook, { is: 'closed' })
})

test('PROOF-9: twice in 365 days and not a third time, which is answered alike', async () => {
  const { record, email } = await somebody()
  for (const expected of [true, true, false]) {
    const walk = await close(record.id)
    assert.equal(await askToReopen(world.deps, await walk.read()), 'asked')
    const code = expected ? await nextCode(world, email) : '12345678'
    assert.equal(await reopenByCode(world.deps, await walk.read(), code, origin), expected)
    await world.clock.advance(day)
  }
  await world.clock.advance(365 * day)
  const walk = await close(record.id)
  await askToReopen(world.deps, await walk.read())
  assert.equal(await reopenByCode(world.deps, await walk.read(), await nextCode(world, email), origin), true)
  await world.clock.setNow(noon)
})

test('PROOF-9: the link in the mail does it too, only in the browser that asked', async () => {
  const { record, email } = await somebody()
  const walk = await close(record.id)
  await askToReopen(world.deps, await walk.read())
  await nextCode(world, email)
  const token = world.inbox.mails.filter(({ to }) => to === email).at(-1)!.links[0]!.split('/').pop()!
  assert.deepEqual(await useLink(world.deps, token, await (await begin(world, record.id)).read()), { is: 'unknown' })
  assert.deepEqual(await useLink(world.deps, token, await walk.read()), { is: 'confirmed' })
  assert.equal((await useLink(world.deps, token, await walk.read())).is, 'not-good')
})

test('NOTICE-1: who has a key is told of a reopening at every address, each with «No fui yo»; who has none got the code and no more', async () => {
  const { record, email } = await somebody()
  const own = `propio-${email}`
  await makeKey(world, record, own)
  const walk = await close(record.id)
  await askToReopen(world.deps, await walk.read())
  const code = await nextCode(world, own)
  assert.equal(await reopenByCode(world.deps, await walk.read(), code, origin), true)
  for (const to of [own, email]) assert.match((await mailTo(world, to, /volvió a abrir/)).links[0] ?? '', /\/no-fui-yo\//)
  const keyless = await somebody()
  const other = await close(keyless.record.id)
  await askToReopen(world.deps, await other.read())
  assert.equal(await reopenByCode(world.deps, await other.read(), await nextCode(world, keyless.email), origin), true)
  const rows = await world.database.sql('select kind from clave.outbox where person_key = $1', [keyOf(keyless.record.id)])
  assert.deepEqual(rows, [{ kind: 'reopen' }])
})

test('PROOF-9: an open process is not opened, and nothing is sent', async () => {
  const { record } = await somebody()
  const walk = await begin(world, record.id)
  assert.equal(await askToReopen(world.deps, await walk.read()), 'not-closed')
})

test('PROOF-9, LINK-4: the sixth mail of an hour is not sent, and a frozen key is written nothing; both hear the same', async () => {
  const { record, email } = await somebody()
  const walk = await close(record.id)
  // Each mail is awaited before the next is asked for: a newer link takes the older mail out of the box if it has not left yet.
  for (let turn = 0; turn < 5; turn += 1) {
    assert.equal(await askToReopen(world.deps, await walk.read()), 'asked')
    await nextCode(world, email)
  }
  assert.equal(await askToReopen(world.deps, await walk.read()), 'asked')
  const rows = await world.database.sql("select 1 from clave.outbox where person_key = $1 and kind = 'reopen' and given_up_at is null", [keyOf(record.id)])
  assert.equal(rows.length, 5)
  const frozen = await somebody()
  await makeKey(world, frozen.record, 'congelada@example.org')
  await world.database.sql(`with event as (select clave.append_event($1, 'key.frozen', '{"sessionsEnded":0}'))
    update clave.accounts set state = 'frozen', frozen_at = clave.now() from event where person_key = $1`, [keyOf(frozen.record.id)])
  assert.equal(await askToReopen(world.deps, await (await close(frozen.record.id)).read()), 'asked')
  assert.equal((await events(frozen.record.id)).at(-1), 'link.refused')
})

test('E-03, E-04, E-07: every page of it is the same for a known and an unknown number, and so is what is written', async () => {
  const { record } = await somebody()
  const nobody = await unknownWithDeck()
  const bare = (screen: Screen): string => `${screen.status} ${screen.path} ${screen.body.replace(/name="formulario" value="[^"]*"/g, '').replace(/hasta las \d\d:\d\d/g, '')}`
  const pages: string[][] = []
  for (const id of [record.id, nobody]) {
    await close(id)
    const browser = freshBrowser(world)
    const closed = await identifyAs(world, browser, id.value)
    const before = await browser.get(closed.link('Abrir otra vez con un código'))
    const asked = await browser.submit(before, 'Pedir el correo')
    const wrong = []
    for (let turn = 0; turn < 6; turn += 1) wrong.push(await browser.submit(asked, 'Confirmar', { codigo: '1111 1111' }))
    assert.deepEqual(wrong[0]?.errors, ['Ese código no es correcto o ya no sirve'])
    pages.push([closed, before, asked, ...wrong].map(bare))
  }
  assert.deepEqual(pages[0], pages[1])
  const written = await Promise.all([record.id, nobody].map((id) => world.database.sql(`
    select (select count(*)::int from clave.links where person_key = $1) as links, (select count(*)::int from clave.outbox where person_key = $1) as mails`, [keyOf(id)])))
  assert.deepEqual(written[0], written[1])
})

test('peers 14: what a success clears stays cleared, and a reopening never gives more than three', async () => {
  const { record, email } = await somebody()
  const walk = await close(record.id)
  await askToReopen(world.deps, await walk.read())
  const code = await nextCode(world, email)
  const both = await Promise.all([1, 2].map(async () => reopenByCode(world.deps, await walk.read(), code, origin)))
  assert.deepEqual(both.sort(), [false, true])
  assert.deepEqual((await outlook(world.deps, await walk.read())).outlook, { is: 'free', leftToday: 3, leftInAll: 3 })
})
