/** D-08: the commands of the person in charge of data protection, as processes of their own. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { hour } from '../../src/domain/types.ts'
import { runCommand, type Ended } from '../support/command.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { eventsOf, mailTo, owner, signIn, tryToSignIn, type Owner } from '../web/my-key/signed-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'clave-person-'))
let world: World
let who: Owner
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
  writeFileSync(join(folder, 'keys.json'), world.keysText, { mode: 0o600 })
  who = await owner(world)
  await world.deps.store.transaction(async (tx) => {
    await world.deps.store.services.saveBankAccount(tx, who.person, { bank: 'pichincha', kind: 'savings', number: '2209876543' })
    await world.deps.store.append(tx, who.person, { type: 'money.account-registered', facts: { notices: 0 } })
  })
})
after(() => rmSync(folder, { recursive: true, force: true }))

function clave(typed: string, ...words: string[]): Promise<Ended> {
  return runCommand(words, { DATABASE_URL: world.database.url, CLAVE_KEYS: join(folder, 'keys.json'), CLAVE_INSTITUTION: 'Instituto de Prueba' }, typed)
}

test('person export: the whole copy in a file of its own, told and written down; the identifier is no argument and in no output', async () => {
  const file = join(folder, 'copia.json')
  const done = await clave(`${who.record.id.value}\n`, 'person', 'export', '--case', 'LOPDP-1', '--file', file)
  assert.deepEqual([done.code, done.err], [0, ''])
  assert.ok(!done.out.includes(who.record.id.value))
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const copy = JSON.parse(readFileSync(file, 'utf8')) as { formato: string; cuentaBancaria: { cuenta: { number: string } }[]; contactos: { valor: string }[]; actividad: { tipo: string; datos: unknown }[]; registro: unknown }
  assert.deepEqual([copy.formato, copy.cuentaBancaria[0]?.cuenta.number, copy.contactos[0]?.valor], ['clave/mis-datos/1', '2209876543', who.email])
  assert.deepEqual(copy.registro, JSON.parse(JSON.stringify(who.record)))
  assert.deepEqual([copy.actividad[0]?.tipo, copy.actividad[0]?.datos], ['rights.copied', { case: 'LOPDP-1', notices: 1 }])
  assert.match((await mailTo(world, who.email, /Entregamos una copia/)).text, /No fui yo/)
  const [again, events] = [await clave(`${who.record.id.value}\n`, 'person', 'export', '--case', 'LOPDP-1', '--file', file), await eventsOf(world, who)]
  assert.deepEqual([again.code, again.err.includes('exists already')], [2, true])
  assert.equal(events.filter((type) => type === 'rights.copied').length, 1, 'nothing is written down that was not handed out')
})

const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['1710034065\n', ['person', 'export', '--file', 'x'], /--case is needed/],
  ['1710034065\n', ['person', 'export', '--case', '1710034065', '--file', 'x'], /must not be an identifier/],
  ['', ['person', 'export', '--case', 'A', '--file', 'x', '1710034065'], /takes nothing but options/],
  ['nobody\n', ['person', 'export', '--case', 'A', '--file', 'x'], /first line of standard input/],
  ['', ['person', 'erase', '--case', 'A'], /first line of standard input/],
  ['1710034065\n', ['person', 'correct', '--case', 'A', '--remove', 'email'], /--remove must be one of second-email, phone, bank-account/],
  ['', ['incident', 'affected', '--from', '2026-11-22T08:00', '--to', '2026-11-22T09:00', '--file', 'x'], /a moment with its zone/],
  ['', ['incident', 'affected', '--from', '2026-11-22T08:00Z', '--to', '2026-11-22T09:00Z', '--event', 'login', '--file', 'x'], /There is no event login/],
]
for (const [typed, words, sentence] of wrong) {
  test(`${words.join(' ')}: says what is wrong and leaves no file`, async () => {
    const done = await clave(typed, ...words)
    assert.equal(done.code, 2, done.out)
    assert.match(done.err, sentence)
    if (!words.includes('1710034065')) assert.ok(!done.err.includes('1710034065'))
    assert.ok(!existsSync('x'))
  })
}

test('person correct: takes away, or says that there is nothing', async () => {
  const other = await owner(world, { secondEmail: 'ajena@example.org' })
  const correct = () => clave(`${other.record.id.value}\n`, 'person', 'correct', '--case', 'LOPDP-2', '--remove', 'second-email')
  assert.deepEqual(await correct(), { code: 0, out: 'Taken away. The addresses on file are told.\n', err: '' })
  assert.equal((await correct()).code, 1)
})

test('person erase: only after the word; then there is no key', async () => {
  const other = await owner(world)
  const refused = await clave(`${other.record.id.value}\nyes\n`, 'person', 'erase', '--case', 'LOPDP-3')
  assert.deepEqual([refused.code, /Nothing was erased/.test(refused.err)], [2, true])
  await signIn(world, other)
  const done = await clave(`${other.record.id.value}\nERASE\n`, 'person', 'erase', '--case', 'LOPDP-3')
  assert.deepEqual([done.code, /^Erased: \d+ rows\. 1 address is told\./.test(done.out)], [0, true], done.err)
  assert.equal((await tryToSignIn(world, other)).screen.path, '/ingresar')
})

test('incident affected: who had events in the window, from the network, of the type, and how to tell them', async () => {
  await world.clock.advance(10 * hour)
  const begin = await world.clock.now()
  const [one, two] = [await owner(world), await owner(world)]
  await world.clock.advance(hour)
  const from = await world.clock.now()
  await tryToSignIn(world, one, 'una clave equivocada', world.browser({ from: '198.51.100.7' }))
  await world.clock.advance(2_000)
  await tryToSignIn(world, two, 'una clave equivocada', world.browser({ from: '203.0.113.9' }))
  await world.clock.advance(2_000)
  const to = await world.clock.now()
  await signIn(world, two)
  let turn = 0
  const list = async (since: number, until: number, ...more: string[]): Promise<readonly string[]> => {
    turn += 1
    const file = join(folder, `lista-${turn}.csv`)
    const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
    const done = await clave('', 'incident', 'affected', '--from', iso(since), '--to', iso(until), '--file', file, ...more)
    assert.equal(done.code, 0, done.err)
    assert.match(done.out, /within 5 working days/)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    return readFileSync(file, 'utf8').trim().split('\r\n').slice(1)
  }
  const who = (rows: readonly string[]): readonly string[] => rows.map((row) => row.split(';')[0]!.replaceAll('"', '')).sort()
  const [first, second] = [one.record.id.value, two.record.id.value]
  assert.deepEqual(who(await list(from, to)), [first, second].sort())
  const placed = await list(from, to, '--network', '198.51.100.0/24')
  assert.deepEqual(who(placed), [first])
  for (const part of [one.email, one.record.surnames, '"login.failed"', '"correo"', `"'+593991234567"`]) assert.ok(placed[0]?.includes(part), part)
  assert.deepEqual(who(await list(from, to + hour, '--event', 'login.succeeded')), [second])
  assert.deepEqual(await list(from, to, '--event', 'key.frozen'), [])
  assert.deepEqual(who(await list(begin - 1_000, from - 60_000)), [first, second].sort(), 'their keys were made then')
})
