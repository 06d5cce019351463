import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { allRoutes } from '../../src/routes.ts'
import { makeWeb } from '../../src/web/make-web.ts'
import { buildServer } from '../../src/web/server.ts'
import { injecting, makeBrowser, type Browser } from '../support/browser.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World

before(async () => {
  world = await createWorld()
})

test('the way of the request: Afiliados, Servicios en línea, Generar o recuperar clave', async () => {
  const browser = world.browser()
  const home = await browser.get('/')
  const menu = /<details class="clave-menu" name="menu"><summary[^>]*>Afiliados<\/summary><ul[^>]*>.*?<\/ul><\/details>/.exec(home.body)?.[0] ?? ''
  const services = /href="([^"]+)"[^>]*>Servicios en línea</.exec(menu)?.[1] ?? ''
  assert.equal(services, '/afiliados/servicios-en-linea')
  const list = await browser.get(services)
  assert.equal(list.heading, 'Afiliados Servicios en línea')
  assert.equal(list.link('Generar o recuperar clave'), '/clave')
  assert.equal((await browser.get('/clave')).status, 200)
})

test('the three parts of the menu stand on every page of the portal, and a part leads to its list', async () => {
  for (const path of ['/', '/afiliados', '/pensionistas', '/empleadores', '/ayuda', '/accesibilidad', '/privacidad', '/software-libre']) {
    const { status, body } = await world.browser().get(path)
    assert.equal(status, 200, path)
    assert.deepEqual([...body.matchAll(/<summary[^>]*>(?:<strong[^>]*>)?([A-Z]\w+)/g)].map(([, name]) => name), ['Afiliados', 'Pensionistas', 'Empleadores'], path)
  }
})

test('what exists is a link; what does not exist yet is said and is none', async () => {
  const browser = world.browser()
  const { body, text } = await browser.get('/afiliados/servicios-en-linea')
  for (const name of ['Historia laboral', 'Desbloquear clave', 'Cambiar clave']) assert.match(body, new RegExp(`<a[^>]*>${name}`), name)
  const employers = await browser.get('/empleadores/servicios-en-linea')
  const soon = [text, employers.text].join(' ').split('Próximamente').length - 1
  const cards = [body, employers.body].join('').split('clave-card--soon').length - 1
  assert.equal(soon, cards)
})

/** Every address a page of ours leads to, followed from the first page, without forms. */
async function crawl(browser: Browser, from: string): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  const waiting = [from]
  while (waiting.length > 0) {
    const path = waiting.pop() ?? ''
    if (seen.has(path)) continue
    const { status, body } = await browser.get(path)
    seen.set(path, status)
    for (const [, href = ''] of body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) if (!seen.has(href)) waiting.push(href.replaceAll('&amp;', '&'))
  }
  return seen
}

test('no link of a page that anybody can open is broken, in either language', async () => {
  const seen = await crawl(world.browser(), '/')
  assert.ok(seen.size > 25, `${seen.size} addresses`)
  assert.deepEqual([...seen].filter(([, status]) => status !== 200), [])
})

test('numbers on the help page are those of the policy', async () => {
  const policy = { ...world.deps.policy, login: { ...world.deps.policy.login, inARow: 7 } }
  const app = await buildServer({ web: { ...world.web, policy }, routes: allRoutes(makeWebAgain({}).assets, null), logger: false, trustProxy: false })
  const screen = await makeBrowser(injecting(app, '203.0.113.9')).get('/ayuda')
  assert.ok(screen.text.includes('Después de 7 claves equivocadas seguidas'))
  await app.close()
})

function makeWebAgain(contacts: { help?: string; privacy?: string }) {
  return makeWeb({ deps: world.deps, robot: world.web.robot, institution: 'Instituto de Prueba', contacts, baseUrl: world.web.baseUrl, demo: false, formKey: Buffer.alloc(32, 1), newBrowserId: () => 'browser' })
}

test('contacts are those of the configuration; without any, the offices; nothing is invented', async () => {
  const web = makeWebAgain({ help: 'Llame al 1800 <cero>.' })
  const app = await buildServer({ web, routes: allRoutes(web.assets, null), logger: false, trustProxy: false })
  const browser = makeBrowser(injecting(app, '203.0.113.9'))
  for (const path of ['/ayuda', '/accesibilidad', '/privacidad']) assert.ok((await browser.get(path)).text.includes('Llame al 1800 <cero>.'), path)
  await app.close()
  assert.ok((await world.browser().get('/privacidad')).text.includes('En una oficina de la institución.'))
})

test('the pages change nothing: no cookie is set unless a language is chosen', async () => {
  const browser = world.browser()
  for (const path of ['/', '/ayuda', '/privacidad', '/afiliados/servicios-en-linea']) await browser.get(path)
  assert.deepEqual([...browser.cookies], [])
  const english = await browser.get('/?idioma=en')
  assert.equal(english.heading, 'What do you want to do?')
  assert.deepEqual([...browser.cookies], [['idioma', 'en']])
})
