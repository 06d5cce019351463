/** A whole system that a real browser can reach: the world of the other tests, listening on the loopback interface. */
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions } from 'playwright-core'
import { openWindow, type Window } from '../support/chromium.ts'
import type { Browser } from '../support/browser.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World, type WorldOptions } from '../support/world.ts'

export interface ServedWorld extends World {
  /** 'http://localhost:41234' */
  readonly base: string
  /** A Chromium window that has the cookies of a walk made without it, and so stands where that walk stands. */
  window(walked?: Browser | null, options?: BrowserContextOptions): Promise<Window>
}

/** The clock begins at noon of the day the invented people were invented. */
export async function serveWorld(options: WorldOptions = {}): Promise<ServedWorld> {
  const world = await createWorld(options)
  await world.clock.setNow(noon)
  await world.app.listen({ port: 0, host: 'localhost' })
  const base = `http://localhost:${(world.app.server.address() as AddressInfo).port}`
  return Object.assign(world, {
    base,
    async window(walked: Browser | null = null, context: BrowserContextOptions = {}) {
      const window = await openWindow(base, context)
      await window.context.addCookies([...(walked?.cookies ?? [])].map(([name, value]) => ({ name, value, url: base })))
      return window
    },
  })
}

/** Where a mailed address leads on the server under test: its path. */
export function pathOf(link: string | undefined): string {
  if (link === undefined) throw new Error('the mail holds no such link')
  return new URL(link).pathname
}
