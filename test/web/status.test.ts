import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { allIsWell, noticeFault, type SiteStatus } from '../../src/domain/site-status.ts'
import { allRoutes } from '../../src/routes.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { layoutFor, type Site } from '../../src/web/layout.ts'
import { buildServer } from '../../src/web/server.ts'
import { startStatusWatch } from '../../src/web/status-watch.ts'
import type { Web } from '../../src/web/web.ts'
import { injecting, makeBrowser } from '../support/browser.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
})

const notice = { es: 'El sábado de 22:00 a 23:00 habrá <mantenimiento>.', en: 'Maintenance on Saturday.', setAt: 0 }

test('what the operator says stands on every page in its language, until it is taken away; so on pages kept in memory', async () => {
  let status: SiteStatus = allIsWell
  const site: Site = { ...world.web.site, status: () => status }
  const web: Web = { ...world.web, site, layout: layoutFor(site) }
  const app = await buildServer({ web, routes: allRoutes(loadAssets(), null), logger: false, trustProxy: false })
  const said = async (path: string, language = 'es'): Promise<string | undefined> =>
    /<aside class="clave-status"[^>]*>.*?<\/aside>/s.exec((await makeBrowser(injecting(app, '203.0.113.9')).get(path, { 'accept-language': language })).body)?.[0].replace(/<[^>]*>/g, '')
  const paths = ['/', '/clave', '/ingresar', '/ayuda', '/buscar', '/desbloquear', '/comprobar', '/certificado', '/no-existe', '/no-fui-yo', '/afiliados/servicios-en-linea']
  for (const path of paths) assert.equal(await said(path), undefined, path)
  status = { notice, trouble: null }
  for (const path of paths) {
    assert.equal(await said(path), 'Aviso: El sábado de 22:00 a 23:00 habrá &lt;mantenimiento&gt;.', path)
    assert.equal(await said(path, 'en'), 'Notice: Maintenance on Saturday.', path)
  }
  status = { notice, trouble: 'mail' }
  assert.match(await said('/') ?? '', /mantenimiento.*Los correos están tardando/)
  status = { notice: null, trouble: 'database' }
  assert.match(await said('/') ?? '', /^Aviso: Tenemos un problema técnico/)
  status = allIsWell
  for (const path of paths) assert.equal(await said(path), undefined, path)
  await app.close()
})

test('the watch: the same object while nothing changes; a database that fails twice in a row, or is silent, is in trouble until it answers', async () => {
  let answer: () => Promise<{ notice: typeof notice | null; mailLate: boolean }> = async () => ({ notice, mailLate: false })
  const watch = startStatusWatch({ read: () => answer(), beat: 1_000_000, patience: 20 })
  assert.equal(watch.current(), allIsWell)
  await watch.look()
  const first = watch.current()
  assert.deepEqual(first, { notice, trouble: null })
  await watch.look()
  assert.equal(watch.current(), first)
  answer = () => Promise.reject(new Error('gone'))
  await watch.look()
  assert.equal(watch.current(), first, 'a single miss is none')
  answer = () => new Promise(() => {})
  await watch.look()
  assert.deepEqual(watch.current(), { notice, trouble: 'database' }, 'what was said still stands')
  answer = async () => ({ notice: null, mailLate: true })
  await watch.look()
  assert.deepEqual(watch.current(), { notice: null, trouble: 'mail' })
  await watch.stop()
})

test('ID-3: a notice with what may be the number of a person is refused; so is one that no banner can hold', () => {
  assert.equal(noticeFault('Llame al 1800 100 100 o al 02 394 5666.'), null)
  assert.equal(noticeFault('La cédula 1710034065 está lista'), 'number')
  assert.equal(noticeFault('  '), 'empty')
  assert.equal(noticeFault('a'.repeat(301)), 'too-long')
  assert.equal(noticeFault('a\nb'), 'line-break')
})
