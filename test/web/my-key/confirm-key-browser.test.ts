/** The page that confirms a young key, in a real browser: accessible and narrow in every state, both languages and both schemes. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { hour } from '../../../src/domain/types.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { mailTo, owner, signIn, type Owner } from './signed-in.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const path = '/mi-clave/contacto-conocido'
const pictures = process.env['CLAVE_TEST_PICTURES']
let world: World
let browser: Browser
let address: string

before(async () => {
  world = await createWorld({ texting: true })
  await world.clock.setNow(noon)
  address = await world.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
})
after(() => browser.close())

async function young(known: string | null): Promise<Owner> {
  const who = await owner(world, { probationUntil: (await world.clock.now()) + 72 * hour })
  const contacts = known === null ? [] : [
    { kind: 'email', value: known, verifiedBy: 'office', since: '2024-05-06' } as const, { kind: 'mobile', value: '+593987000444', verifiedBy: 'office', since: '2024-05-06' } as const,
  ]
  await world.enrol({ ...who.record, contacts })
  return who
}

async function look(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  assert.ok((await page.evaluate('document.documentElement.scrollWidth')) as number <= 320, `${name} scrolls sideways`)
  await page.addScriptTag({ content: axe })
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
  })
  assert.deepEqual(violations, [], name)
}

const submit = (page: Page, at: number): Promise<void> => page.locator('main form[method=post] button[type=submit]').nth(at).click()

for (const [colorScheme, language] of [['light', 'es'], ['dark', 'en']] as const) {
  test(`offer, code, faults, done, and no such contact: ${colorScheme}, ${language}`, async () => {
    const known = `navegador-${language}@example.org`
    for (const mail of [known, null]) {
      const person = await signIn(world, await young(mail))
      person.cookies.set('idioma', language)
      const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 320, height: 640 } })
      await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: address })))
      const page = await context.newPage()
      const at = async (name: string, to?: string): Promise<void> => {
        if (to !== undefined) await page.goto(address + to)
        await look(page, `${language}-${name}`)
      }
      if (mail === null) {
        await at('none', path)
        await context.close()
        continue
      }
      await at('home', '/mi-clave')
      await at('contacts', '/mi-clave/contactos')
      await at('refused', '/servicios/cuenta-bancaria')
      await at('offer', path)
      await submit(page, 0)
      const { code } = await mailTo(world, known, language === 'es' ? /Código para confirmar su clave nueva/ : /Code to confirm your new key/)
      for (let turn = 0; turn < 50 && (await page.locator('input[name=codigo]').count()) === 0; turn += 1) await page.goto(address + path)
      await at('code')
      await submit(page, 0)
      await page.locator('.govuk-error-summary').waitFor()
      await at('code-with-faults')
      await page.locator('input[name=codigo]').fill(code!)
      await submit(page, 0)
      await page.waitForURL('**/mi-clave?aviso=confirmada')
      await at('done')
      await context.close()
    }
  })
}
