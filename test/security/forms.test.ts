/** S-05, B-05: forms are taken from our own pages in the same browser only; and nothing that can be sent breaks a page or comes back unescaped. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import type { Browser } from '../support/browser.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { freshBrowser, password, walkTo, walker, type Stop } from '../web/first-key/walk.ts'
import { formTokenField } from '../../src/web/form-token.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

type Answer = Awaited<ReturnType<typeof ask>>

async function ask(options: InjectOptions): Promise<{ statusCode: number; headers: Record<string, unknown>; body: string; rawPayload: Buffer }> {
  return (await world.app.inject({ remoteAddress: '192.0.2.10', ...options })) as never
}

const cookieOf = (browser: Browser): string => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** A post as a browser would send it, but for what the case changes. */
function post(path: string, browser: Browser, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  return ask({
    method: 'POST', url: path, payload: new URLSearchParams(fields).toString(),
    headers: present({ cookie: cookieOf(browser), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers }),
  })
}

/** '' takes a header away. */
const present = (headers: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))

let place = 0
async function somebodyAt(stop: Stop): Promise<{ browser: Browser; token: string }> {
  const who = walker(world, worker(place++), `formularios-${place}@example.org`)
  await world.enrol(who.record)
  const screen = await walkTo(world, who, stop)
  return { browser: who.browser, token: screen.forms[0]?.fields[formTokenField] ?? '' }
}

async function signedIn(): Promise<{ browser: Browser; token: string; before: string }> {
  const who = walker(world, worker(place++), `formularios-${place}@example.org`)
  await world.enrol(who.record)
  await walkTo(world, who, 'password')
  const login = await who.browser.get('/ingresar')
  const home = await who.browser.submit(login, 'Ingresar', { cedula: who.record.id.value, clave: password })
  assert.equal(home.path, '/mi-clave')
  return { browser: who.browser, token: home.forms[0]?.fields[formTokenField] ?? '', before: login.forms[0]?.fields[formTokenField] ?? '' }
}

test('the token is another text on every page, holds for its browser alone, and no changed one does', async () => {
  const { formTokens } = world.web
  const issued = Array.from({ length: 1_000 }, () => formTokens.issue('navegador', undefined))
  assert.equal(new Set(issued).size, issued.length)
  assert.ok(issued.every((token) => formTokens.holds(token, 'navegador', undefined)))
  fc.assert(fc.property(fc.constantFrom(...issued), fc.nat(42), fc.constantFrom(...'ABab01-_é'), (token, at, sign) => {
    const changed = token.slice(0, at) + sign + token.slice(at + 1)
    assert.equal(formTokens.holds(changed, 'navegador', undefined), Buffer.from(changed, 'base64url').equals(Buffer.from(token, 'base64url')) && changed.length === 43)
  }))
  fc.assert(fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), fc.option(fc.string(), { nil: undefined }), (token, browser, session) => {
    assert.equal(formTokens.holds(token, browser, session), false)
  }))
})

test('matrix: a form without its token, with a foreign, an old or another person’s one, or from elsewhere is refused and changes nothing', async () => {
  const { browser, token } = await somebodyAt('questions') // on the page of the contacts
  const other = await somebodyAt('questions')
  const fields = { correo: 'otra@example.org', telefono: '0991234567' }
  const refused: readonly (readonly [string, Record<string, string>, Record<string, string>])[] = [
    ['no token', {}, {}], ['empty', { [formTokenField]: '' }, {}], ['of another person', { [formTokenField]: other.token }, {}],
    ['invented', { [formTokenField]: 'A'.repeat(43) }, {}], ['in the address only', {}, {}],
    ['cross-site', { [formTokenField]: token }, { 'sec-fetch-site': 'cross-site' }], ['same-site', { [formTokenField]: token }, { 'sec-fetch-site': 'same-site' }],
    ['foreign origin of an old browser', { [formTokenField]: token }, { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['its cookie lost', { [formTokenField]: token }, { cookie: `journey=${browser.cookies.get('journey')}` }],
    ['as JSON', { [formTokenField]: token }, { 'content-type': 'application/json' }], ['as text', { [formTokenField]: token }, { 'content-type': 'text/plain' }],
  ]
  for (const [what, extra, headers] of refused) {
    const url = what === 'in the address only' ? `/clave/contactos?${formTokenField}=${token}` : '/clave/contactos'
    const { statusCode, body } = await post(url, browser, { ...fields, ...extra }, headers)
    assert.equal(statusCode, 403, what)
    assert.match(body, /No pudimos recibir lo que envió/, what)
    assert.equal((await browser.get('/clave/personal')).status, 404)
    assert.equal((await browser.get('/clave/preguntas-personales')).path.split('?')[0], '/clave/contactos', `${what}: the step is not done`)
  }
  const taken = await post('/clave/contactos', browser, { ...fields, [formTokenField]: token }, { 'sec-fetch-site': '', origin: 'null' })
  assert.equal(taken.statusCode, 303, 'an old browser that hides its origin is let in by the token')
})

test('a token from before the sign-in is dead after it, and so is one of a session that ended', async () => {
  const { browser, token, before: old } = await signedIn()
  assert.equal((await post('/salir', browser, { [formTokenField]: old })).statusCode, 403)
  assert.equal((await browser.get('/mi-clave')).path, '/mi-clave', 'still signed in')
  const session = browser.cookies.get('session') ?? ''
  assert.equal((await post('/salir', browser, { [formTokenField]: token })).statusCode, 303)
  browser.cookies.delete('session')
  assert.equal((await post('/clave', browser, { [formTokenField]: token })).statusCode, 403)
  browser.cookies.set('session', session)
  assert.match((await browser.get('/mi-clave')).path, /^\/ingresar/, 'the cookie of an ended session opens nothing')
})

test('GET on the address of a form changes nothing', async () => {
  const { browser } = await signedIn()
  for (const path of ['/salir', '/sesion/seguir', '/clave/correo/otra-vez']) assert.equal((await browser.get(path)).status, 404, path)
  assert.equal((await browser.get('/mi-clave')).path, '/mi-clave')
})

const paths = [
  '/', '/afiliados', '/afiliados/servicios-en-linea', '/ayuda', '/privacidad', '/clave', '/clave/espera', '/clave/preparar', '/clave/preguntas', '/clave/contactos',
  '/clave/preguntas-personales', '/clave/figura', '/clave/figura-otra-vez', '/clave/correo', '/clave/correo/otra-vez', '/clave/condiciones', '/clave/nueva-clave',
  '/clave/listo', '/enlace', '/enlace/x', '/ingresar', '/mi-clave', '/salir', '/sesion/seguir', '/no-fui-yo', '/no-fui-yo/x', '/robot/reto', '/assets/x', '/demo', '/no-existe',
]
const names = [
  'cedula', 'clave', 'repetida', 'robot', 'altcha', 'correo', 'correo2', 'correo-elegido', 'telefono', 'pregunta-1', 'respuesta-1', 'figura', 'codigo', 'acepto', 'version',
  'frase', 'intento', 'nacimiento-day', 'nacimiento-month', 'nacimiento-year', '__proto__', 'constructor', 'toString', formTokenField,
]
const nasty = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' or 1=1 --", '\u0000', '%00', '%', '%ff%fe', '../../etc/passwd', '\r\nSet-Cookie: x=1', '\u2028', '\ud800', '{{7*7}}',
  '${7*7}', 'A'.repeat(5_000), '1710034065', '١٢٣٤', 'é'.normalize('NFD'), '-1', '1e309', 'NaN', '[object Object]', 'null', '😀'.repeat(300), '‮abc', '=cmd()', ' ',
]
const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 60 }))
const encoded = (value: string): string => encodeURIComponent(value.toWellFormed())
const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom('idioma', 'aviso', ...names), text), text), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&'))
const headerText = text.map((value) => value.replace(/[^\x20-\x7e]/g, '').slice(0, 4_000))

/** The words that only we would not write: when they come back, they must be escaped. */
const unescaped = /<script>alert|<img src=x|onerror=alert\(1\)>/

interface Sent { readonly method: 'GET' | 'POST'; readonly path: string; readonly query: string; readonly fields: [string, string][]; readonly twice: boolean; readonly malformed: string; readonly headers: Record<string, string> }

const request: fc.Arbitrary<Sent> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST'), path: fc.constantFrom(...paths), query,
  fields: fc.array(fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: text }), text), { maxLength: 8 }), twice: fc.boolean(),
  malformed: fc.constantFrom('', '', '', '', '&%', '&=%zz', '&a[b][c]=1', '&cedula=1&cedula=2', '\u0000', '&;;;==&&'),
  headers: fc.dictionary(fc.constantFrom('accept-language', 'accept-encoding', 'user-agent', 'referer', 'x-forwarded-for', 'if-none-match', 'range', 'x-request-id', 'prefer'), headerText, { maxKeys: 3 }),
})

test('2,000 requests of all kinds over all routes: never a fault of ours, never a stack, never markup that came back', { timeout: 120_000 }, async () => {
  const browsers = [freshBrowser(world), (await signedIn()).browser]
  for (const stop of ['identify', 'prepare', 'questions', 'contacts', 'personal-questions', 'figure', 'mail', 'terms'] as const) browsers.push((await somebodyAt(stop)).browser)
  await browsers[0]!.get('/clave')
  const statuses = new Map<number, number>()
  let taken = 0
  const property = fc.asyncProperty(request, fc.nat(browsers.length - 1), async (sent, at) => {
    const browser = browsers[at]!
    const valid = world.web.formTokens.issue(browser.cookies.get('browser') ?? '', browser.cookies.get('session'))
    const { statusCode, headers, body } = await dispatch(sent, browser, valid)
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
    if (sent.method === 'POST' && statusCode !== 403) taken += 1
    const what = `${sent.method} ${sent.path} → ${statusCode}`
    assert.ok(statusCode < 500, what)
    assert.doesNotMatch(body, /\.ts:\d+|node_modules|at async |select .* from |FST_/, what)
    assert.doesNotMatch(body, unescaped, what)
    assert.match(String(headers['content-security-policy']), /^default-src 'none'/, what)
    assert.doesNotMatch(JSON.stringify(headers['set-cookie'] ?? ''), /x=1/, what)
    if (statusCode === 303) assert.match(String(headers['location']), /^\/[\w/-]*(\?aviso=[\w-]+)?$/, what)
  })
  await fc.assert(property, { numRuns: 2_000, endOnFailure: true })
  assert.ok(taken > 800, `${taken} posts got past the guard; ${JSON.stringify([...statuses])}`)
})

function dispatch({ method, path, query: search, fields, twice, malformed, headers }: Sent, browser: Browser, token: string): Promise<Answer> {
  const url = search === '' ? path : `${path}?${search}`
  const common = { ...headers, cookie: cookieOf(browser) }
  if (method === 'GET') return ask({ method, url, headers: common })
  const pairs = [[formTokenField, token] as const, ...fields, ...(twice ? fields : [])]
  const payload = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&') + malformed
  return ask({ method, url, payload, headers: { ...common, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } })
}

test('what stands in the address never comes back in a page: nothing to guess a compressed page with', async () => {
  const { browser } = await somebodyAt('figure-again')
  const inside = (await signedIn()).browser
  for (const each of [freshBrowser(world), browser, inside]) {
    for (const path of paths) {
      const { body } = await ask({ method: 'GET', url: `${path}?zarzamora=zarzamora&aviso=zarzamora&idioma=zarzamora&cedula=zarzamora`, headers: { cookie: cookieOf(each), referer: 'http://zarzamora/', 'user-agent': 'zarzamora', 'accept-language': 'zarzamora' } })
      assert.ok(!body.includes('zarzamora'), path)
    }
  }
})

test('a long page is the same page compressed, and goes out plain to who cannot read it', async () => {
  const { browser } = await somebodyAt('contacts')
  const page = (encoding: string): Promise<Answer> => ask({ method: 'GET', url: '/clave/preguntas-personales', headers: { cookie: cookieOf(browser), 'accept-encoding': encoding } })
  const [plain, refused, short] = [await page('identity'), await page('br, gzip;q=0'), await page('br, gzip')]
  for (const { headers } of [plain, refused]) assert.equal(headers['content-encoding'], undefined)
  assert.equal(short.headers['content-encoding'], 'gzip')
  assert.equal(short.headers['vary'], 'accept-encoding')
  const withoutToken = (body: string): string => body.replace(/name="formulario" value="[\w-]{43}"/g, '')
  assert.equal(withoutToken(gunzipSync(short.rawPayload).toString()), withoutToken(plain.body))
  assert.ok(short.rawPayload.length < 4_096)
})
