import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { registerBankAccount } from '../../../src/app/bank-account.ts'
import { ownSessionOf } from '../../../src/app/own-session.ts'
import { hour, minute } from '../../../src/domain/types.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import type { ReceivedMail } from '../../support/inbox.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, key, owner, signIn, type Owner } from '../my-key/signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/servicios/cuenta-bancaria'
const right = { 'Banco o cooperativa': 'pichincha', 'Tipo de cuenta': 'savings', 'Número de cuenta': '2204 5678-91', 'Número de cuenta, otra vez': '2204567891' }

async function register(browser: Browser, typed: Record<string, string> = right): Promise<Screen> {
  return browser.submit(await browser.get(path), 'Registrar la cuenta', typed)
}

/** Past the notice of the new browser. */
async function notice(to: string): Promise<ReceivedMail> {
  for (;;) {
    const mail = await world.inbox.waitFor(to)
    if (/Se registró una cuenta bancaria/.test(mail.subject)) return mail
  }
}

async function stored({ person }: Owner): Promise<readonly Buffer[]> {
  const rows = await world.database.sql<{ account: Buffer }>('select account from clave.bank_accounts where person_key = $1', [Buffer.from(person, 'hex')])
  return rows.map(({ account }) => Buffer.from(account))
}

test('PROOF-10, P-10: at +71:59 the page refuses with the moment and the way out, at +72:01 it opens', async () => {
  const now = await world.clock.now()
  const who = await owner(world, { probationUntil: now + 72 * hour })
  await world.clock.advance(71 * hour + 59 * minute)
  const browser = await signIn(world, who)
  const refused = await browser.get(path)
  assert.equal(refused.status, 403)
  assert.match(refused.text, /Su clave es nueva/)
  assert.match(refused.text, /se abre el 25 de noviembre de 2026 a las 12:0\d/)
  assert.match(refused.text, /Vaya a una oficina con su cédula/)
  assert.match((await browser.get('/servicios')).text, /Registro de cuenta bancaria Dinero .* Disponible desde el 25 de noviembre/)
  const forced = await browser.post(path, { ...refused.forms[0]?.fields, banco: 'pichincha', tipo: 'savings', cuenta: '2204567891', 'cuenta-otra-vez': '2204567891' })
  assert.equal(forced.status, 403, 'a form posted all the same')
  assert.ok((await eventsOf(world, who)).includes('service.refused'))
  assert.deepEqual(await stored(who), [])
  await world.clock.advance(2 * minute)
  assert.equal((await browser.get(path)).status, 200)
})

test('M-11: a contact changed lately closes it until money may rely on the contact', async () => {
  const who = await owner(world)
  const from = (await world.clock.now()) + 72 * hour
  await world.deps.store.transaction(async (tx) => {
    await world.deps.store.lock(tx, who.person)
    await world.deps.store.append(tx, who.person, { type: 'contact.changed', facts: { kind: 'email', moneyFrom: '', notices: 0 }, personal: { network: 'x' } })
  })
  await world.database.sql('alter table clave.contacts disable trigger user')
  await world.database.sql("update clave.contacts set money_from = to_timestamp($2::double precision / 1000) where person_key = $1 and kind = 'email'", [Buffer.from(who.person, 'hex'), from])
  await world.database.sql('alter table clave.contacts enable trigger user')
  const browser = await signIn(world, who)
  assert.match((await browser.get(path)).text, /Hace poco cambió un dato de contacto/)
  await world.clock.advance(72 * hour + minute)
  assert.equal((await (await signIn(world, who)).get(path)).status, 200)
})

test('registered: masked on the page, sealed in the table, told to every address with «No fui yo», written down', async () => {
  const who = await owner(world, { secondEmail: 'otra-cuenta@example.org' })
  const browser = await signIn(world, who)
  const done = await register(browser)
  assert.equal(done.path, `${path}/lista`)
  assert.match(done.text, /Su cuenta quedó registrada/)
  assert.match(done.text, /Banco Pichincha .* Ahorros .* •••• 7891/)
  assert.match(done.text, /aviso a sus 2 correos/)
  assert.doesNotMatch(done.body + (await browser.get(path)).body, /2204567891|220456/)
  const [sealed] = await stored(who)
  assert.ok(sealed && !sealed.includes('2204567891') && !sealed.includes('pichincha'))
  for (const to of [who.email, 'otra-cuenta@example.org']) {
    const mail = await notice(to)
    assert.doesNotMatch(mail.text, /7891|Pichincha/)
    assert.match(mail.links[0] ?? '', /\/no-fui-yo\/[\w-]{43}$/)
  }
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'money.account-registered').length, 1)
})

test('the same account again changes nothing and tells nobody', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  await register(browser)
  const again = await register(browser)
  assert.deepEqual([again.status, again.errors], [422, ['Esa cuenta ya está registrada: escriba otra']])
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'money.account-registered').length, 1)
  assert.equal((await register(browser, { ...right, 'Tipo de cuenta': 'current' })).path, `${path}/lista`)
})

test('slips are told all at once, what was typed stays, and nothing is stored', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const empty = await register(browser, {})
  assert.deepEqual(empty.errors, ['Elija su banco o cooperativa', 'Elija el tipo de cuenta', 'Escriba el número de cuenta'])
  assert.equal(empty.status, 422)
  const different = await register(browser, { ...right, 'Número de cuenta, otra vez': '2204567892' })
  assert.deepEqual(different.errors, ['Los dos números no son iguales: revíselos'])
  assert.equal(different.forms.find(({ action }) => action === path)?.fields['cuenta'], '2204 5678-91')
  assert.deepEqual((await register(browser, { ...right, 'Banco o cooperativa': 'banco-de-nadie' })).errors, ['Elija su banco o cooperativa'])
  assert.deepEqual(await stored(who), [])
})

test('W-09: five minutes after the key was typed it is asked for again, from the tries of the session', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const open = await browser.get(path)
  await world.clock.advance(5 * minute + 1_000)
  const late = await browser.submit(open, 'Registrar la cuenta', right)
  assert.match(late.errors.join(), /Pasó un tiempo desde que escribió su clave/)
  assert.deepEqual(await stored(who), [])
  assert.ok((await eventsOf(world, who)).includes('service.refused'))
  const wrong = await browser.submit(await browser.get(path), 'Continuar', { 'Su clave actual': 'otra cosa' })
  assert.deepEqual([wrong.status, wrong.errors.length], [422, 1])
  assert.match(wrong.errors[0] ?? '', /Le quedan 4 intentos/)
  const before = browser.cookies.get('session')
  const opened = await browser.submit(wrong, 'Continuar', { 'Su clave actual': key })
  assert.notEqual(browser.cookies.get('session'), before, 'S-02: a new id')
  assert.equal((await browser.submit(opened, 'Registrar la cuenta', right)).path, `${path}/lista`)
})

test('five wrong keys end the session', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  await world.clock.advance(6 * minute)
  let page = await browser.get(path)
  for (let i = 0; i < 5; i++) page = await browser.submit(page, 'Continuar', { 'Su clave actual': `equivocada ${i}` })
  assert.match(page.path, /^\/ingresar\?aviso=sesion/)
})

test('decided in the transaction of the change: a key put on probation meanwhile stores nothing', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const own = (await ownSessionOf(world.deps, browser.cookies.get('session')!))!
  await world.database.sql('alter table clave.accounts disable trigger user')
  await world.database.sql("update clave.accounts set probation_until = clave.now() + interval '1 hour' where person_key = $1", [Buffer.from(who.person, 'hex')])
  await world.database.sql('alter table clave.accounts enable trigger user')
  const done = await registerBankAccount(world.deps, own, { bank: 'loja', kind: 'current', number: '2204567891' }, 'es', { network: 'x' })
  assert.equal(done.is, 'refused')
  assert.deepEqual(await stored(who), [])
})

test('after «No fui yo» nothing of it is reached any more', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  await register(browser)
  const mail = await notice(who.email)
  const victim = world.browser()
  const link = new URL(mail.links[0]!).pathname
  await victim.submit(await victim.get(link), 'No fui yo', { 'Número de cédula': who.record.id.value })
  assert.match((await browser.get(path)).path, /^\/ingresar\?aviso=sesion/)
})
