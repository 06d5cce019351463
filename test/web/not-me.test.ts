import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { hour, second } from '../../src/domain/types.ts'
import type { Browser } from '../support/browser.ts'
import { password } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { keyHolder, signIn, type KeyHolder } from './key-holder.ts'

const button = 'No fui yo: congelar mi clave'
let world: World

before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const stateOf = async ({ record }: KeyHolder): Promise<unknown> => {
  const person = world.personKey(record.id)
  const rows = await world.database.sql(
    `select state, (select count(*)::int from clave.audit_events where person_key = a.person_key) as events,
            (select json_agg(json_build_array(tries_left, consumed_at) order by token_hash) from clave.links where person_key = a.person_key) as links
       from clave.accounts a where person_key = decode($1, 'hex')`, [person])
  return rows[0]
}
const open = async (browser: Browser, { notMe }: KeyHolder) => browser.get(notMe)

test('NOTICE-1: the own number freezes the key and ends every session at once; a mail says so', async () => {
  const holder = await keyHolder(world, 0)
  const signedIn = world.browser()
  await signIn(signedIn, holder.record.id.value)
  const browser = world.browser({ from: '198.51.100.9' })
  const page = await open(browser, holder)
  assert.equal(page.path, '/no-fui-yo', 'the token is not in the address any more')
  assert.ok(page.text.includes('Todas las sesiones abiertas se cerrarán'))
  const done = await browser.submit(page, button, { 'Número de cédula': holder.record.id.value })
  assert.deepEqual([done.heading, done.path], ['Su clave está congelada', '/no-fui-yo'])
  assert.equal((await signedIn.get('/mi-clave')).path, '/ingresar?aviso=sesion')
  assert.equal((await signIn(world.browser(), holder.record.id.value, password)).errors.length, 1)
  // The new browser was told of first (NOTICE-1), then the freeze.
  const subjects = [(await world.inbox.waitFor(holder.email)).subject, (await world.inbox.waitFor(holder.email)).subject]
  assert.ok(subjects.some((subject) => /congelada/.test(subject)), subjects.join('; '))
  assert.equal((await browser.get('/no-fui-yo')).heading, 'Su clave está congelada', 'reload repeats nothing and shows the same')
  assert.equal((await open(world.browser(), holder)).heading, 'Su clave está congelada', 'so does the link, later and elsewhere')
})

test('LINK-2: a hundred scanners that open the link, and one that presses everything without the number, change nothing', async () => {
  const holder = await keyHolder(world, 1)
  const before = await stateOf(holder)
  for (let turn = 0; turn < 50; turn += 1) {
    await open(world.browser(), holder)
    const head = await world.app.inject({ method: 'HEAD', url: holder.notMe, headers: { 'user-agent': 'Mozilla/5.0 (compatible; MailScanner)' } })
    assert.equal(head.statusCode, 303)
  }
  const scanner = world.browser()
  const refused = await scanner.submit(await open(scanner, holder), button)
  assert.deepEqual([refused.status, refused.errors], [422, ['Escriba su número de cédula']])
  await scanner.submit(refused, button, { 'Número de cédula': '1234567890' })
  assert.deepEqual(await stateOf(holder), before)
})

test('LINK-3: a number that is not theirs costs one of five tries, and then the link is closed for the right one too', async () => {
  const holder = await keyHolder(world, 2)
  const browser = world.browser()
  let page = await open(browser, holder)
  for (const left of ['quedan 4 intentos', 'quedan 3 intentos', 'quedan 2 intentos', 'queda 1 intento']) {
    page = await browser.submit(page, button, { 'Número de cédula': worker(3).id.value })
    assert.ok(page.errors[0]?.includes(left), page.errors[0])
    assert.equal(page.forms[0]?.fields['cedula'], worker(3).id.value)
  }
  const closed = await browser.submit(page, button, { 'Número de cédula': worker(3).id.value })
  assert.equal(closed.heading, 'Este enlace se cerró')
  const late = await browser.submit(page, button, { 'Número de cédula': holder.record.id.value })
  assert.equal(late.heading, 'Este enlace se cerró')
  assert.equal((await signIn(world.browser(), holder.record.id.value)).path, '/mi-clave')
})

test('NOTICE-1: the link is good for 240 hours and not longer', async () => {
  const holder = await keyHolder(world, 4)
  const [{ sent } = { sent: 0 }] = await world.database.sql<{ sent: number }>(
    `select expires_at as sent from clave.links where person_key = decode($1, 'hex') and kind = 'repudiate' order by expires_at limit 1`, [world.personKey(holder.record.id)])
  await world.clock.freeze(Number(sent) - second)
  assert.equal((await open(world.browser(), holder)).heading, 'No fui yo')
  await world.clock.freeze(Number(sent) + 240 * hour)
  const browser = world.browser()
  const expired = await open(browser, holder)
  assert.equal(expired.heading, 'Este enlace venció')
  assert.deepEqual(expired.forms, [])
  await world.clock.setNow(noon)
})

test('an unknown, mangled or foreign token has a page with a way on, and nothing to press', async () => {
  for (const path of ['/no-fui-yo', '/no-fui-yo/x', `/no-fui-yo/${'A'.repeat(43)}`, '/no-fui-yo/%3Cscript%3E']) {
    const screen = await world.browser().get(path)
    assert.deepEqual([screen.heading, screen.forms.length, screen.link('Ayuda')], ['Este enlace no sirve', 0, '/ayuda#no-fui-yo'], path)
  }
})
