import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, key, owner, signIn, tryToSignIn } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/mi-clave/sesiones'
const minutes = 60_000

test('S-07: each open session with its times and its network; one is ended at once, the others stay', async () => {
  const who = await owner(world)
  const far = (await tryToSignIn(world, who, key, world.browser({ from: '198.51.100.5' }))).browser
  await world.clock.advance(1 * minutes)
  const third = await signIn(world, who)
  await world.clock.advance(1 * minutes)
  const here = await signIn(world, who)
  const page = await here.get(path)
  assert.match(page.text, /Esta sesión, en este navegador Ingreso 22 de noviembre de 2026, 12:02 .*Desde la red 203\.0\.113\.x/)
  assert.match(page.text, /Otra sesión Ingreso 22 de noviembre de 2026, 12:00 .*Desde la red 198\.51\.100\.x/)
  const forms = page.forms.filter(({ buttons }) => buttons.some((text) => text.startsWith('Cerrar la sesión')))
  assert.equal(forms.length, 2, 'this one has no button: signing out is above')
  const after = await here.submit(page, 'que empezó el 22 de noviembre de 2026, 12:00')
  assert.match(after.text, /La sesión quedó cerrada/)
  assert.equal((await far.get('/mi-clave')).path, '/ingresar?aviso=sesion')
  assert.equal((await third.get('/mi-clave')).status, 200)
  assert.match((await here.submit(page, 'que empezó el 22 de noviembre de 2026, 12:00')).text, /ya estaba cerrada/)
  assert.match((await here.submit(after, 'Cerrar las demás sesiones')).text, /No hay otras sesiones abiertas/)
  assert.equal((await third.get('/mi-clave')).path, '/ingresar?aviso=sesion')
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'session.ended').length, 2)
})

test('nobody ends the session of somebody else', async () => {
  const [who, other] = [await owner(world), await owner(world)]
  const theirs = await signIn(world, other)
  await signIn(world, other)
  const handle = (await theirs.get(path)).forms.find(({ fields }) => fields['sesion'] !== undefined)?.fields['sesion'] ?? ''
  assert.match(handle, /^[0-9a-f]{32}$/)
  const here = await signIn(world, who)
  await signIn(world, who)
  const answer = await here.submit(await here.get(path), 'Cerrar la sesión', { sesion: handle })
  assert.match(answer.text, /ya estaba cerrada/)
  assert.match((await theirs.get(path)).text, /Otra sesión/)
})

test('S-02, S-07: after five minutes the key is asked again, the session gets another id, and the page is there again', async () => {
  const who = await owner(world)
  const [other, here] = [await signIn(world, who), await signIn(world, who)]
  await world.clock.advance(5 * minutes + 1_000)
  const before = here.cookies.get('session')
  const asked = await here.submit(await here.get(path), 'Cerrar las demás')
  assert.equal(asked.path, '/mi-clave/confirmar?volver=sessions')
  assert.equal((await other.get('/mi-clave')).status, 200, 'nothing was done yet')
  assert.match((await here.submit(asked, 'Continuar')).errors[0] ?? '', /Escriba su clave actual/)
  assert.match((await here.submit(asked, 'Continuar', { 'Su clave actual': 'no es esta clave' })).errors[0] ?? '', /Le quedan 4 intentos/)
  const back = await here.submit(asked, 'Continuar', { 'Su clave actual': key })
  assert.equal(back.path, `${path}?aviso=clave`)
  assert.notEqual(here.cookies.get('session'), before)
  assert.match((await here.submit(back, 'Cerrar las demás')).text, /quedaron cerradas/)
})

test('the question for the key leads to pages of ours only', async () => {
  const browser = await signIn(world, await owner(world))
  for (const target of ['https://example.org', '//example.org', '__proto__', '']) {
    const asked = await browser.get(`/mi-clave/confirmar?volver=${encodeURIComponent(target)}`)
    assert.equal((await browser.submit(asked, 'Continuar', { 'Su clave actual': key })).path, '/mi-clave?aviso=clave', target)
  }
})

test('LOGIN-2: a remembered browser is forgotten, what is open in it ends, and this session stays', async () => {
  const who = await owner(world)
  const far = world.browser()
  const page = await far.get('/ingresar')
  await far.post('/ingresar', { ...page.forms[0]?.fields, cedula: who.record.id.value, clave: key }, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0' })
  assert.equal((await far.get('/mi-clave')).status, 200)
  const here = await signIn(world, who)
  const list = await here.get(path)
  assert.match(list.text, /Otra sesión · Firefox, Windows/)
  const forgotten = await here.submit(list, 'Dejar de recordar Firefox, Windows')
  assert.match(forgotten.text, /Dejamos de recordar ese navegador/)
  assert.doesNotMatch(forgotten.text, /Firefox/)
  assert.equal((await far.get('/mi-clave')).path, '/ingresar?aviso=sesion')
  assert.ok((await eventsOf(world, who)).includes('device.ended'))
  assert.equal((await here.submit(forgotten, 'Dejar de recordar Un navegador')).path, `${path}?aviso=olvidado`, 'the own browser too: this session goes on')
})
