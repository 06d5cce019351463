/** The gallery in a real browser: accessibility, narrow screens, large text, the policy, weights. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { FastifyInstance } from 'fastify'
import { gallery } from '../../scripts/gallery.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
let app: FastifyInstance
let paths: readonly string[]
let address: string

before(async () => {
  ;({ app, paths } = await gallery())
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
})
after(async () => {
  await browser.close()
  await app.close()
})

async function onEveryPage(options: Parameters<Browser['newPage']>[0], look: (page: Page, path: string) => Promise<void>): Promise<void> {
  const page = await browser.newPage(options)
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  for (const path of paths) {
    await page.goto(address + path)
    await look(page, path)
  }
  await page.close()
  assert.deepEqual(complaints, [])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page in the ${colorScheme} scheme`, async () => {
    await onEveryPage({ colorScheme, bypassCSP: true }, async (page, path) => {
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

test('nothing breaks the content security policy, and nothing scrolls sideways at 320 pixels', async () => {
  await onEveryPage({ viewport: { width: 320, height: 640 } }, async (page, path) => {
    assert.ok((await page.evaluate('document.documentElement.scrollWidth')) as number <= 320, path)
  })
})

test('text at 200 % stays inside a screen of 375 pixels', async () => {
  await onEveryPage({ viewport: { width: 375, height: 640 } }, async (page, path) => {
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    const wide = await page.evaluate("[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > 375.5 && !e.closest('.govuk-visually-hidden')).map((e) => e.outerHTML.slice(0, 100))")
    assert.deepEqual(wide, [], path)
  })
})

test('what is pressed is at least 44 pixels high, except links inside sentences', async () => {
  await onEveryPage({ viewport: { width: 375, height: 640 } }, async (page, path) => {
    const small = await page.evaluate(`[...document.querySelectorAll('button, input:not([type=hidden]), select, summary, nav a, .govuk-back-link, .clave-header a')]
      .filter((e) => e.offsetParent && !e.closest('.govuk-skip-link'))
      .filter((e) => Math.max(e.getBoundingClientRect().height, e.labels?.[0]?.getBoundingClientRect().height ?? 0) < 44)
      .map((e) => e.outerHTML.slice(0, 100))`)
    assert.deepEqual(small, [], path)
  })
})

test('the error summary has the focus when the page opens, without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${address}/nacimiento`)
  assert.equal(await page.locator('.govuk-error-summary:focus').count(), 1)
  await context.close()
})

test('weights: at most 30 KB on the first visit of any page, 10 KB after, compressed', async () => {
  for (const path of paths) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    let bytes = 0
    await session.send('Network.enable')
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await page.goto(address + path, { waitUntil: 'load' })
    const first = bytes
    bytes = 0
    await page.goto(`${address + path}?otra=1`, { waitUntil: 'load' })
    // The gallery sends its documents uncompressed, so these are upper bounds.
    assert.ok(first <= 30 * 1024 && bytes <= 10 * 1024, `${path}: first visit ${first}, then ${bytes}`)
    if (process.env['SHOW_WEIGHTS']) console.log(path, first, bytes)
    await context.close()
  }
})
