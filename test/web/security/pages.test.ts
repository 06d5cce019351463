/** The officers' pages: the door (LINK-2), what stands on them, and that no person does. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, test } from 'node:test'
import { alarmCodes } from '../../../src/domain/alarms.ts'
import { defaultPolicy } from '../../../src/domain/policy.ts'
import { minute } from '../../../src/domain/types.ts'
import { alarmWords } from '../../../src/web/texts/security/alarm-words.ts'
import { noon } from '../../support/people.ts'
import type { Browser } from '../../support/browser.ts'
import { createWorld, type World } from '../../support/world.ts'
import { madeUp, ofNobody } from '../../questions/odds-reports.ts'

let world: World
before(async () => {
  world = await createWorld({ policy: { proofing: { ...defaultPolicy.proofing, failuresPerDay: 100 } } })
  await world.clock.setNow(noon)
})

async function link(): Promise<string> {
  const { secrets, store } = world.deps
  const token = secrets.token()
  await store.officers.makeLink(secrets.tokenHash(token), 'SEG-2026-014')
  return `/seguridad/entrar/${token}`
}

async function officer(): Promise<Browser> {
  const browser = world.browser()
  await browser.submit(await browser.get(await link()), 'Comenzar la sesión')
  return browser
}

test('LINK-2: opening the link changes nothing, however often and wherever; the button begins one session, in one browser', async () => {
  const path = await link()
  const [one, two] = [world.browser(), world.browser()]
  for (const browser of [one, two, one]) {
    const door = await browser.get(path)
    assert.equal(door.path, '/seguridad/entrar')
    assert.match(door.text, /una sola vez, hasta las 12:15/)
  }
  const waiting = await two.get('/seguridad/entrar')
  const opened = await one.submit(await one.get('/seguridad/entrar'), 'Comenzar la sesión')
  assert.equal(opened.path, '/seguridad/alarmas')
  assert.match((await two.submit(waiting, 'Comenzar la sesión')).text, /ya se usó o se pasó la hora/)
  assert.equal((await two.get('/seguridad/alarmas')).path, '/seguridad/entrar')
})

test('without a session every page leads to the door; what is no link says so; a session that is over says that', async () => {
  const browser = world.browser()
  for (const path of ['/seguridad', '/seguridad/alarmas', '/seguridad/preguntas']) assert.equal((await browser.get(path)).path, '/seguridad/entrar')
  assert.match((await browser.get(`/seguridad/entrar/${randomBytes(32).toString('base64url')}`)).text, /Pida otro/)
  const inside = await officer()
  await world.clock.advance(16 * minute)
  const over = await inside.get('/seguridad/preguntas')
  assert.match(over.text, /La sesión terminó/)
  assert.match((await inside.get('/seguridad/alarmas')).text, /Pida el enlace/)
  const leaving = await officer()
  assert.match((await leaving.submit(await leaving.get('/seguridad/alarmas'), 'Salir')).text, /Usted salió/)
  assert.equal((await leaving.get('/seguridad/alarmas')).path, '/seguridad/entrar')
})

test('a session of a citizen opens nothing here, and the cookie of an officer nothing there', async () => {
  const browser = await officer()
  assert.match((await browser.get('/mi-clave')).path, /^\/ingresar/)
  browser.cookies.set('session', browser.cookies.get('officer')!)
  browser.cookies.delete('officer')
  assert.equal((await browser.get('/seguridad/alarmas')).path, '/seguridad/entrar')
})

test('alarms: the breaker’s standing, what stands and what is over, in both languages', async () => {
  const browser = await officer()
  const quiet = await browser.get('/seguridad/alarmas')
  assert.match(quiet.text, /no hay ninguna alarma/)
  assert.match(quiet.text, /Normal/)
  await world.database.sql("insert into clave.proofing_failures values (date_trunc('minute', clave.now()), 0, 101)")
  for (const code of alarmCodes) if (code !== 'breaker') await world.deps.store.alarms.raise(code, 50)
  const loud = await browser.get('/seguridad/alarmas')
  assert.match(loud.text, /Activado/)
  for (const code of alarmCodes) assert.ok(loud.text.includes(alarmWords.es.names[code]), code)
  assert.match(loud.text, /hay 5 alarmas/)
  await world.database.sql("update clave.alarms set until = clave.now() where code = 'login-spray'")
  assert.match((await browser.get('/seguridad/alarmas')).text, /Alarmas que terminaron/)
  assert.match((await browser.get('/seguridad/alarmas?idioma=en')).text, /Alarms that ended/)
})

test('odds: nothing computed names the command; a report stands there in figures, a picture and tables, with nobody in it too', async () => {
  const browser = await officer()
  const none = await browser.get('/seguridad/preguntas?idioma=es')
  assert.match(none.text, /clave register strength/)
  await world.deps.store.odds.keep(ofNobody)
  assert.match((await browser.get('/seguridad/preguntas')).text, /No hay a quién preguntar/)
  await world.deps.store.odds.keep(madeUp)
  const page = await browser.get('/seguridad/preguntas')
  for (const says of [/15\.300\.000 \(85,0 %\)/, /23 bits/, /1 en 131\.578 \(17 bits\)/, /Sueldo declarado de un mes/, /not-yet-known/, /one-employer/, /Sin: Sueldo declarado/, /−9\.300\.000/, /\+600\.000/, /hasta 99 centavos de diferencia/]) assert.match(page.text, says)
  assert.match(page.body, /<svg class="clave-chart" role="img" aria-labelledby="fuerza-title fuerza-desc"/)
  assert.equal(page.body.match(/<rect /g)?.length, 7, 'a column for each strength that occurs')
  assert.match((await browser.get('/seguridad/preguntas?idioma=en')).text, /1 in 131,578/)
})
