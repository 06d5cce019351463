/**
 * D-03: somebody is erased, an older backup of the database is brought back, and the new key ring opens nothing the person gave; everybody else's
 * opens, and the ring itself knows who must be erased again. The old ring opens all of it: what is shown is the ring's doing.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { erasePerson, finishErasure } from '../../src/app/rights.ts'
import { KeyDestroyed } from '../../src/app/rights-ports.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { erasureState, erasureTroubles } from '../../src/erasure-state.ts'
import { makeFieldCipher, type Field, type FieldCipher } from '../../src/security/field-cipher.ts'
import { parseKeyring } from '../../src/security/keyring.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { makeSystem } from '../../src/system.ts'
import { loadTerms } from '../../src/web/terms.ts'
import { createEmptyDatabase, type TestDatabase } from '../support/databases.ts'
import { eraserOf, livedIn, ringFile } from '../support/erasing.ts'
import { makeKey } from '../support/journeys.ts'
import { noon } from '../support/people.ts'
import { systemBinaries } from '../support/postgres-engines.ts'
import { createWorld, type World } from '../support/world.ts'
import { owner, signIn, type Owner } from '../web/my-key/signed-in.ts'

let world: World
let restored: TestDatabase
let restoredDb: Database
let who: Owner
let other: Owner
let newRing: string
before(async () => {
  world = await createWorld({ engine: 'server' })
  await world.clock.setNow(noon)
  ;[who, other] = [await owner(world, { secondEmail: 'canario.viejo@example.org' }), await owner(world, { secondEmail: 'canario.ajeno@example.org' })]
  for (const each of [who, other]) {
    await livedIn(world, each)
    await signIn(world, each)
    // Not due for an hour: the text of a mail that went out is gone by itself.
    await world.database.sql(`insert into clave.outbox (person_key, kind, address_hash, payload, created_at, due_at) values ($1, 'recover', '\\x00', $2, clave.now(), clave.now() + interval '1 hour')`,
      [Buffer.from(each.person, 'hex'), world.cipher.encrypt(each.person, 'mail', JSON.stringify({ kind: 'recover', to: each.email, language: 'es', token: 'canario' }))])
  }
  const program = (name: string): string => join(systemBinaries()!, 'bin', name)
  const backup = execFileSync(program('pg_dump'), [world.database.url], { maxBuffer: 100_000_000 })
  const file = ringFile(world.keysText)
  await erasePerson(world.deps, eraserOf(world, file), await found(who), 'CASO-1')
  newRing = readFileSync(file, 'utf8')
  restored = await createEmptyDatabase('server')
  execFileSync(program('psql'), ['-q', '-v', 'ON_ERROR_STOP=1', restored.url], { input: backup, maxBuffer: 100_000_000 })
  restoredDb = openDatabase(restored.config)
}, { timeout: 120_000 })
after(() => restoredDb?.close())

const found = async (each: Owner) => world.deps.register.findByKey(each.person)

const sealed: Readonly<Record<string, Field>> = {
  'people.facts': 'facts', 'proofing_attempts.plan': 'plan', 'contacts.value': 'contact', 'former_contacts.value': 'contact', 'contact_changes.value': 'contact',
  'bank_changes.content': 'journey', 'journeys.facts': 'journey', 'bank_accounts.account': 'bank-account', 'certificates.content': 'certificate',
  'sessions.origin': 'session', 'devices.label': 'device', 'outbox.payload': 'mail', 'audit_events.personal': 'event',
}
const registers: readonly string[] = ['people.facts', 'proofing_attempts.plan']

interface Value { readonly place: string; readonly bytes: Buffer }

/** Every sealed value of a person, table by table. */
async function valuesOf(database: TestDatabase, person: PersonKey): Promise<readonly Value[]> {
  const values: Value[] = []
  for (const place of Object.keys(sealed)) {
    const [table, column] = place.split('.')
    const rows = await database.sql<{ bytes: Buffer }>(`select ${column} as bytes from clave.${table} where person_key = $1 and ${column} is not null`, [Buffer.from(person, 'hex')])
    assert.ok(rows.length > 0 || database !== restored, `the backup has something in ${place}`)
    values.push(...rows.map(({ bytes }) => ({ place, bytes })))
  }
  return values
}

test('the list of sealed columns is whole: every other column of bytes is a hash or a reference', async () => {
  const columns = await restored.sql<{ place: string }>(`
    select table_name || '.' || column_name as place from information_schema.columns
     where table_schema = 'clave' and data_type = 'bytea' and table_name in (select table_name from information_schema.columns where table_schema = 'clave' and column_name = 'person_key')`)
  const rest = columns.map(({ place }) => place).filter((place) => !(place in sealed))
  assert.deepEqual(rest.filter((place) => !/(_hash|\.hash|_digest|\.head|\.person_key|\.alias_key|_link)$/.test(place)), [])
  assert.equal(columns.length - rest.length, Object.keys(sealed).length)
})

test('D-03: with the new ring nothing the person gave opens in the backup, under no key of the ring; the register’s facts do', async () => {
  const ring = parseKeyring(newRing)
  const [now, then] = [makeFieldCipher(ring), makeFieldCipher(parseKeyring(world.keysText))]
  for (const { place, bytes } of await valuesOf(restored, who.person)) {
    then.decrypt(who.person, sealed[place]!, bytes) // the old ring opens it
    if (registers.includes(place)) now.decrypt(who.person, sealed[place]!, bytes)
    else for (const attempt of attemptsAt(now, bytes)) assert.throws(() => attempt(sealed[place]!), place)
  }
})

/** As it stands, as of the next generation, and as if it were under the master key. */
function attemptsAt(cipher: FieldCipher, bytes: Buffer): readonly ((field: Field) => Buffer)[] {
  const next = Buffer.from(bytes)
  next[1] = 1
  const master = Buffer.concat([Buffer.from([bytes[0]! & 0x7f]), bytes.subarray(2)])
  return [
    (field) => {
      assert.throws(() => cipher.decrypt(who.person, field, bytes), KeyDestroyed)
      throw new Error('destroyed')
    },
    ...[next, master].map((each) => (field: Field) => cipher.decrypt(who.person, field, each)),
  ]
}

test('everybody else’s opens with the new ring, in the backup and in the database as it is', async () => {
  const now = makeFieldCipher(parseKeyring(newRing))
  for (const database of [restored, world.database]) {
    const opened = (await valuesOf(database, other.person)).map(({ place, bytes }) => now.decrypt(other.person, sealed[place]!, bytes).toString())
    for (const canary of [other.email, 'canario.ajeno@example.org', '2201234567', '198.51.100.0/24']) assert.ok(opened.some((text) => text.includes(canary)), canary)
  }
})

test('what the person gives after that is sealed under the next key, and opens', async () => {
  await world.database.sql('delete from clave.proofing_attempts where person_key = $1', [Buffer.from(who.person, 'hex')]) // not what this is about
  assert.equal((await makeKey(world, who.record, 'denuevo@example.org')).is, 'issued')
  const now = makeFieldCipher(parseKeyring(newRing))
  const values = (await valuesOf(world.database, who.person)).filter(({ place }) => !registers.includes(place))
  assert.ok(values.length > 3 && values.every(({ bytes }) => bytes[1] === 1))
  assert.ok(values.some(({ place, bytes }) => now.decrypt(who.person, sealed[place]!, bytes).toString() === 'denuevo@example.org'))
})

test('the ring knows whom the old database must lose again, and a second turn finds nobody', async () => {
  const ring = parseKeyring(newRing)
  const before = await erasureState(restoredDb, ring)
  assert.deepEqual([before.unfinished, before.unknown], [[{ person: who.person, generation: 1 }], 0])
  assert.match(erasureTroubles(before).join(), /keys of 1 person are destroyed.*erasures finish/)
  assert.deepEqual((await erasureState(world.db, ring)).unfinished, [], 'the database of today has erased them')
  const { deps } = await makeSystem({ db: restoredDb, keyring: ring, policy: world.deps.policy, institution: '', terms: loadTerms(), knowledge: () => undefined, isCommonPassword: () => false, wakeCourier: () => {} })
  const done = await finishErasure(deps, eraserOf(world).erasure, await deps.register.findByKey(who.person), 1, 'CASO-1')
  assert.ok(done.rows > 10)
  const left = (await valuesOf(world.database, other.person)).length
  assert.ok(left > 0)
  for (const place of Object.keys(sealed).filter((each) => !registers.includes(each))) {
    const [table, column] = place.split('.')
    const [row] = await restored.sql<{ n: number }>(`select count(*)::int as n from clave.${table} where person_key = $1 and ${column} is not null`, [Buffer.from(who.person, 'hex')])
    assert.equal(row!.n, 0, place)
  }
  assert.deepEqual((await erasureState(restoredDb, ring)).unfinished, [])
})

test('a server whose ring is older than the erasure writes nothing for the person, and its ring is told apart', async () => {
  const stale = parseKeyring(world.keysText)
  const { deps } = await makeSystem({ db: world.db, keyring: stale, policy: world.deps.policy, institution: '', terms: loadTerms(), knowledge: () => undefined, isCommonPassword: () => false, wakeCourier: () => {} })
  const event = { type: 'login.refused', facts: { lane: 'stranger', reason: 'wait' }, personal: { network: '198.51.100.0/24' } } as const
  await assert.rejects(deps.store.transaction((tx) => deps.store.lock(tx, who.person)), /older than the last erasure/)
  await assert.rejects(deps.store.note(who.person, event as never), /sealed under a key that was destroyed/)
  await deps.store.note(other.person, event as never)
  assert.match(erasureTroubles(await erasureState(world.db, stale)).join(), /older copy.*1 person/)
  const journey = Buffer.alloc(32, 9)
  await deps.store.transaction((tx) => deps.store.unlockJourneys.create(tx, journey, who.person, {} as never))
  assert.notEqual(await deps.store.unlockJourneys.load(journey), null)
  assert.equal(await world.deps.store.unlockJourneys.load(journey), null, 'one that nobody can read any more is none')
  stale.adopt(parseKeyring(newRing))
  await deps.store.transaction((tx) => deps.store.lock(tx, who.person))
  await deps.store.note(who.person, event as never)
})
