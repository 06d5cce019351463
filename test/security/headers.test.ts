/** B-01, B-02, B-05, M-07: the headers of every answer, which methods there are, and that no header of a request moves a link. */
import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { before, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { walkTo, walker, password, mailPage } from '../web/first-key/walk.ts'
import { noon, worker } from '../support/people.ts'
import { baseUrl, createWorld, type World } from '../support/world.ts'

let world: World
/** Cookies of somebody signed in, with a journey that is done: every page is open to them. */
let cookie: string
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
  const who = walker(world, worker(0), 'cabeceras@example.org')
  await world.enrol(who.record)
  await walkTo(world, who, 'password')
  await who.browser.submit(await who.browser.get('/ingresar'), 'Ingresar', { cedula: who.record.id.value, clave: password })
  cookie = [...who.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
})

const policy = [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "worker-src 'self'", "connect-src 'self'", "form-action 'self'",
  "base-uri 'none'", "frame-ancestors 'none'",
].join('; ')

interface Route { readonly method: string; readonly url: string }

/** The server's own list, so that a new route is tried without anybody thinking of it. */
function routes(): readonly Route[] {
  const lines = world.app.printRoutes({ commonPrefix: false }).split('\n')
  const depth: string[] = []
  return lines.flatMap((line) => {
    const found = /^([│├└─ ]*)(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line)
    if (!found) return []
    const level = (found[1] ?? '').length / 4
    depth[level] = found[2] ?? ''
    const url = depth.slice(1, level + 1).join('') || '/'
    return (found[3] ?? '').split(', ').filter((method) => method !== '').map((method) => ({ method, url: url.replace(/:\w+/g, 'x'.repeat(43)) }))
  })
}

function ask(options: InjectOptions): ReturnType<World['app']['inject']> {
  return world.app.inject({ remoteAddress: '192.0.2.9', ...options }) as ReturnType<World['app']['inject']>
}

async function assertHeaders(options: InjectOptions, cacheable = false): Promise<number> {
  const { headers, statusCode } = await ask(options)
  const what = `${options.method} ${String(options.url)} (${statusCode})`
  assert.equal(headers['content-security-policy'], policy, what)
  assert.equal(headers['x-content-type-options'], 'nosniff', what)
  assert.equal(headers['referrer-policy'], 'no-referrer', what)
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin', what)
  assert.equal(headers['cross-origin-resource-policy'], 'same-origin', what)
  assert.match(String(headers['permissions-policy']), /camera=\(\)/, what)
  if (!cacheable) assert.equal(headers['cache-control'], 'no-store', what)
  for (const name of Object.keys(headers)) assert.doesNotMatch(name, /^(server|x-powered-by|access-control-.*)$/, what)
  for (const line of [headers['set-cookie'] ?? []].flat()) assert.match(line, /; Path=\/; HttpOnly; SameSite=Lax$|Max-Age=\d+; Path=\/(; Expires=[^;]+)?; HttpOnly; SameSite=Lax$/, what)
  return statusCode
}

test('the list of routes is read', () => {
  const all = routes().map(({ method, url }) => `${method} ${url}`)
  for (const known of ['GET /', 'GET /clave', 'POST /clave', 'GET /clave/preguntas', 'POST /clave/nueva-clave', 'GET /mi-clave', 'POST /salir', 'POST /no-fui-yo', `GET /enlace/${'x'.repeat(43)}`]) {
    assert.ok(all.includes(known), `${known} among ${all.join(', ')}`)
  }
})

test('every route sends the headers, to a stranger and to somebody signed in, also when it refuses and redirects', async () => {
  const seen = new Set<number>()
  for (const { method, url } of routes()) {
    for (const headers of [{}, { cookie }]) seen.add(await assertHeaders({ method: method as 'GET', url, headers }))
  }
  for (const status of [200, 303, 403, 404]) assert.ok(seen.has(status), `some answer is ${status}`)
})

test('pages that are not there, broken requests and too much of them send the headers too', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const cases: readonly (readonly [number, InjectOptions])[] = [
    [404, { method: 'GET', url: '/no-existe' }], [404, { method: 'GET', url: '/demo/personas' }], [404, { method: 'GET', url: '/assets/no-existe.css' }],
    [404, { method: 'GET', url: '/%ff' }], [404, { method: 'GET', url: '/..%2f..%2fetc/passwd' }], [404, { method: 'GET', url: `/enlace/${'x'.repeat(400)}` }],
    [403, { method: 'POST', url: '/clave', headers: form, payload: 'cedula=1' }],
    [413, { method: 'POST', url: '/clave', headers: form, payload: `cedula=${'9'.repeat(70_000)}` }],
  ]
  for (const [status, options] of cases) assert.equal(await assertHeaders(options), status, String(options.url).slice(0, 40))
})

test('B-07: what is no proper HTTP is refused with a page and the headers, and the server goes on', async () => {
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = world.app.server.address() as AddressInfo
  const post = (head: string, body: string): string => `POST /clave HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n${head}\r\n\r\n${body}`
  const cases: readonly (readonly [number, string])[] = [
    [431, `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(40_000)}\r\n\r\n`], [400, 'hola\r\n\r\n'], [400, 'GET / HTTP/9.9\r\n\r\n'],
    [400, 'GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n'], [400, 'GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n folded\r\n b\u0000\r\n\r\n'],
    [400, post('Content-Length: 1\r\nContent-Length: 2', 'ab')], [400, post('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    [400, post('Transfer-Encoding: chunked', 'zz\r\n\r\n')], [400, post('Content-Length: -1', '')], [400, 'GET / HTTP/1.1\nHost: x\n\n'],
  ]
  for (const [status, request] of cases) {
    const answer = await rawAnswer(port, request)
    assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), JSON.stringify(request.slice(0, 60)))
    assert.ok(answer.includes(`content-security-policy: ${policy}`), 'the policy')
    assert.match(answer, /<h1 class="govuk-heading-l">/)
    assert.doesNotMatch(answer, /aaaaaaaa|hola|folded/)
  }
  assert.equal((await ask({ method: 'GET', url: '/' })).statusCode, 200)
})

function rawAnswer(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    socket.setTimeout(5_000, () => socket.destroy(new Error(`no answer to ${JSON.stringify(request.slice(0, 60))}`)))
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString()
      if (answer.includes('</html>')) socket.end()
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
}

test('the assets may be kept for ever, and are what they say', async () => {
  for (const name of ['clave.css', 'icon.svg', 'figures.svg', 'robot.js', 'robot-worker.js'] as const) {
    const url = world.web.site.asset(name as 'clave.css')
    await assertHeaders({ method: 'GET', url }, true)
    const { headers } = await ask({ method: 'GET', url })
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
  }
})

test('B-05: only the methods of a route exist; TRACE, PUT, DELETE, PATCH and OPTIONS are nowhere, and no field makes one of another', async () => {
  for (const { url } of routes().filter(({ method }) => method === 'GET')) {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'] as const) {
      const status = await assertHeaders({ method: method as 'PUT', url, headers: { cookie } })
      assert.ok([404, 405].includes(status), `${method} ${url}: ${status}`)
    }
  }
  const over = { cookie, 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
  await ask({ method: 'GET', url: '/salir?_method=POST', headers: over })
  assert.equal((await ask({ method: 'GET', url: '/mi-clave', headers: { cookie } })).statusCode, 200, 'still signed in')
})

test('HEAD is GET without the body', async () => {
  for (const url of ['/', '/clave', '/ingresar', '/mi-clave', '/no-existe', '/enlace', '/no-fui-yo']) {
    const [head, get] = [await ask({ method: 'HEAD', url, headers: { cookie } }), await ask({ method: 'GET', url, headers: { cookie } })]
    assert.equal(head.statusCode, get.statusCode, url)
    assert.equal(head.body, '', url)
    assert.equal(head.headers['content-type'], get.headers['content-type'], url)
  }
})

test('over https the cookies carry __Host- and Secure, and the browser is told to stay with https', async () => {
  const { makeCookies } = await import('../../src/web/cookies.ts')
  const { guard } = await import('../../src/web/guard.ts')
  const { default: fastify } = await import('fastify')
  const { default: cookies } = await import('@fastify/cookie')
  const app = fastify()
  await app.register(cookies)
  guard(app, { ...world.web, baseUrl: 'https://clave.ejemplo.ec' })
  app.get('/', (_request, reply) => {
    makeCookies(true).write(reply, 'session', 'abc')
    return 'x'
  })
  const { headers } = await app.inject('/')
  assert.match(String(headers['set-cookie']), /^__Host-session=abc; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  assert.match(String(headers['strict-transport-security']), /max-age=(\d+); includeSubDomains/)
  await app.close()
})

const lies: readonly Record<string, string>[] = [
  { host: 'evil.example' }, { host: 'localhost:3000.evil.example' }, { host: 'localhost:1' }, { host: 'user@evil.example' }, { host: 'LOCALHOST:3000' }, { host: '' },
  { 'x-forwarded-host': 'evil.example' }, { 'x-forwarded-host': 'evil.example, localhost:3000' }, { 'x-forwarded-proto': 'https' }, { 'x-forwarded-port': '1' },
  { forwarded: 'host=evil.example;proto=https' }, { 'x-original-url': '/evil', 'x-rewrite-url': '/evil' }, { 'x-host': 'evil.example', 'x-forwarded-server': 'evil.example' },
]

test(`M-07: ${lies.length} ways to lie about the host change neither pages, redirects nor mails`, async () => {
  const honest = (await ask({ method: 'GET', url: '/clave' })).body
  const withoutToken = (body: string): string => body.replace(/name="formulario" value="[^"]*"/, '')
  for (const [at, headers] of lies.entries()) {
    const shown = await ask({ method: 'GET', url: '/clave', headers })
    assert.equal(withoutToken(shown.body), withoutToken(honest), JSON.stringify(headers))
    const sent = await ask({ method: 'GET', url: `/enlace/${'a'.repeat(43)}`, headers })
    assert.equal(sent.headers.location, '/enlace', JSON.stringify(headers))
    const absolute = await ask({ method: 'GET', url: 'http://evil.example/mi-clave', headers: { ...headers } })
    assert.doesNotMatch(JSON.stringify([absolute.headers, absolute.body]), /evil/)
    const who = walker(world, worker(at + 1), `anfitrion-${at}@example.org`)
    await world.enrol(who.record)
    const last = await walkTo(world, who, 'figure')
    await who.browser.post('/clave/figura-otra-vez', { ...last.forms[0]!.fields, figura: 'sol' }, headers)
    const { links, raw } = await world.inbox.waitFor(who.email)
    await mailPage(who.browser)
    assert.ok(links.every((link) => link.startsWith(`${baseUrl}/`)), links.join(' '))
    assert.doesNotMatch(raw, /evil/)
  }
})
