/**
 * a state passes axe's rules of WCAG 2.2 A and AA, light and dark, at 320 pixels and wide, and in English too; nothing scrolls sideways; nothing breaks the
 * policy or comes from elsewhere; its page weighs 30 KB at most on a first visit and 10 KB on a later one, compressed.
 * SHOW_STATES=folder writes a picture of each state, in both schemes and widths, and its weights.
 */
import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { assertNoSideways, axeFindings, weigh, type Window } from '../support/chromium.ts'
import { serveWorld, type ServedWorld } from './served-world.ts'
import type { State } from './states.ts'

const narrow = { width: 320, height: 640 }
const wide = { width: 1280, height: 800 }
const heaviest = { first: 30 * 1024, later: 10 * 1024 }
const folder = process.env['SHOW_STATES']

/** What can differ between the schemes, and between the widths; all other rules read the same tree again. */
const dependOnColours = ['color-contrast', 'link-in-text-block']
const dependOnWidth = ['target-size', 'scrollable-region-focusable']

/** One test for each of these states, on a world of their own. */
export function lookAt(states: readonly State[]): void {
  if (folder) mkdirSync(folder, { recursive: true })
  let world: ServedWorld
  before(async () => {
    world = await serveWorld({ demo: true }) // with the banner of the demo: the most there is on a page
  })
  for (const state of states) test(state.name, () => look(world, state))
}

async function look(world: ServedWorld, { name, heading, answersForm, open }: State): Promise<void> {
  const window = await open(world)
  const { page } = window
  await page.setViewportSize(narrow)
  assert.match(await page.locator('h1').innerText(), heading)
  await assertNoSideways(page, name)
  assert.deepEqual(await axeFindings(page), [], 'light, narrow')
  await picture(window, name, 'light-320')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate('Promise.all(document.getAnimations().map((each) => each.finished))') // buttons change their colour slowly
  assert.deepEqual(await axeFindings(page, dependOnColours), [], 'dark')
  await picture(window, name, 'dark-320')
  await page.setViewportSize(wide)
  await picture(window, name, 'dark-1280')
  assert.deepEqual(await axeFindings(page, dependOnWidth), [], 'wide')
  if (!answersForm) await inEnglish(window, name)
  assert.deepEqual(window.complaints, [])
  if (!answersForm) await assertLight(window, name)
  await window.close()
}

/** The same state in the other language: other lengths of words, and nothing left over from the first. */
async function inEnglish(window: Window, name: string): Promise<void> {
  const { page } = window
  const address = new URL(page.url())
  address.searchParams.set('idioma', 'en')
  await page.setViewportSize(narrow)
  await page.goto(address.href)
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  await assertNoSideways(page, `${name} in English`)
  await picture(window, name, 'english-320')
  address.searchParams.set('idioma', 'es')
  await page.goto(address.href)
}

/** An answer to a form cannot be asked for again; it is the page of the form with a few sentences more. */
async function assertLight(window: Window, name: string): Promise<void> {
  const { first, later } = await weigh(window)
  if (folder) appendFileSync(join(folder, 'weights.txt'), `${first} ${later} ${name}\n`)
  assert.ok(first <= heaviest.first && later <= heaviest.later, `first visit ${first} bytes, then ${later}`)
}

async function picture({ page }: Window, name: string, kind: string): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, '-')}-${kind}.png`), fullPage: true })
}
