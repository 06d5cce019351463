/**
 * Pictures of the gallery, or of any addresses given, in both colour schemes and three widths:
 * `bin/node scripts/screenshot.ts FOLDER [ADDRESS…]`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { gallery } from './gallery.ts'

const widths = [320, 375, 1280]
const [folder = 'dist/screenshots', ...given] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const { app, paths } = await gallery()
const address = await app.listen({ port: 0 })
const targets = given.length > 0 ? given : paths.map((path) => address + path)
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      for (const target of targets) {
        await page.goto(target)
        await page.screenshot({ path: join(folder, `${new URL(target).pathname.slice(1).replaceAll('/', '-')}-${colorScheme}-${width}.png`), fullPage: true })
      }
    }
  }
} finally {
  await browser.close()
  await app.close()
}
