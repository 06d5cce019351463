/**
 * every page in every state passes axe's rules of WCAG 2.2 A and AA, light and dark, at 320 pixels and wide; nothing scrolls sideways;
 * nothing breaks the policy or comes from elsewhere. SHOW_STATES=folder writes a picture of each state, in both schemes and widths.
 */
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { assertNoSideways, axeFindings, type Window } from '../support/chromium.ts'
import { serveWorld, type ServedWorld } from './served-world.ts'
import { states } from './states.ts'

const narrow = { width: 320, height: 640 }
const wide = { width: 1280, height: 800 }
const folder = process.env['SHOW_STATES']
if (folder) mkdirSync(folder, { recursive: true })
let world: ServedWorld
before(async () => {
  world = await serveWorld({ demo: true }) // with the banner of the demo: the most there is on a page
})

for (const { name, heading, open } of states) {
  test(name, async () => {
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
    assert.deepEqual(window.complaints, [])
    await window.close()
  })
}

/** What can differ between the schemes, and between the widths; all other rules read the same tree again. */
const dependOnColours = ['color-contrast', 'link-in-text-block']
const dependOnWidth = ['target-size', 'scrollable-region-focusable']

async function picture({ page }: Window, name: string, kind: string): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, '-')}-${kind}.png`), fullPage: true })
}
