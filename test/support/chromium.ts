/**
 * A real browser for tests: one Chromium for each file, windows whose every complaint, foreign request and sideways scroll is kept, and
 * axe. It reaches the loopback interface and nothing else.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The program, as scripts/install-test-programs looks for it. */
export function chromiumPath(): string {
  const given = process.env['CLAVE_TEST_CHROMIUM']
  const found = (process.env['PATH'] ?? '/usr/bin').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
    .sort((a, b) => names.findIndex((name) => a.endsWith(`/${name}`)) - names.findIndex((name) => b.endsWith(`/${name}`))).find((path) => existsSync(path))
  const path = given ?? found
  if (path === undefined) throw new Error('There is no Chromium on this machine. Run npm test, which installs or names it.')
  return path
}

let started: Promise<Browser> | undefined

/** The browser of this file; closed when the file ends. */
export function openChromium(): Promise<Browser> {
  started ??= chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost'],
  })
  return started
}

after(async () => {
  await (await started)?.close()
})

export interface Window {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of the console, violations of the policy, exceptions of scripts, requests to another host. Empty is right. */
  readonly complaints: string[]
  close(): Promise<void>
}

/** A person's browser at `base`, in Spanish, with cookies of its own. A page that answers 4xx on purpose is no complaint. */
export async function openWindow(base: string, options: BrowserContextOptions = {}): Promise<Window> {
  const browser = await openChromium()
  const context = await browser.newContext({ baseURL: base, locale: 'es-EC', ...options })
  context.setDefaultTimeout(15_000)
  const complaints: string[] = []
  const host = new URL(base).host
  context.on('console', (message) => {
    const refused = /^Failed to load resource: .* status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !refused) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('request', (request) => {
    if (new URL(request.url()).host !== host) complaints.push(`asked another host for ${request.url()}`)
  })
  return { context, page: await context.newPage(), complaints, close: () => context.close() }
}

const widthOfPage = 'Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - document.documentElement.clientWidth'

/** Nothing scrolls sideways (WCAG 1.4.10). */
export async function assertNoSideways(page: Page, what: string): Promise<void> {
  assert.ok(Number(await page.evaluate(widthOfPage)) <= 0, `${what} scrolls sideways`)
}

export interface Weight { readonly first: number; readonly later: number }

/** Bytes on the wire, headers included, of the page this window shows, asked for again: as by a browser that was never here, and once more. */
export async function weigh({ context, page }: Window): Promise<Weight> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  const visit = async (cacheDisabled: boolean): Promise<number> => {
    await session.send('Network.setCacheDisabled', { cacheDisabled })
    bytes = 0
    await page.goto(page.url(), { waitUntil: 'load' })
    await sleep(80) // a drawing that is used by a page is fetched beside it
    return bytes
  }
  const first = await visit(true)
  const later = await visit(false)
  return { first, later }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds by the rules of WCAG 2.2 A and AA and its own advice, or by the rules named. The window needs `bypassCSP`. */
export async function axeFindings(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  try {
    return await findings(page, rules)
  } catch (error) {
    if (!/context was destroyed/.test((error as Error).message)) throw error
    await page.waitForLoadState() // a page that looks for news by itself went on meanwhile: what came is looked at instead
    return findings(page, rules)
  }
}

async function findings(page: Page, rules: readonly string[] | null): Promise<string[]> {
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(axeSource)
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run({ runOnly: only, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)
  }, rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: everything })
}
