/** The signed-in pages in a real browser: accessibility in both schemes and languages, narrow screens, large text, and everything without scripts by keyboard. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, key, owner, signIn, type Owner } from './signed-in.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let world: World
let who: Owner
let browser: Browser
let address: string

before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
  who = await owner(world, { secondEmail: 'otra@example.org' })
  address = await world.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
})
after(() => browser.close())

/** Signed in a moment ago, so that the key is not asked again. */
async function signedIn(options: BrowserContextOptions, language = 'es'): Promise<BrowserContext> {
  const person = await signIn(world, who)
  const context = await browser.newContext(options)
  person.cookies.set('idioma', language)
  await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: address })))
  return context
}

const paths = [
  '/mi-clave', '/mi-clave/actividad', '/mi-clave/actividad?tipo=contacts', '/mi-clave/cambiar', '/mi-clave/sesiones', '/mi-clave/confirmar?volver=contacts', '/mi-clave/contactos',
  '/mi-clave/contactos/correo', '/mi-clave/contactos/telefono', '/mi-clave/contactos/segundo-correo', '/mi-clave/preguntas', '/mi-clave/mis-datos', '/comprobar',
]
/** Pages shown again with what is wrong, by the button that is pressed with nothing typed. */
const faulty = ['/mi-clave/cambiar', '/mi-clave/confirmar', '/mi-clave/contactos/correo', '/mi-clave/preguntas', '/comprobar']

async function onEveryPage(context: BrowserContext, look: (page: Page, path: string) => Promise<void>): Promise<void> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && !/422/.test(message.text()) && complaints.push(message.text()))
  for (const path of paths) {
    await page.goto(address + path)
    assert.equal(new URL(page.url()).pathname, path.split('?')[0])
    await look(page, path)
  }
  for (const path of faulty) {
    await page.goto(address + path)
    await page.locator('main form[method=post] button[type=submit]').first().click()
    await page.locator('.govuk-error-summary').waitFor()
    await look(page, `${path} with faults`)
  }
  await context.close()
  assert.deepEqual(complaints, [])
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['es', 'en']) {
    test(`axe finds nothing in the ${colorScheme} scheme, ${language}`, async () => {
      await onEveryPage(await signedIn({ colorScheme, bypassCSP: true }, language), async (page, path) => {
        await page.addScriptTag({ content: axe })
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
          const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
        })
        assert.deepEqual(violations, [], path)
      })
    })
  }
}

test('nothing scrolls sideways at 320 pixels', async () => {
  await onEveryPage(await signedIn({ viewport: { width: 320, height: 640 } }), async (page, path) => {
    assert.ok((await page.evaluate('document.documentElement.scrollWidth')) as number <= 320, path)
  })
})

test('text at 200 % stays inside a screen of 375 pixels', async () => {
  await onEveryPage(await signedIn({ viewport: { width: 375, height: 640 } }), async (page, path) => {
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    const wide = await page.evaluate("[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > 375.5 && !e.closest('.govuk-visually-hidden')).map((e) => e.outerHTML.slice(0, 100))")
    assert.deepEqual(wide, [], path)
  })
})

test('a key is changed with the keyboard alone, without scripts', async () => {
  const context = await signedIn({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${address}/mi-clave/cambiar`)
  const typeInto = async (name: string, text: string): Promise<void> => {
    for (let tabs = 0; tabs < 60 && (await page.locator(`input[name="${name}"]:focus`).count()) === 0; tabs += 1) await page.keyboard.press('Tab')
    assert.equal(await page.locator(`input[name="${name}"]:focus`).count(), 1, name)
    await page.keyboard.type(text)
  }
  await typeInto('clave-actual', key)
  await typeInto('clave', 'una frase escrita con el teclado')
  await typeInto('repetida', 'una frase escrita con el teclado')
  await page.keyboard.press('Enter')
  await page.getByText('Su clave cambió').first().waitFor()
  assert.equal((await eventsOf(world, who)).at(-1), 'key.changed')
  await context.close()
})
