/**
 * a state passes axe's rules of WCAG 2.2 A and AA at 320 pixels in Spanish and in English, one of them light and the other dark, by turns;
 * and wide. Nothing scrolls sideways; nothing breaks the policy or comes from elsewhere; no Spanish is left over in English; its page weighs 30 KB
 * at most on a first visit and 10 KB on a later one, compressed. SHOW_STATES=folder writes a picture of each of these, and the weights.
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

/** What can differ between the widths; all other rules read the same tree again. */
const dependOnWidth = ['target-size', 'scrollable-region-focusable']

/** One test for each of these states, on a world of their own. */
export function lookAt(states: readonly State[]): void {
  if (folder) mkdirSync(folder, { recursive: true })
  let world: ServedWorld
  before(async () => {
    world = await serveWorld({ demo: true }) // with the banner of the demo: the most there is on a page
  })
  for (const [at, state] of states.entries()) test(state.name, () => look(world, state, at % 2 === 0 ? ['light', 'dark'] : ['dark', 'light']))
}

type Scheme = 'light' | 'dark'

async function look(world: ServedWorld, { name, heading, answersForm, open }: State, [spanish, english]: readonly [Scheme, Scheme]): Promise<void> {
  const window = await open(world)
  const { page } = window
  assert.match(await page.locator('h1').innerText(), heading)
  await lookNarrow(window, name, spanish)
  await page.setViewportSize(wide)
  await picture(window, name, `${spanish}-1280`)
  assert.deepEqual(await axeFindings(page, dependOnWidth), [], 'wide')
  await inEnglish(window, answersForm)
  await lookNarrow(window, `${name} in English`, english)
  await assertNothingLeftOver(window)
  assert.deepEqual(window.complaints, [])
  if (!answersForm) await assertLight(window, name)
  await window.close()
}

async function lookNarrow(window: Window, name: string, colorScheme: Scheme): Promise<void> {
  const { page } = window
  await page.setViewportSize(narrow)
  await page.emulateMedia({ colorScheme })
  await page.evaluate('Promise.all(document.getAnimations().map((each) => each.finished))') // buttons change their colour slowly
  await assertNoSideways(page, name)
  assert.deepEqual(await axeFindings(page), [], `${name}, ${colorScheme}`)
  await picture(window, name, `${colorScheme}-320`)
}

/** The same address in the other language; what answers a form is sent again, which changes nothing or says so. */
async function inEnglish({ page }: Window, answersForm: boolean): Promise<void> {
  const address = new URL(page.url())
  if (answersForm) {
    await page.context().addCookies([{ name: 'idioma', value: 'en', url: address.origin }])
    await page.reload()
  } else {
    address.searchParams.set('idioma', 'en')
    await page.goto(address.href)
  }
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
}

/** What stands on many pages in Spanish and is no name of anything. */
const spanishWords = /(?<!\/)\b(usted|escriba|elija|vuelva|revise|espere|enviar|volver|continuar|correo|contraseña|página|hasta las|su clave)\b/i

async function assertNothingLeftOver({ page }: Window): Promise<void> {
  const text = await page.evaluate(`[...document.body.querySelectorAll('[lang=es]')].forEach((each) => each.remove()) ?? document.body.innerText`)
  assert.doesNotMatch(String(text), spanishWords)
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
