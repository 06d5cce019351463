import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eventCatalogue, type EventType } from '../../src/domain/events.ts'
import { hour, minute, second } from '../../src/domain/types.ts'
import { readableLine } from '../../src/web/activity.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { keyHolder, signIn } from './key-holder.ts'

let world: World

before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

test('the home greets by name and tells since when the key is there, until when it is on probation, and the last sign-in', async () => {
  await world.clock.freeze(noon)
  const { record } = await keyHolder(world, 0)
  const browser = world.browser()
  const first = await signIn(browser, record.id.value)
  assert.equal(first.heading, `Hola, ${record.givenNames}`)
  assert.ok(first.text.includes(`Ingresó como ${record.givenNames} ${record.surnames}`))
  assert.ok(first.text.includes('Este es su primer ingreso'))
  assert.ok(first.text.includes('Tiene clave desde 22 de noviembre de 2026, 12:00'))
  assert.ok(first.text.includes('Hasta el 25 de noviembre de 2026 a las 12:00'))
  await world.clock.advance(100 * hour)
  const later = await signIn(world.browser(), record.id.value)
  assert.ok(later.text.includes('Su ingreso anterior 22 de noviembre de 2026, 12:00'))
  assert.ok(!later.text.includes('Su clave es nueva'))
  assert.equal(later.headers['cache-control'], 'no-store')
})

test('AUDIT-1: every line of the activity is an event of the log, newest first, with the beginning of its hash', async () => {
  const { record } = await keyHolder(world, 1)
  const screen = await signIn(world.browser(), record.id.value)
  const events = await world.database.sql<{ hash: string }>(
    `select encode(hash, 'hex') as hash from clave.audit_events where person_key = decode($1, 'hex') order by seq desc limit 20`, [world.personKey(record.id)],
  )
  const shown = [...screen.body.matchAll(/Constancia ((?:[0-9A-F]{4}[\u00a0 ]?){4})/g)].map(([, number = '']) => number.replaceAll(/\s/g, '').toLowerCase())
  assert.ok(shown.length > 4)
  assert.deepEqual(shown, events.map(({ hash }) => hash.slice(0, 16)))
  assert.ok(screen.text.includes('Se generó la clave.'))
})

test('every event of the catalogue has a sentence of its own in both languages, whatever facts are missing', () => {
  for (const language of ['es', 'en'] as const) {
    const sentences = (Object.keys(eventCatalogue) as EventType[]).map((type) => readableLine({ seq: 1, at: 0, type, facts: {}, hash: 'ab'.repeat(32) }, language, 'America/Guayaquil').what)
    for (const sentence of sentences) assert.match(sentence, /^\p{Lu}.{10,}\.$/u)
    assert.equal(new Set(sentences).size, sentences.length)
  }
})

test('SESSION-1: idle 14:59 goes on and 15:01 does not; 12 hours are the end; the page says so', async () => {
  const { record } = await keyHolder(world, 2)
  const browser = world.browser()
  await world.clock.freeze('2026-12-01T12:00:00Z')
  await signIn(browser, record.id.value)
  await world.clock.advance(15 * minute - second)
  assert.equal((await browser.get('/mi-clave')).status, 200)
  await world.clock.advance(15 * minute + second)
  const ended = await browser.get('/mi-clave')
  assert.equal(ended.path, '/ingresar?aviso=sesion')
  assert.match(ended.text, /su sesión terminó por seguridad/)
  assert.equal(browser.cookies.has('session'), false)

  await signIn(browser, record.id.value)
  for (let spent = 0; spent < 12 * 60 - 10; spent += 10) {
    await world.clock.advance(10 * minute)
    assert.equal((await browser.get('/mi-clave')).path, '/mi-clave')
  }
  await world.clock.advance(10 * minute + second)
  assert.equal((await browser.get('/mi-clave')).path, '/ingresar?aviso=sesion')
})

test('SESSION-1: one press keeps the session: a script gets 204, a plain form the home; nothing passes the absolute end', async () => {
  const { record } = await keyHolder(world, 3)
  const browser = world.browser()
  await world.clock.freeze('2026-12-02T12:00:00Z')
  const home = await signIn(browser, record.id.value)
  assert.match(home.body, /data-ends-in="900" data-extends-by="900"/)
  const form = home.forms.find(({ action }) => action === '/sesion/seguir')
  assert.ok(form)
  const press = (mode: string) => browser.post(form.action, form.fields, { 'sec-fetch-mode': mode })
  await world.clock.advance(14 * minute)
  assert.equal((await press('cors')).status, 204)
  await world.clock.advance(14 * minute)
  assert.equal((await press('navigate')).path, '/mi-clave')
  for (let pressed = 0; pressed < 49; pressed += 1) {
    await world.clock.advance(14 * minute)
    await press('cors')
  }
  const near = await browser.get('/mi-clave') // 11 h 54 min after signing in
  assert.match(near.body, /data-ends-in="360" data-extends-by="0"/)
  const limit = await press('navigate')
  assert.equal(limit.path, '/mi-clave?aviso=limite')
  assert.match(limit.text, /terminará a las 19:00/)
  await world.clock.advance(7 * minute)
  assert.equal((await press('navigate')).path, '/ingresar?aviso=sesion')
})

test('signing out ends the session everywhere, empties the browser, and Back shows nothing personal (S-08)', async () => {
  const { record } = await keyHolder(world, 4)
  const browser = world.browser()
  const home = await signIn(browser, record.id.value)
  const id = browser.cookies.get('session') ?? ''
  const form = home.forms.find(({ action }) => action === '/salir')
  assert.ok(form)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await world.app.inject({
    method: 'POST', url: '/salir', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form.fields).toString(),
  })
  assert.deepEqual([answer.statusCode, answer.headers.location, answer.headers['clear-site-data']], [303, '/?aviso=salio', '"cache", "storage"'])
  assert.match(String(answer.headers['set-cookie']), /session=; .*Expires=Thu, 01 Jan 1970/)
  assert.match((await world.browser().get('/?aviso=salio')).text, /Su sesión está cerrada/)
  const other = world.browser()
  other.cookies.set('session', id)
  assert.equal((await other.get('/mi-clave')).path, '/ingresar?aviso=sesion')
})

test('a form of the signed-in pages is refused without its token, and with the token of another session (S-05)', async () => {
  const { record } = await keyHolder(world, 5)
  const browser = world.browser()
  const before = await browser.get('/ingresar')
  await signIn(browser, record.id.value)
  assert.equal((await browser.post('/salir', {})).status, 403)
  assert.equal((await browser.post('/salir', { formulario: before.forms[0]?.fields['formulario'] ?? '' })).status, 403)
  assert.equal((await browser.get('/mi-clave')).status, 200)
})
