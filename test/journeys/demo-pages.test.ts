/** The demo's own pages, with real papers and real mail: accessible, narrow, light; a mail's markup is not in them. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertNoSideways, axeFindings, openWindow, weigh, type Window } from '../support/chromium.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { awaitPiece } from './hands.ts'
import { mouseHands } from './mouse-hands.ts'
import { walkToTheMail } from './newcomer-walk.ts'

let demo: DemoServer
let window: Window
before(async () => {
  demo = await startDemo()
  window = await openWindow(demo.base, { viewport: { width: 320, height: 640 } })
}, { timeout: 120_000 })
after(() => demo?.stop())

async function look(path: string, heading: RegExp): Promise<void> {
  const { page, complaints } = window
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(path)
  assert.match(await page.locator('h1').innerText(), heading)
  await assertNoSideways(page, path)
  assert.deepEqual(await axeFindings(page), [])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate('Promise.all(document.getAnimations().map((each) => each.finished))')
  assert.deepEqual(await axeFindings(page, ['color-contrast']), [])
  const { first, later } = await weigh(window)
  assert.ok(first <= 30 * 1024 && later <= 10 * 1024, `${path}: first visit ${first} bytes, then ${later}`)
  assert.deepEqual(complaints, [])
  if (process.env['SHOW_STATES']) {
    console.log(first, later, path)
    await page.screenshot({ path: `${process.env['SHOW_STATES']}/demo${path.replaceAll('/', '-')}.png`, fullPage: true })
  }
}

test('nobody has written yet', () => look('/demo/correo', /Correo que llegó/))
test('the people on offer', () => look('/demo/personas', /Personas inventadas/))
for (const place of [1, 2, 3, 5, 9, 11]) test(`the papers of person ${place}`, () => look(`/demo/personas/${place}`, /^Papeles de/))
test('the link of an officer', () => look('/demo/oficial', /Páginas de seguridad/))
test('papers of nobody', () => look('/demo/personas/99', /No encontramos/))

test('a mail, and the list with it', async () => {
  const hands = mouseHands(window.page, { scripts: true })
  await walkToTheMail(hands, { place: 0, email: 'demostracion@example.org', key: '' })
  await hands.goTo('/demo/correo')
  await awaitPiece(hands, 'demostracion@example.org', () => hands.goTo('/demo/correo'))
  await look('/demo/correo', /Correo que llegó/)
  await look('/demo/correo/1', /Confirme su correo/)
  assert.equal(await window.page.locator('main table, main img, main style').count(), 0)
})
