/** LINK-2, M-03, M-04: programs that open mailed links, follow them and press whatever there is change nothing; then the person goes on. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { minute } from '../../src/domain/types.ts'
import { pathOf, serveWorld, type ServedWorld } from '../journeys/served-world.ts'
import { worker } from '../support/people.ts'
import { until } from '../support/post-office.ts'
import { mailPage, password, walkTo, walker, type Walker } from '../web/first-key/walk.ts'

let world: ServedWorld
before(async () => {
  world = await serveWorld()
})

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Microsoft Outlook SafeLinks', 'Barracuda Sentinel (EE)',
  'Mimecast-URL-Protection/1.0', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'curl/8.5.0', 'Proofpoint URL Defense', 'WhatsApp/2.23', '',
]

/** Everything the database holds of links, keys, attempts, sessions and what was written down: equal before and after, nothing happened. */
async function everything(): Promise<string> {
  const tables = ['links', 'accounts', 'audit_events', 'proofing_attempts', 'login_attempts', 'sessions', 'outbox', 'contacts', 'journeys']
  await until('every mail is out', async () => (await world.database.sql('select from clave.outbox where sent_at is null')).length === 0)
  const rows: unknown[] = []
  for (const table of tables) rows.push(await world.database.sql(`select t::text from clave.${table} t order by 1`))
  return JSON.stringify(rows)
}

async function fetched(path: string, turn: number): Promise<void> {
  const headers = { 'user-agent': agents[turn % agents.length] ?? '', 'accept-language': 'en' }
  const method = turn % 3 === 0 ? 'HEAD' : 'GET'
  const answer = await fetch(world.base + path, { method, headers, redirect: turn % 2 === 0 ? 'follow' : 'manual' })
  assert.ok([200, 303].includes(answer.status), `${method} ${answer.status}`)
  await answer.text()
}

async function waiting(place: number): Promise<{ who: Walker; path: string }> {
  const who = walker(world, worker(place), `escaner-${place}@example.org`)
  await world.enrol(who.record)
  await walkTo(world, who, 'figure-again')
  const { links } = await world.inbox.waitFor(who.email)
  await mailPage(who.browser)
  return { who, path: pathOf(links.find((link) => link.includes('/enlace/'))) }
}

async function issued(place: number): Promise<{ who: Walker; path: string }> {
  const who = walker(world, worker(place), `aviso-${place}@example.org`)
  await world.enrol(who.record)
  await walkTo(world, who, 'password')
  const { links } = await world.inbox.waitFor(who.email)
  return { who, path: pathOf(links.find((link) => link.includes('/no-fui-yo/'))) }
}

/** Opens the address, presses every button with something in every field, and follows every link, one level deep, each from the start. */
async function pressEverything(path: string): Promise<number> {
  const window = await world.window(null)
  const { page } = window
  let pressed = 0
  const count = async (selector: string): Promise<number> => {
    await page.goto(path)
    return page.locator(selector).count()
  }
  for (const selector of ['button:visible', 'main a:visible', 'input[type=submit]:visible']) {
    for (let left = await count(selector); left > 0; left -= 1) {
      await page.goto(path)
      await fillEverything(page)
      await page.locator(selector).nth(left - 1).click()
      await page.waitForLoadState('load')
      pressed += 1
    }
  }
  await page.goto(path)
  await page.evaluate("Promise.all([...document.forms].map((form) => fetch(form.action, { method: form.method, body: new URLSearchParams(new FormData(form)) })))")
  await window.close()
  return pressed
}

async function fillEverything(page: Page): Promise<void> {
  for (const field of await page.locator('input[type=text]:visible, input:not([type]):visible, input[type=email]:visible').all()) await field.fill('1710034065')
  for (const box of await page.locator('input[type=checkbox]:visible').all()) await box.check()
}

test('100 HEAD and GET of the mailed link by scanners change nothing, and then the person succeeds', async () => {
  const { who, path } = await waiting(0)
  const before = await everything()
  await Promise.all(Array.from({ length: 100 }, (_, turn) => fetched(path, turn)))
  assert.equal(await everything(), before)
  const next = await who.browser.submit(await who.browser.get(path), 'Clic para continuar')
  assert.equal(next.path, '/clave/condiciones')
})

test('peers 19: a browser of a machine that opens the link and presses everything, at once and ten minutes later, changes nothing', async () => {
  const { who, path } = await waiting(1)
  const before = await everything()
  await pressEverything(path)
  await world.clock.advance(10 * minute)
  await pressEverything(path)
  assert.equal(await everything(), before)
  const landing = await who.browser.get(path)
  assert.equal((await who.browser.submit(landing, 'Clic para continuar')).path, '/clave/condiciones')
})

test('a machine that also sends the form of the person’s page without its cookies changes nothing', async () => {
  const { who, path } = await waiting(2)
  const form = (await who.browser.get(path)).forms[0]!
  const before = await everything()
  const stranger = world.browser()
  await stranger.get(path)
  assert.equal((await stranger.post('/enlace', form.fields)).status, 403)
  const own = await stranger.get('/ingresar')
  const again = await stranger.post('/enlace', own.forms[0]!.fields)
  assert.match(again.heading, /Su código para continuar/, 'with a token of its own it is shown the code again')
  assert.equal(await everything(), before)
})

test('NOTICE-1: 100 HEAD and GET of «No fui yo» freeze nothing', async () => {
  const { who, path } = await issued(3)
  const before = await everything()
  await Promise.all(Array.from({ length: 100 }, (_, turn) => fetched(path, turn)))
  assert.equal(await everything(), before)
  const home = await who.browser.submit(await who.browser.get('/ingresar'), 'Ingresar', { cedula: who.record.id.value, clave: password })
  assert.equal(home.path, '/mi-clave')
})

test('NOTICE-1: a machine that presses everything on «No fui yo», and types a number of somebody else, freezes nothing', async () => {
  const { who, path } = await issued(4)
  assert.ok((await pressEverything(path)) >= 1, 'it found the button')
  await world.clock.advance(10 * minute)
  await pressEverything(path)
  const [account] = await world.database.sql<{ state: string }>('select state from clave.accounts where person_key = $1', [Buffer.from(world.personKey(who.record.id), 'hex')])
  assert.equal(account?.state, 'active')
  assert.deepEqual(await world.database.sql("select 1 from clave.audit_events where type = 'key.frozen'"), [])
})
