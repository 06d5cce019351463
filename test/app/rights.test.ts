/** D-08: erasing and taking away, looked at in every table; what protects stays. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { erasePerson, takeAway, type Eraser } from '../../src/app/rights.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { verifyAllChains } from '../../src/store/audit-chains.ts'
import { eraserOf, livedIn } from '../support/erasing.ts'
import { makeKey } from '../support/journeys.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { eventsOf, mailTo, owner, signIn, tryToSignIn, type Owner } from '../web/my-key/signed-in.ts'

let world: World
let eraser: Eraser
before(async () => {
  world = await createWorld()
  eraser = eraserOf(world)
  await world.clock.setNow(noon)
})

const found = async (who: Owner) => world.deps.register.findByKey(await world.deps.register.resolve(who.record.id))
const keyOf = (who: Owner): Buffer => Buffer.from(who.person, 'hex')

async function rowsOf(person: PersonKey): Promise<Record<string, number>> {
  const tables = await world.database.sql<{ name: string }>("select table_name as name from information_schema.columns where table_schema = 'clave' and column_name = 'person_key' order by 1")
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await world.database.sql<{ rows: number }>(`select count(*)::int as rows from clave.${name} where person_key = $1`, [Buffer.from(person, 'hex')])
    counts[name] = row!.rows
  }
  return counts
}

/** What works beside requests has written all it will: the rows of somebody else stay as many as they are. */
async function untilQuiet(): Promise<void> {
  const open = `select from clave.unlock_requests where done_at is null union all select from clave.outbox where sent_at is null and given_up_at is null`
  for (let turn = 0; turn < 200 && (await world.database.sql(open)).length > 0; turn += 1) await sleep(25)
}

test('LOPDP erasure: nothing the person gave is left, nobody else loses anything, the chain holds, and it is told and written down', async () => {
  const [who, other] = [await owner(world, { secondEmail: 'vieja@example.org' }), await owner(world, { secondEmail: 'vieja@example.org' })]
  for (const each of [who, other]) await livedIn(world, each)
  const browser = await signIn(world, who)
  await untilQuiet()
  const [before, others] = [await rowsOf(who.person), await rowsOf(other.person)]
  for (const [table, rows] of Object.entries(before)) if (table !== 'aliases') assert.ok(rows > 0, `the test has something in ${table}`)
  const erased = await erasePerson(world.deps, eraser, await found(who), 'CASO-1')
  assert.equal(erased.keyStaysFrozen, false)
  assert.deepEqual(Object.entries(await rowsOf(who.person)).filter(([, rows]) => rows > 0).map(([table]) => table), [
    'audit_events', 'former_contacts', 'links', 'login_attempts', 'outbox', 'people', 'person_streams', 'proofing_attempts', 'reopenings', 'unlock_requests'])
  assert.deepEqual(await rowsOf(other.person), others)
  const left = await world.database.sql(`
    select (select count(*)::int from clave.audit_events where person_key = $1 and personal is not null) as places,
           (select count(*)::int from clave.former_contacts where person_key = $1 and value is not null) as contacts,
           (select count(*)::int from clave.links where person_key = $1 and consumed_at is null and superseded_at is null) as links,
           (select count(*)::int from clave.unlock_requests where person_key = $1 and done_at is null) as requests,
           (select string_agg(lane, ' ') from clave.login_attempts where person_key = $1) as lanes`, [keyOf(who)])
  assert.deepEqual(left, [{ places: 0, contacts: 0, links: 0, requests: 0, lanes: 'stranger' }])
  await verifyAllChains(world.db, { onFault: (fault) => assert.fail(JSON.stringify(fault)) })
  assert.equal((await eventsOf(world, who)).at(-1), 'rights.erased')
  assert.match((await mailTo(world, who.email, /Borramos los datos/)).text, /acérquese a una oficina/)
  assert.match((await browser.get('/mi-clave')).path, /^\/ingresar/)
  const again = await erasePerson(world.deps, eraser, await found(who), 'CASO-1')
  assert.deepEqual([again.rows <= 1, again.notices], [true, 0], 'the last mail of before at most')
})

test('what protects is not reset by erasing: attempts, wrong keys, mails of the hour, and the block of «No fui yo»', async () => {
  const who = await owner(world, { secondEmail: 'vieja@example.org' })
  await livedIn(world, who)
  await world.database.sql("update clave.proofing_attempts set open_attempt = null, open_deck = null, used_in_all = 9 where person_key = $1", [keyOf(who)])
  const counts = () => world.database.sql(`
    select (select used_in_all from clave.proofing_attempts where person_key = $1) as proofing,
           (select since_success from clave.login_attempts where person_key = $1 and lane = 'stranger') as wrong,
           (select count(*)::int from clave.reopenings where person_key = $1) as reopenings,
           (select count(*)::int from clave.outbox where person_key = $1 and kind = 'change-current') as mails`, [keyOf(who)])
  const before = await counts()
  await world.database.sql("with e as (select clave.append_event($1, 'key.frozen', '{}')) update clave.accounts set state = 'frozen', frozen_at = clave.now() from e where person_key = $1", [keyOf(who)])
  const erased = await erasePerson(world.deps, eraser, await found(who), 'CASO-2')
  assert.equal(erased.keyStaysFrozen, true)
  assert.deepEqual(await counts(), before)
  assert.deepEqual(before, [{ proofing: 9, wrong: 1, reopenings: 1, mails: 1 }])
  assert.deepEqual(await world.database.sql('select state from clave.accounts where person_key = $1', [keyOf(who)]), [{ state: 'frozen' }])
  assert.equal((await tryToSignIn(world, who)).screen.path, '/ingresar')
})

test('after erasing the person can make a first key again', async () => {
  const who = await owner(world)
  await erasePerson(world.deps, eraser, await found(who), 'CASO-3')
  assert.equal((await makeKey(world, who.record, 'denuevo@example.org')).is, 'issued')
})

test('LOPDP rectification: what is not the person’s is taken away, told, and written down; never the first address', async () => {
  const who = await owner(world, { secondEmail: 'ajena@example.org' })
  await livedIn(world, who)
  for (const what of ['second-email', 'phone', 'bank-account'] as const) {
    assert.equal(await takeAway(world.deps, eraser.erasure, await found(who), what, 'CASO-4'), true, what)
    assert.equal(await takeAway(world.deps, eraser.erasure, await found(who), what, 'CASO-4'), false, what)
  }
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'rights.corrected').length, 3)
  assert.match((await mailTo(world, who.email, /Se quitó un dato/)).text, /No fui yo/)
  assert.deepEqual((await world.deps.store.own.contacts.list(who.person)).map(({ place }) => place), ['email'])
  const browser = await signIn(world, who)
  for (const path of ['/mi-clave/contactos', '/mi-clave/mis-datos', '/servicios/cuenta-bancaria', '/mi-clave/actividad']) assert.equal((await browser.get(path)).status, 200, path)
})
