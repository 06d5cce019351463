/**
 * The whole first-key journey in the demo as a newcomer walks it, with the papers on the page as the only knowledge: with scripts, without
 * them, with the keyboard alone on a narrow screen, and in a text browser.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { assertNoSideways, openWindow } from '../support/chromium.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { keyboardHands } from './keyboard-hands.ts'
import type { Hands } from './hands.ts'
import { mouseHands } from './mouse-hands.ts'
import { walkAsNewcomer } from './newcomer-walk.ts'
import { openW3m } from './w3m-hands.ts'

let demo: DemoServer
before(async () => {
  demo = await startDemo()
})
after(() => demo?.stop())

const narrow = { viewport: { width: 320, height: 640 } }

/** Every page of the walk keeps to the policy, to this host and to the width of the screen. */
async function walkInChromium(place: number, options: BrowserContextOptions, handsOf: (page: Page, arrived: (page: Page) => Promise<void>) => Hands): Promise<Page> {
  const { page, complaints } = await openWindow(demo.base, options)
  const titles: string[] = []
  const arrived = async (): Promise<void> => {
    await assertNoSideways(page, page.url())
    titles.push(await page.title())
  }
  await walkAsNewcomer(handsOf(page, arrived), { place, email: `persona-${place}@example.org`, key: 'tejado mango luna canoa 47' })
  assert.deepEqual(complaints, [])
  assert.deepEqual(titles.filter((title) => title.startsWith('Error')), [], 'who does everything right meets no error')
  assert.ok(titles.length >= 18)
  return page
}

test('with scripts, where the box solves the robot check', async () => {
  const page = await walkInChromium(0, {}, (each, arrived) => mouseHands(each, { scripts: true, arrived }))
  await page.context().close()
})

test('without scripts, by way of the page that waits', async () => {
  const page = await walkInChromium(1, { javaScriptEnabled: false }, (each, arrived) => mouseHands(each, { scripts: false, arrived }))
  await page.context().close()
})

test('with the keyboard alone at 320 pixels, the focus always in sight', async () => {
  const page = await walkInChromium(2, narrow, (each, arrived) => keyboardHands(each, { arrived }))
  await page.context().close()
})

test('the skip link is the first stop, can be seen there, and leads into the page', async () => {
  const { page, close } = await openWindow(demo.base, narrow)
  await page.goto('/clave')
  await page.keyboard.press('Tab')
  const skip = page.locator('.govuk-skip-link:focus')
  assert.equal(await skip.innerText(), 'Ir al contenido principal')
  assert.ok(((await skip.boundingBox())?.width ?? 0) > 100)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.id'), 'cedula')
  await close()
})

test('in the text browser w3m', async () => {
  const hands = await openW3m(demo.base)
  try {
    // A key of their own: the fourth with the same one is refused (PASS-4).
    await walkAsNewcomer(hands, { place: 3, email: 'persona-3@example.org', key: 'sendero bruma canela 58 norte' })
  } finally {
    await hands.close()
  }
})

test('the terminal of the demo says where it is and nothing about anybody', () => {
  assert.match(demo.output(), /Clave is ready at http:\/\/localhost:\d+/)
  assert.doesNotMatch(demo.output(), /\d{10}|@|error/i)
})
