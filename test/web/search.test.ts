import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { pino } from 'pino'
import { allRoutes } from '../../src/routes.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { find, findable, oneSlip } from '../../src/web/journeys/portal/find.ts'
import { requestLog } from '../../src/web/request-log.ts'
import { portalWords } from '../../src/web/texts/portal-words.ts'
import { searchKeywords, searchWords } from '../../src/web/texts/search-words.ts'
import { buildServer } from '../../src/web/server.ts'
import { injecting, makeBrowser, type Screen } from '../support/browser.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
})

const cardsOf = ({ body }: Screen): readonly string[] => [...body.matchAll(/class="govuk-link clave-card__link" href="([^"]*)"/g)].map(([, href]) => href ?? '')

async function search(typed: string, headers: Record<string, string> = {}): Promise<Screen> {
  return world.browser().post('/buscar', { buscar: typed }, headers)
}

test('what people type leads to the page they mean, with and without accents, in either language', async () => {
  const wanted: readonly (readonly [string, string])[] = [
    ['olvidé mi clave', '/clave'], ['OLVIDE LA CONTRASEÑA', '/clave'], ['forgot my password', '/clave'], ['clave bloqueada', '/desbloquear'],
    ['certificado de afiliación', '/servicios/certificado'], ['certificdo', '/servicios/certificado'], ['Historia laboral', '/servicios/historia-laboral'],
    ['aportes', '/servicios/historia-laboral'], ['cambiar correo', '/mi-clave/contactos'], ['mi celular', '/mi-clave/contactos'], ['cuenta del banco', '/servicios/cuenta-bancaria'],
    ['me hackearon', '/ayuda#no-fui-yo'], ['no fui yo', '/ayuda#no-fui-yo'], ['desbloqear', '/desbloquear'], ['unblock', '/desbloquear'], ['cerrar sesiones', '/mi-clave/sesiones'],
    ['verificar certificado', '/certificado'], ['ingresar', '/ingresar'], ['cambiar clave', '/mi-clave/cambiar'], ['wages', '/servicios/historia-laboral'],
  ]
  for (const [typed, href] of wanted) assert.equal(cardsOf(await search(typed))[0], href, typed)
})

test('the switch of language takes along what was typed, in no address', async () => {
  const browser = world.browser()
  const found = await browser.post('/buscar', { buscar: 'clave bloqueada' })
  const english = await browser.submit(found, 'English')
  assert.equal(english.path, '/buscar?idioma=en')
  assert.match(english.body, /<html lang="en"/)
  assert.equal(english.forms.find(({ labels }) => labels.size > 0)?.fields['buscar'], 'clave bloqueada')
  assert.equal(cardsOf(english)[0], '/desbloquear')
  assert.equal(cardsOf(await browser.submit(english, 'Español'))[0], '/desbloquear')
})

test('every page of the lists is found by its own name in either language, and has words of its own', async () => {
  for (const language of ['es', 'en'] as const) {
    const services = Object.values(portalWords[language].audiences).flatMap(({ groups }) => groups.flatMap((group) => group.services))
    for (const { name, href } of [...services, ...searchWords[language].pages]) {
      assert.ok(cardsOf(await search(name)).includes(href ?? ''), name)
      assert.ok(href !== undefined && searchKeywords[href], `${href} has no keywords`)
    }
  }
})

test('a form without scripts, on the first page and beside the lists; it gives no cookie and needs none', async () => {
  for (const path of ['/', '/afiliados/servicios-en-linea', '/buscar']) {
    const browser = world.browser()
    const found = await browser.submit(await browser.get(path), 'Buscar servicio', { '¿Qué busca?': 'historia laboral' })
    assert.equal(found.status, 200, path)
    assert.equal(found.link('Historia laboral'), '/servicios/historia-laboral')
    assert.match(found.body, /value="historia laboral"/, 'what was typed is still there')
    assert.equal(browser.cookies.size, 0)
  }
})

test('nothing found: the page says what to do; an empty box says so', async () => {
  const none = await search('xilófono')
  assert.equal(none.status, 200)
  assert.match(none.text, /No encontramos nada con esas palabras/)
  assert.equal(none.link('Ver todos los servicios'), '/afiliados/servicios-en-linea')
  const empty = await search('   ')
  assert.deepEqual([empty.status, empty.errors], [422, ['Escriba lo que busca']])
  assert.match((await search('<b>"x\'', { 'accept-language': 'en' })).body, /value="&lt;b&gt;&quot;x&#39;"/)
})

test('ID-3: a cédula typed by mistake is in no address and no log; the page says that nobody is looked up', async () => {
  const lines: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const app = await buildServer({ web: world.web, routes: [requestLog, ...allRoutes(loadAssets(), null)], logger, trustProxy: false })
  const screen = await makeBrowser(injecting(app, '203.0.113.9')).post('/buscar', { buscar: '171003406-5' })
  assert.match(screen.text, /Eso parece un número de cédula/)
  assert.equal(cardsOf(screen)[0], '/clave')
  assert.ok(lines.some((line) => line.includes('/buscar')), 'the request was logged')
  assert.ok(!lines.join('').includes('171003406'))
  for (const { method } of (await world.browser().get('/')).forms) assert.equal(method, 'post')
  await app.close()
})

test('find: the most words win, a name before a sentence, and short words take no slip', () => {
  const entry = (name: string, about = '') => ({ name, ...findable([name], [], [about]) })
  const all = [entry('Uno', 'la clave'), entry('Clave'), entry('Clave bancaria'), entry('Sol')]
  assert.deepEqual(find(all, 'clave').map(({ name }) => name), ['Clave', 'Clave bancaria', 'Uno'])
  assert.deepEqual(find(all, 'clave de banco bancaria').map(({ name }) => name), ['Clave bancaria'])
  assert.deepEqual(find(all, 'sal'), [])
  assert.deepEqual(find(all, '¿?'), [])
  assert.deepEqual(find(all, 'de la').map(({ name }) => name), ['Uno'])
})

test('one slip is one letter more, less, another, or two that changed places; not two', () => {
  for (const typed of ['claev', 'clve', 'cllave', 'clavo', 'clavee', 'lcave']) assert.ok(oneSlip(typed, 'clave'), typed)
  for (const typed of ['cl', 'calev', 'llavo', 'claveee', 'evalc']) assert.ok(!oneSlip(typed, 'clave'), typed)
})
