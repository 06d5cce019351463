/** The client scripts in a real browser, with what they do when something fails. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { FastifyInstance } from 'fastify'
import { gallery } from '../../scripts/gallery.ts'
import { robotCheck } from '../../src/security/robot-check.ts'

let browser: Browser
let app: FastifyInstance
let address: string

before(async () => {
  ;({ app } = await gallery())
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
})
after(async () => {
  await browser.close()
  await app.close()
})

async function open(path: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
  const page = await browser.newPage()
  await prepare(page)
  await page.goto(address + path)
  return page
}

const posted = async (page: Page) => new URLSearchParams(await page.locator('body').innerText())

test('robot check: ticking the box solves the challenge, says so, and posts a solution that the server accepts', async () => {
  const page = await open('/cedula')
  const started = performance.now()
  await page.getByLabel('No soy un robot').check()
  await page.getByRole('status').filter({ hasText: 'Listo' }).waitFor()
  if (process.env['SHOW_WEIGHTS']) console.log(`solved in ${Math.round(performance.now() - started)} ms`)
  await page.getByRole('button', { name: 'Buscar' }).click()
  const form = await posted(page)
  assert.equal(form.get('robot'), 'no')
  const verdict = await robotCheck(Buffer.alloc(32, 1)).verify(form.get('altcha') ?? '', Date.now())
  assert.equal(verdict.ok, true)
  await page.close()
})

test('robot check: a form sent too early waits for the solution, and is sent once', async () => {
  let sent = 0
  const page = await open('/cedula', async (p) => p.on('request', (request) => request.method() === 'POST' && sent++))
  await page.getByLabel('No soy un robot').check()
  await page.evaluate("for (let i = 0; i < 3; i++) document.querySelector('form').requestSubmit()")
  await page.waitForURL('**/eco')
  assert.notEqual((await posted(page)).get('altcha'), '')
  assert.equal(sent, 1)
  await page.close()
})

for (const [what, pattern] of [['the challenge', '**/robot/reto'], ['the worker', '**/robot-worker*']] as const) {
  test(`robot check: when ${what} cannot be had, the form is sent without a solution`, async () => {
    const page = await open('/cedula', (p) => p.route(pattern, (route) => route.abort()))
    await page.getByLabel('No soy un robot').check()
    await page.getByText('Puede continuar').waitFor()
    await page.getByRole('button', { name: 'Buscar' }).click()
    await page.waitForURL('**/eco')
    const form = await posted(page)
    assert.deepEqual([form.get('robot'), form.get('altcha')], ['no', ''])
    await page.close()
  })
}

test('password: the button shows and hides, says it, and the field is a password again when sent', async () => {
  const page = await open('/clave')
  const field = page.getByLabel('Clave nueva')
  await field.fill('mango tejado luna río')
  await page.getByRole('button', { name: 'Mostrar la clave' }).first().click()
  assert.equal(await field.getAttribute('type'), 'text')
  await page.getByRole('status').filter({ hasText: 'Su clave está visible' }).waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Ocultar la clave' }).click()
  assert.equal(await field.getAttribute('type'), 'password')
  await page.getByRole('button', { name: 'Mostrar la clave' }).first().click()
  const type = page.evaluate("new Promise((r) => document.querySelector('form').addEventListener('submit', (e) => { e.preventDefault(); setTimeout(() => r(document.getElementById('clave').type)) }))")
  await page.getByRole('button', { name: 'Generar la clave' }).click()
  assert.equal(await type, 'password')
  await page.close()
})

test('password: without scripts there is no button that does nothing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${address}/clave`)
  assert.equal(await page.getByText('Mostrar', { exact: true }).first().isVisible(), false)
  await context.close()
})

test('submit once: a double press sends one form, and the button keeps the focus', async () => {
  let sent = 0
  const page = await open('/clave', async (p) => {
    await p.route('**/eco', async (route) => {
      sent++
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.fulfill({ body: 'ok' })
    })
  })
  await page.getByRole('button', { name: 'Generar la clave' }).dblclick()
  await page.waitForURL('**/eco')
  assert.equal(sent, 1)
  await page.close()
})

test('session: the warning comes 2 minutes before the end, one press extends it, and the end is said', async () => {
  const page = await browser.newPage()
  await page.clock.install()
  await page.goto(`${address}/sesion-por-terminar`)
  const warning = page.getByRole('alert')
  await warning.filter({ hasText: 'su sesión terminará en unos 2 minutos' }).waitFor()
  await page.getByRole('button', { name: 'Continuar en la sesión' }).click()
  await warning.filter({ hasText: 'Su sesión continúa.' }).waitFor()
  await page.clock.fastForward(779_000)
  assert.equal(await page.getByRole('button', { name: 'Continuar en la sesión' }).isVisible(), false)
  await page.clock.fastForward(3_000)
  await warning.filter({ hasText: '2 minutos' }).waitFor()
  await page.clock.fastForward(120_000)
  await warning.filter({ hasText: 'Su sesión terminó' }).waitFor()
  await page.close()
})
