import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { ownSessionOf, tryKey } from '../../../src/app/own-session.ts'
import { defaultPolicy } from '../../../src/domain/policy.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, key, mailTo, owner, signIn, tryToSignIn } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/mi-clave/cambiar'
const fresh = 'un barco de papel cruza el río'

async function change(browser: Browser, current: string, chosen: string): Promise<Screen> {
  return browser.submit(await browser.get(path), 'Cambiar la clave', { 'Su clave actual': current, 'Nueva clave': chosen, repetida: chosen })
}

test('W-09: the new key works, the old one does not, other sessions end, every address is told', async () => {
  const who = await owner(world, { secondEmail: 'segunda@example.org' })
  const [here, there] = [await signIn(world, who), await signIn(world, who)]
  const before = here.cookies.get('session')
  const done = await change(here, key, fresh)
  assert.equal(done.path, '/mi-clave/cambiar/listo')
  assert.match(done.text, /Su clave cambió/)
  assert.match(done.text, /Cerramos otra sesión/)
  assert.match(done.text, /aviso a sus 2 correos/)
  assert.notEqual(here.cookies.get('session'), before, 'S-02: a new id')
  assert.equal((await here.get('/mi-clave')).status, 200)
  assert.equal((await there.get('/mi-clave')).path, '/ingresar?aviso=sesion')
  for (const to of [who.email, 'segunda@example.org']) {
    const mail = await mailTo(world, to, /Se cambió su clave/)
    assert.match(mail.links[0] ?? '', /\/no-fui-yo\/[\w-]{43}$/)
  }
  assert.equal((await tryToSignIn(world, who, key)).screen.status, 422)
  await world.clock.advance(2_000)
  await signIn(world, who, fresh)
  assert.ok((await eventsOf(world, who)).includes('key.changed'))
})

test('S-02: who had copied the session before the change is out too', async () => {
  const who = await owner(world)
  const here = await signIn(world, who)
  const thief = world.browser()
  for (const [name, value] of here.cookies) thief.cookies.set(name, value)
  assert.equal((await thief.get('/mi-clave')).status, 200)
  await change(here, key, fresh)
  assert.equal((await thief.get('/mi-clave')).path, '/ingresar?aviso=sesion')
})

test('PASS-1, PASS-2: a slip in the new key costs no try, and nothing typed is written back', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const slips: readonly [string, string, RegExp][] = [
    ['', fresh, /Escriba su clave actual/], [key, '', /Escriba su nueva clave/], ['mala', 'corta', /necesita 15 o más/],
    ['mala', 'aaaaaaaaaaaaaaaaaaaa', /muy simple/], [key, key, /igual a la actual/], ['mala', `${who.record.id.value} hola`, /un dato suyo/],
    ['mala', who.email, /un dato suyo/],
  ]
  for (const [current, chosen, sentence] of slips) {
    const answer = await change(browser, current, chosen)
    assert.equal(answer.status, 422)
    assert.match(answer.title, /^Error: /)
    assert.match(answer.errors.join(' '), sentence)
    assert.equal(answer.forms.find(({ buttons }) => buttons.includes('Cambiar la clave'))?.fields['clave'], '')
  }
  assert.ok(!(await eventsOf(world, who)).includes('login.failed'))
})

test('a stolen session is no place to guess in: five wrong keys end it, and the person signs in as before', async () => {
  const who = await owner(world)
  const [stolen, other] = [await signIn(world, who), await signIn(world, who)]
  for (let left = 4; left > 0; left -= 1) assert.match((await change(stolen, `clave equivocada ${left}`, fresh)).errors.join(' '), left === 1 ? /Le queda 1 intento/ : new RegExp(`Le quedan ${left} intentos`))
  assert.equal((await change(stolen, 'clave equivocada otra vez', fresh)).path, '/ingresar?aviso=sesion&volver=change')
  assert.equal((await other.get('/mi-clave')).status, 200, 'the other session is not touched')
  await signIn(world, who)
  const events = await eventsOf(world, who)
  assert.equal(events.filter((type) => type === 'login.failed').length, 5)
  assert.ok(events.includes('session.ended'))
})

test('a right key does not win back what wrong ones spent', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  for (let turn = 0; turn < 3; turn += 1) await change(browser, 'clave equivocada', fresh)
  await change(browser, key, fresh)
  assert.match((await change(browser, 'clave equivocada', 'otra frase con varias palabras')).errors.join(' '), /Le queda 1 intento/)
})

test('a hundred guesses at once in one session: five are compared', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const own = (await ownSessionOf(world.deps, browser.cookies.get('session') ?? ''))!
  const tried = await Promise.all(Array.from({ length: 100 }, (_, at) => tryKey(world.deps, own, `intento ${at}`, { network: '203.0.113.0/24' })))
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'login.failed').length, 5)
  assert.equal(tried.filter(({ is }) => is === 'wrong').length, 4)
  assert.equal((await browser.get('/mi-clave')).path, '/ingresar?aviso=sesion')
})

test('the page is for who is signed in, in both languages, with the menu', async () => {
  assert.equal((await world.browser().get(path)).path, '/ingresar?aviso=sesion&volver=change')
  const who = await owner(world)
  const browser = await signIn(world, who)
  assert.equal((await browser.get(path)).link('Cambiar clave'), path)
  assert.equal((await browser.get('/mi-clave/cambiar/listo')).path, path, 'nothing was changed: nothing to show')
  assert.match((await browser.get(`${path}?idioma=en`)).heading, /Change key/)
})

test('PASS-4: a key that as many people have as may is not taken, and the try is given back', async () => {
  const strict = await createWorld({ policy: { password: defaultPolicy.password } })
  await strict.clock.setNow(noon)
  const common = 'la misma frase para todos'
  for (let turn = 0; turn < 3; turn += 1) assert.equal((await change(await signIn(strict, await owner(strict)), key, common)).path, '/mi-clave/cambiar/listo')
  const browser = await signIn(strict, await owner(strict))
  for (let turn = 0; turn < 6; turn += 1) assert.equal((await change(browser, key, common)).status, 422)
  assert.equal((await change(browser, key, 'otra frase que nadie tiene')).path, '/mi-clave/cambiar/listo')
})
