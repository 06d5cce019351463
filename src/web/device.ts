/** The cookie of a browser with a lane of its own (LOGIN-2): read at a sign-in or an unlock, kept for a year. */
import type { UnlockBrowser } from '../app/unlock.ts'
import type { Visit } from './web.ts'

const year = 365 * 24 * 60 * 60

export function unlockBrowser({ web, request, origin }: Visit): UnlockBrowser {
  return { device: web.cookies.read(request, 'device'), origin }
}

export function keepDevice({ web, reply }: Visit, device: string): void {
  web.cookies.write(reply, 'device', device, year)
}
