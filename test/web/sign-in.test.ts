import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { minute } from '../../src/domain/types.ts'
import { allRoutes } from '../../src/routes.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { buildServer } from '../../src/web/server.ts'
import { injecting, makeBrowser, type Screen } from '../support/browser.ts'
import { password } from '../support/journeys.ts'
import { deceased, noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { keyHolder, signIn } from './key-holder.ts'

const wrongKey = 'esta no es la clave'
let world: World

before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

test('the form can be filled by a password manager, and both fields say what they are', async () => {
  const screen = await world.browser().get('/ingresar')
  assert.match(screen.body, /name="cedula"[^>]*autocomplete="username"|autocomplete="username"[^>]*name="cedula"/)
  assert.match(screen.body, /name="clave"[^>]*autocomplete="current-password"/)
  assert.equal(screen.heading, 'Ingresar')
  assert.equal(screen.link('Generar o recuperar clave'), '/clave')
})

test('a format error says what to put right, keeps the number, and costs no try', async () => {
  const browser = world.browser()
  const empty = await browser.submit(await browser.get('/ingresar'), 'Ingresar')
  assert.deepEqual(empty.errors, ['Escriba su número de cédula', 'Escriba su clave'])
  const mistyped = await browser.submit(empty, 'Ingresar', { 'Número de cédula': '171003406 6', Clave: wrongKey })
  assert.equal(mistyped.errors.length, 1)
  assert.match(mistyped.title, /^Error: /)
  assert.equal(mistyped.forms[0]?.fields['cedula'], '171003406 6')
  assert.equal(mistyped.forms[0]?.fields['clave'], '')
  assert.ok(!mistyped.body.includes(wrongKey))
  assert.deepEqual(await world.database.sql('select 1 from clave.login_attempts'), [])
})

/** What a stranger can look at, with the number and the clock taken out. */
function seen({ status, headers, body, path }: Screen, number: string): unknown {
  const { date: _, ...rest } = headers
  return { status, rest, path, body: body.replaceAll(number, '##########').replace(/name="formulario" value="[^"]*"/g, ''), bytes: body.length }
}

test('LOGIN-3, LOGIN-4: unknown, wrong, blocked, right while blocked, frozen and deceased are the same bytes', async () => {
  const browser = world.browser()
  const holder = await keyHolder(world, 0)
  const frozen = await keyHolder(world, 1)
  await browser.submit(await browser.get(frozen.notMe), 'No fui yo', { 'Número de cédula': frozen.record.id.value })
  const dead = deceased()
  await world.enrol(dead)
  const attempt = async (number: string, key: string): Promise<unknown> => {
    await world.clock.advance(minute)
    return seen(await signIn(browser, number, key), number)
  }
  const reference = await attempt('1710034065', wrongKey)
  assert.deepEqual(await attempt(frozen.record.id.value, password), reference, 'frozen')
  assert.deepEqual(await attempt(dead.id.value, wrongKey), reference, 'deceased')
  for (let turn = 1; turn <= 6; turn += 1) assert.deepEqual(await attempt(holder.record.id.value, wrongKey), reference, `wrong, turn ${turn}`)
  assert.deepEqual(await attempt(holder.record.id.value, password), reference, 'right while blocked')
})

test('LOGIN-3: who is early is told how long to wait, known or not, and keeps the number', async () => {
  const known = worker(2)
  await world.enrol(known)
  const told: unknown[] = []
  const browser = world.browser()
  for (const number of [known.id.value, '0102030400']) {
    await world.clock.freeze(noon)
    await signIn(browser, number, wrongKey)
    const early = await signIn(browser, number, wrongKey)
    assert.equal(early.forms[0]?.fields['cedula'], number)
    told.push(seen(early, number))
    assert.deepEqual([early.status, early.headers['retry-after']], [429, '1'])
    assert.match(early.errors[0] ?? '', /Espere 1 segundo /)
  }
  assert.deepEqual(told[0], told[1])
})

test('LOGIN-6: with the queue full the page says so, with 503 and Retry-After, and no try is spent', async () => {
  const before = await world.database.sql('select sum(in_a_row) from clave.login_attempts')
  const deps = { ...world.deps, hasher: { ...world.deps.hasher, reserve: () => null } }
  const app: FastifyInstance = await buildServer({ web: { ...world.web, deps }, routes: allRoutes(loadAssets(), null), logger: false, trustProxy: false })
  const screen = await signIn(makeBrowser(injecting(app, '203.0.113.9')), '0102030400', wrongKey)
  assert.deepEqual([screen.status, screen.headers['retry-after']], [503, '5'])
  assert.deepEqual(await world.database.sql('select sum(in_a_row) from clave.login_attempts'), before)
  await app.close()
})

test('L-08, L-13: where strangers find the queue full they are told so before anything is read; who has the cookie of a browser is read all the same', async () => {
  const holder = await keyHolder(world, 9)
  const browser = world.browser()
  await signIn(browser, holder.record.id.value)
  const hasher = { ...world.deps.hasher, isFull: (lane: string) => lane === 'stranger' }
  const app: FastifyInstance = await buildServer({ web: { ...world.web, deps: { ...world.deps, hasher } }, routes: allRoutes(loadAssets(), null), logger: false, trustProxy: false })
  const post = (device: string | undefined, language: string) => app.inject({
    method: 'POST', url: '/ingresar', payload: 'not even a form of ours', headers: { 'accept-language': language, ...(device === undefined ? {} : { cookie: `device=${device}` }) },
  })
  const screens = [await post(undefined, 'es'), await post(undefined, 'en'), await post('made-up', 'es')]
  assert.deepEqual(screens.map(({ statusCode, headers }) => [statusCode, headers['retry-after'], headers['cache-control']]), screens.map(() => [503, '5', 'no-store']))
  assert.deepEqual(screens.map(({ body }) => /<h1[^>]*>([^<]*)/.exec(body)?.[1]), ['Hay muchas personas en este momento', 'There are many people at the moment', 'Hay muchas personas en este momento'])
  const cookie = browser.cookies.get('device')
  assert.equal((await post(cookie, 'es')).statusCode, 403, 'read, and not a form of ours')
  const known = makeBrowser(injecting(app, '203.0.113.9'))
  known.cookies.set('device', cookie!)
  assert.equal((await signIn(known, holder.record.id.value)).path, '/mi-clave')
  await app.close()
})

test('SESSION-1, S-01, S-02: signing in gives a new id in a cookie of the browser session; what was there before is dead', async () => {
  const holder = await keyHolder(world, 3)
  const browser = world.browser()
  browser.cookies.set('session', 'planted')
  const home = await signIn(browser, holder.record.id.value)
  assert.equal(home.path, '/mi-clave')
  const first = browser.cookies.get('session') ?? ''
  assert.match(first, /^[\w-]{43}$/)
  assert.equal((await browser.get('/ingresar')).path, '/mi-clave', 'who is signed in is led home')
  const thief = world.browser()
  thief.cookies.set('session', first)
  assert.equal((await thief.get('/mi-clave')).status, 200)

  const form = await world.browser().get('/ingresar')
  assert.ok(form.forms[0])
  const posted = await world.app.inject({ method: 'GET', url: '/mi-clave', headers: { cookie: `session=${first}` } })
  const token = /name="formulario" value="([\w-]+)"/.exec(posted.body)?.[1] ?? ''
  const browserId = String(posted.headers['set-cookie']).match(/browser=([\w-]+)/)?.[1] ?? ''
  const again = await world.app.inject({
    method: 'POST', url: '/ingresar', headers: { cookie: `session=${first}; browser=${browserId}`, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ formulario: token, cedula: holder.record.id.value, clave: password }).toString(),
  })
  assert.deepEqual([again.statusCode, again.headers.location], [303, '/mi-clave'])
  const set = [again.headers['set-cookie'] ?? []].flat().find((cookie) => cookie.startsWith('session=')) ?? ''
  assert.match(set, /; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.equal((await thief.get('/mi-clave')).path, '/ingresar?aviso=sesion')
})
