/** D-08: erasing and taking away, looked at in every table; what protects stays. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { erasePerson, takeAway } from '../../src/app/rights.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { hour } from '../../src/domain/types.ts'
import { verifyAllChains } from '../../src/store/audit-chains.ts'
import type { Transaction } from '../../src/store/database.ts'
import { makeErasure } from '../../src/store/erasure.ts'
import { begin, makeKey } from '../support/journeys.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { eventsOf, mailTo, owner, signIn, tryToSignIn, type Owner } from '../web/my-key/signed-in.ts'

let world: World
const erasure = makeErasure((tx) => tx as unknown as Transaction)
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const found = async (who: Owner) => world.deps.register.findByKey(await world.deps.register.resolve(who.record.id))
const keyOf = (who: Owner): Buffer => Buffer.from(who.person, 'hex')

/** Something in every table that names a person. */
async function livedIn(who: Owner): Promise<void> {
  const { store } = world.deps
  await tryToSignIn(world, who, 'una clave equivocada', world.browser({ from: '198.51.100.7' }))
  await world.clock.advance(2_000)
  await (await begin(world, who.record.id)).show()
  await store.transaction(async (tx) => {
    await store.lock(tx, who.person)
    await store.services.saveBankAccount(tx, who.person, { bank: 'pichincha', kind: 'savings', number: '2201234567' })
    await store.own.contacts.remove(tx, who.person, 'second-email')
    await store.own.contacts.put(tx, who.person, 'second-email', { kind: 'email', value: 'nueva@example.org', verifiedBy: 'link', moneyFrom: 0 })
    await store.reopenings.reopen(tx, who.person, 3)
    const pdf = Buffer.from('PDF')
    await store.certificates.add(tx, who.person, { code: `C${who.person.slice(0, 15)}`, pdf } as never)
    await store.own.bank.keepPending(tx, who.person, Buffer.alloc(32, 1), { answers: [], figure: 'sol' })
    await store.unlocks.ask(tx, who.person, 'es')
    await store.append(tx, who.person, { type: 'contact.changed', facts: { kind: 'email', moneyFrom: 0, notices: 0 }, personal: { network: '198.51.100.0/24' } })
    const token = world.deps.secrets.token()
    await store.links.issue(tx, who.person, { kind: 'change-current', token, journeyHash: null, lifetime: hour }, { kind: 'change-current', to: who.email, language: 'es', token, place: 'email' }, true)
    await store.own.contacts.keepPending(tx, who.person, Buffer.alloc(32, 1), { place: 'email', value: 'otra@example.org', kind: 'email' }, { current: world.deps.secrets.tokenHash(token), fresh: null })
  })
}

async function rowsOf(person: PersonKey): Promise<Record<string, number>> {
  const tables = await world.database.sql<{ name: string }>("select table_name as name from information_schema.columns where table_schema = 'clave' and column_name = 'person_key' order by 1")
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await world.database.sql<{ rows: number }>(`select count(*)::int as rows from clave.${name} where person_key = $1`, [Buffer.from(person, 'hex')])
    counts[name] = row!.rows
  }
  return counts
}

test('LOPDP erasure: nothing the person gave is left, nobody else loses anything, the chain holds, and it is told and written down', async () => {
  const [who, other] = [await owner(world, { secondEmail: 'vieja@example.org' }), await owner(world, { secondEmail: 'vieja@example.org' })]
  for (const each of [who, other]) await livedIn(each)
  const browser = await signIn(world, who)
  const [before, others] = [await rowsOf(who.person), await rowsOf(other.person)]
  for (const [table, rows] of Object.entries(before)) if (table !== 'aliases') assert.ok(rows > 0, `the test has something in ${table}`)
  const erased = await erasePerson(world.deps, erasure, await found(who), 'CASO-1')
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
  const again = await erasePerson(world.deps, erasure, await found(who), 'CASO-1')
  assert.deepEqual([again.rows <= 1, again.notices], [true, 0], 'the last mail of before at most')
})

test('what protects is not reset by erasing: attempts, wrong keys, mails of the hour, and the block of «No fui yo»', async () => {
  const who = await owner(world, { secondEmail: 'vieja@example.org' })
  await livedIn(who)
  await world.database.sql("update clave.proofing_attempts set open_attempt = null, open_deck = null, used_in_all = 9 where person_key = $1", [keyOf(who)])
  const counts = () => world.database.sql(`
    select (select used_in_all from clave.proofing_attempts where person_key = $1) as proofing,
           (select since_success from clave.login_attempts where person_key = $1 and lane = 'stranger') as wrong,
           (select count(*)::int from clave.reopenings where person_key = $1) as reopenings,
           (select count(*)::int from clave.outbox where person_key = $1 and kind = 'change-current') as mails`, [keyOf(who)])
  const before = await counts()
  await world.database.sql("with e as (select clave.append_event($1, 'key.frozen', '{}')) update clave.accounts set state = 'frozen', frozen_at = clave.now() from e where person_key = $1", [keyOf(who)])
  const erased = await erasePerson(world.deps, erasure, await found(who), 'CASO-2')
  assert.equal(erased.keyStaysFrozen, true)
  assert.deepEqual(await counts(), before)
  assert.deepEqual(before, [{ proofing: 9, wrong: 1, reopenings: 1, mails: 1 }])
  assert.deepEqual(await world.database.sql('select state from clave.accounts where person_key = $1', [keyOf(who)]), [{ state: 'frozen' }])
  assert.equal((await tryToSignIn(world, who)).screen.path, '/ingresar')
})

test('after erasing the person can make a first key again', async () => {
  const who = await owner(world)
  await erasePerson(world.deps, erasure, await found(who), 'CASO-3')
  assert.equal((await makeKey(world, who.record, 'denuevo@example.org')).is, 'issued')
})

test('LOPDP rectification: what is not the person’s is taken away, told, and written down; never the first address', async () => {
  const who = await owner(world, { secondEmail: 'ajena@example.org' })
  await livedIn(who)
  for (const what of ['second-email', 'phone', 'bank-account'] as const) {
    assert.equal(await takeAway(world.deps, erasure, await found(who), what, 'CASO-4'), true, what)
    assert.equal(await takeAway(world.deps, erasure, await found(who), what, 'CASO-4'), false, what)
  }
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'rights.corrected').length, 3)
  assert.match((await mailTo(world, who.email, /Se quitó un dato/)).text, /No fui yo/)
  assert.deepEqual((await world.deps.store.own.contacts.list(who.person)).map(({ place }) => place), ['email'])
  const browser = await signIn(world, who)
  for (const path of ['/mi-clave/contactos', '/mi-clave/mis-datos', '/servicios/cuenta-bancaria', '/mi-clave/actividad']) assert.equal((await browser.get(path)).status, 200, path)
})
