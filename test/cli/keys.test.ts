/** D-03 by the commands: an erasing that is killed, a ring that can not be written, copies that differ, and sealing anew. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createCipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { PersonKey } from '../../src/domain/types.ts'
import { makeFieldCipher, type Field } from '../../src/security/field-cipher.ts'
import { erasureState } from '../../src/erasure-state.ts'
import { loadKeyring } from '../../src/security/keyring-file.ts'
import { newKeyringFile } from '../../src/security/keyring.ts'
import { makeResealing, type Resealing } from '../../src/store/resealing.ts'
import { ringFile } from '../support/erasing.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { eventsOf, mailTo, owner, signIn, type Owner } from '../web/my-key/signed-in.ts'

const source = join(import.meta.dirname, '../../src')
let world: World
let keys: string
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
  keys = ringFile(world.keysText)
})

interface Ended { readonly code: number | null; readonly signal: string | null; readonly out: string; readonly err: string }

function run(program: string, typed: string, words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...words], { env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: world.database.url, CLAVE_KEYS: keys, ...more } })
    const [out, err]: [string[], string[]] = [[], []]
    child.stdout.on('data', (part) => out.push(String(part)))
    child.stderr.on('data', (part) => err.push(String(part)))
    child.on('close', (code, signal) => resolve({ code, signal, out: out.join(''), err: err.join('') }))
    child.stdin.end(typed)
  })
}

const clave = (typed: string, ...words: string[]): Promise<Ended> => run(join(source, 'cli/main.ts'), typed, words)
const unfinished = async (): Promise<number> => (await erasureState(world.db, loadKeyring(keys))).unfinished.length
const resealing = (): Resealing => {
  const keyring = loadKeyring(keys)
  return makeResealing(world.db, makeFieldCipher(keyring), keyring.current)
}
const erase = (who: Owner): Promise<Ended> => clave(`${who.record.id.value}\nERASE\n`, 'person', 'erase', '--case', 'LOPDP-1')
const killedAt = (who: Owner, moment: 'prepared' | 'destroyed'): Promise<Ended> => run(join(source, '../test/support/erasing-process.ts'), '', [who.record.id.value, moment])
const rows = async (who: Owner): Promise<number> => (await world.database.sql<{ n: number }>('select count(*)::int as n from clave.contacts where person_key = $1', [Buffer.from(who.person, 'hex')]))[0]!.n
const generation = (who: Owner): number => loadKeyring(keys).personal.generationOf(who.person)

test('killed before the ring is replaced: nothing has happened; done again, it is done', async () => {
  const who = await owner(world)
  assert.equal((await killedAt(who, 'prepared')).signal, 'SIGKILL')
  assert.deepEqual([generation(who), await rows(who), (await eventsOf(world, who)).includes('rights.erased')], [0, 2, false])
  const done = await erase(who)
  assert.deepEqual([done.code, generation(who), await rows(who)], [0, 1, 0], done.err)
  assert.match(done.out, /^Erased: \d+ rows\. 1 address is told\. The key ring was written anew/)
  assert.match((await mailTo(world, who.email, /Borramos los datos/)).text, /acérquese a una oficina/)
})

test('killed between the ring and the rows: nothing says erased, and the same command ends it', async () => {
  const who = await owner(world)
  assert.equal((await killedAt(who, 'destroyed')).signal, 'SIGKILL')
  assert.deepEqual([generation(who), await rows(who), (await eventsOf(world, who)).includes('rights.erased')], [1, 2, false])
  assert.equal(await unfinished(), 1)
  const done = await erase(who)
  assert.deepEqual([done.code, await rows(who), generation(who)], [0, 0, 2], done.err)
  assert.equal((await eventsOf(world, who)).at(-1), 'rights.erased')
  assert.equal(await unfinished(), 0)
})

test('killed there, and ended without anybody knowing who it was', async () => {
  const who = await owner(world)
  await killedAt(who, 'destroyed')
  const done = await clave('', 'erasures', 'finish', '--case', 'LOPDP-2')
  assert.deepEqual([done.code, /^Erased again: 1 person, \d+ rows\.\n$/.test(done.out), done.err], [0, true, ''])
  assert.deepEqual([await rows(who), generation(who), await unfinished()], [0, 1, 0])
})

test('a ring that can not be written: said in words, and nothing is erased', async () => {
  const who = await owner(world)
  mkdirSync(`${keys}.new`)
  const refused = await erase(who)
  rmSync(`${keys}.new`, { recursive: true })
  assert.deepEqual([refused.code, refused.out, /cannot be written \(EISDIR\).*Nothing was erased\.\n$/.test(refused.err)], [1, '', true], refused.err)
  assert.deepEqual([await rows(who), generation(who), (await eventsOf(world, who)).includes('rights.erased')], [2, 0, false])
  assert.ok(!refused.err.includes(who.record.id.value))
})

test('keys check: an older copy of the ring has another fingerprint, and the database knows it', async () => {
  const older = ringFile(world.keysText)
  const compare = async (file: string, database = world.database.url): Promise<Ended> => run(join(source, 'cli/main.ts'), '', ['keys', 'check'], { CLAVE_KEYS: file, DATABASE_URL: database })
  const [newest, behind, alone] = [await compare(keys), await compare(older), await compare(older, '')]
  assert.match(newest.out, /^The key ring is whole\. Fingerprint [0-9a-f]{16}, 3 people erased\.\n$/)
  assert.match(behind.out, /Fingerprint [0-9a-f]{16}, 0 people erased\.\nThis key ring is an older copy: .* 3 people/)
  assert.deepEqual([newest.code, behind.code, alone.code, behind.out.startsWith(alone.out.trim())], [0, 1, 0, true])
  assert.notEqual(newest.out.slice(0, 60), behind.out.slice(0, 60))
})

test('keys upgrade: a ring of before is refused with the command that helps', async () => {
  const { people, ...before } = JSON.parse(newKeyringFile(randomBytes)) as Record<string, unknown>
  const file = ringFile(JSON.stringify(before))
  const command = (word: string): Promise<Ended> => run(join(source, 'cli/main.ts'), '', ['keys', word], { CLAVE_KEYS: file, DATABASE_URL: '' })
  assert.ok(people)
  assert.match((await command('check')).err, /Run: clave keys upgrade/)
  assert.deepEqual([(await command('upgrade')).code, (await command('check')).code], [0, 0])
})

/** As it was before people had keys of their own. */
function sealedBefore(person: PersonKey, field: Field, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const seal = createCipheriv('aes-256-gcm', world.keyring.derive('field', 'k1'), nonce).setAAD(Buffer.from(`${person}|${field}`))
  return Buffer.concat([Buffer.from('\u0002k1'), nonce, seal.update(plain), seal.final(), seal.getAuthTag()])
}

test('keys reseal: what lies under an older key is sealed anew and reads the same; another turn finds nothing; no event is written for it', async () => {
  const who = await owner(world, { secondEmail: 'vieja@example.org' })
  await signIn(world, who)
  const person = Buffer.from(who.person, 'hex')
  const contacts = await world.database.sql<{ value: Buffer; kind: string }>('select value, kind from clave.contacts where person_key = $1', [person])
  for (const { value } of contacts) {
    const old = sealedBefore(who.person, 'contact', world.cipher.decrypt(who.person, 'contact', value))
    await world.database.sql(`with e as (select clave.append_event($1, 'contact.changed', '{}')) update clave.contacts set value = $3 from e where person_key = $1 and value = $2`, [person, value, old])
  }
  const events = (await eventsOf(world, who)).length
  assert.equal(await resealing().count(), 3)
  const done = await clave('', 'keys', 'reseal')
  assert.deepEqual([done.code, done.out], [0, 'Sealed anew: 3 values.\n'], done.err)
  assert.deepEqual([await resealing().count(), await resealing().run(() => {}), (await eventsOf(world, who)).length], [0, { sealed: 0, lost: 0 }, events])
  const list = await world.deps.store.own.contacts.list(who.person)
  assert.deepEqual(list.map(({ value }) => value), [who.email, 'vieja@example.org', '+593991234567'])
})

test('keys reseal: with a new master key everything moves to it, and the old one opens nothing that was moved', async () => {
  const ring = JSON.parse(readFileSync(keys, 'utf8')) as { keys: Record<string, string> }
  writeFileSync(keys, JSON.stringify({ ...ring, current: 'k2', keys: { ...ring.keys, k2: randomBytes(32).toString('base64') } }))
  const old = await resealing().count()
  assert.ok(old > 3)
  const register = (await world.database.sql<{ n: number }>('select count(*)::int as n from clave.people'))[0]!.n
  assert.deepEqual(await resealing().run(() => {}), { sealed: old + register, lost: 0 })
  const without = { ...JSON.parse(readFileSync(keys, 'utf8')) as { keys: Record<string, string> } }
  delete without.keys['k1']
  const cipher = makeFieldCipher(loadKeyring(ringFile(JSON.stringify(without))))
  for (const { person, value } of await world.database.sql<{ person: PersonKey; value: Buffer }>(`select encode(person_key, 'hex') as person, value from clave.contacts`)) {
    cipher.decrypt(person, 'contact', value)
  }
  for (const { person, facts } of await world.database.sql<{ person: PersonKey; facts: Buffer }>(`select encode(person_key, 'hex') as person, facts from clave.people`)) {
    cipher.decrypt(person, 'facts', facts)
  }
})

test('AUDIT-1: only the sealed bytes may change without an event, and only in a transaction that says so', async () => {
  const who = await owner(world)
  const attempt = (set: string, resealing: string) => world.database.sql(
    `select set_config('clave.resealing', '${resealing}', false); update clave.contacts set ${set} where person_key = '\\x${who.person}'`)
  await assert.rejects(attempt(`value = '\\x00'`, 'off'), /AUDIT-1/)
  await assert.rejects(attempt('rank = rank + 10', 'on'), /AUDIT-1/)
  await attempt('value = value', 'on')
  await world.database.sql(`select set_config('clave.resealing', '', false)`)
})
