/** Portal, sign-in, home, «No fui yo» and the demo's pages in a real browser: every state in both schemes at 320 pixels, the menu by keyboard, Back. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { inventPeople } from '../../src/register/invent.ts'
import { allRoutes } from '../../src/routes.ts'
import { buildServer } from '../../src/web/server.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { assertNoSideways, axeFindings, openWindow } from '../support/chromium.ts'
import { password } from '../support/journeys.ts'
import { inventedToday, noon, worker } from '../support/people.ts'
import { closeFirst } from '../support/databases.ts'
import { createWorld, type World } from '../support/world.ts'
import { keyHolder, type KeyHolder } from './key-holder.ts'

let world: World
let base: string
let holder: KeyHolder

before(async () => {
  world = await createWorld({ demo: true })
  await world.clock.setNow(noon)
  holder = await keyHolder(world, 0)
  const mail = { id: '1', receivedAt: Date.parse(noon), to: ['una.direccion.bastante.larga@correo.example.org'], subject: 'Su clave', text: 'Enlace:\nhttps://clave.example/enlace', html: '' }
  const demo = { records: () => inventPeople({ people: 500, seed: 3, today: inventedToday }), inbox: { list: () => [mail], get: () => mail }, texts: { list: () => [] } }
  const app = await buildServer({ web: world.web, routes: allRoutes(loadAssets(), demo), logger: false, trustProxy: false })
  base = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  closeFirst.add(() => app.close())
})

async function signIn(page: Page, key: string): Promise<void> {
  await page.goto('/ingresar')
  await page.getByLabel('Número de cédula').fill(holder.record.id.value)
  await page.getByLabel('Clave', { exact: true }).fill(key)
  await world.clock.advance(60_000)
  await page.getByRole('button', { name: 'Ingresar' }).click()
}

const publicPages = [
  ...['/', '/afiliados/servicios-en-linea', '/pensionistas/servicios-en-linea', '/empleadores/servicios-en-linea', '/ayuda', '/accesibilidad', '/privacidad', '/software-libre'],
  ...['/ingresar', '/ingresar?aviso=sesion', '/?aviso=salio', '/no-fui-yo', '/demo/personas', '/demo/personas/1', '/demo/personas/3', '/demo/correo', '/demo/correo/1', '/no-existe'],
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page and state, ${colorScheme}, 320 pixels: axe finds nothing and nothing scrolls sideways`, async () => {
    const { page, complaints, close } = await openWindow(base, { colorScheme, viewport: { width: 320, height: 640 }, bypassCSP: true })
    const look = async (what: string): Promise<void> => {
      assert.deepEqual(await axeFindings(page), [], what)
      await assertNoSideways(page, what)
    }
    for (const path of publicPages) {
      await page.goto(path)
      await look(path)
    }
    await page.goto('/')
    await page.getByText('Afiliados', { exact: true }).click()
    await look('menu open')
    await signIn(page, 'esta no es la clave')
    await look('wrong key')
    await page.goto(holder.notMe)
    await look('no fui yo')
    await page.getByRole('button', { name: 'No fui yo' }).click()
    await look('no fui yo, nothing typed')
    await signIn(page, password)
    await page.waitForURL('**/mi-clave')
    await look('home')
    assert.deepEqual(complaints, [])
    await close()
  })
}

test('the menu opens and closes with the keyboard alone, and one part at a time', async () => {
  const { page, close } = await openWindow(base)
  await page.goto('/')
  const open = () => page.locator('details.clave-menu[open] > summary').allInnerTexts()
  await page.locator('summary', { hasText: 'Afiliados' }).focus()
  await page.keyboard.press('Enter')
  assert.deepEqual(await open(), ['Afiliados'])
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Servicios en línea')
  await page.locator('summary', { hasText: 'Pensionistas' }).focus()
  await page.keyboard.press('Space')
  assert.deepEqual(await open(), ['Pensionistas'])
  await page.keyboard.press('Space')
  assert.deepEqual(await open(), [])
  await close()
})

test('without scripts a tap opens the menu and its links go on', async () => {
  const { page, close } = await openWindow(base, { javaScriptEnabled: false, hasTouch: true, viewport: { width: 320, height: 640 } })
  await page.goto('/')
  await page.locator('summary', { hasText: 'Afiliados' }).tap()
  await page.locator('details[open]').getByRole('link', { name: 'Servicios en línea' }).tap()
  await page.getByRole('main').getByRole('link', { name: 'Generar o recuperar clave' }).tap()
  await page.waitForURL('**/clave')
  await close()
})

test('S-08: after signing out, Back shows nothing personal', async () => {
  const { page, close } = await openWindow(base)
  await signIn(page, password)
  await page.waitForURL('**/mi-clave')
  await page.getByRole('button', { name: 'Salir' }).click()
  await page.waitForURL('**/?aviso=salio')
  await page.goBack()
  await page.waitForLoadState()
  assert.ok(!(await page.content()).includes(holder.record.surnames))
  assert.match(page.url(), /\/ingresar\?aviso=sesion$/)
  await close()
})

test('NOTICE-1: the page that is open when the key is frozen leads to sign-in at its next step', async () => {
  const { page, close } = await openWindow(base)
  await signIn(page, password)
  await page.waitForURL('**/mi-clave')
  const other = await openWindow(base, { bypassCSP: true })
  await other.page.goto(holder.notMe)
  await other.page.getByLabel('Número de cédula').fill(worker(1).id.value)
  await other.page.getByRole('button', { name: 'No fui yo' }).click()
  assert.equal(await other.page.evaluate("document.activeElement.className.includes('govuk-error-summary')"), true, 'the focus is on what is wrong')
  await other.page.getByLabel('Número de cédula').fill(holder.record.id.value)
  await other.page.getByRole('button', { name: 'No fui yo' }).click()
  await other.page.getByRole('heading', { name: 'Su clave está congelada' }).waitFor()
  assert.deepEqual(await axeFindings(other.page), [])
  await page.reload()
  assert.match(page.url(), /\/ingresar\?aviso=sesion$/)
  await other.close()
  await close()
})
