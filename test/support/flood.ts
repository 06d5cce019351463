/**
 * A flood of wrong keys on one person from many sources, against real server processes, and the person herself in the middle of it: once with
 * a browser she signed in with before, once with another (L-07, L-08). test/races/flood.test.ts runs a small one, bench/flood.ts a whole one.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { fetching, makeBrowser, type Browser, type Transport } from './browser.ts'
import { startFlood, type FloodCounts } from './hostile-sources.ts'
import { makeKey, password } from './journeys.ts'
import { worker } from './people.ts'
import type { TwoServers } from './two-servers.ts'
import { wrongKey } from './unlocking.ts'
import type { World } from './world.ts'

export interface FloodFigures extends FloodCounts {
  /** Milliseconds until every source had made its offer, and of the owner's ways in from then on. */
  readonly offeredWithin: number
  readonly knownBrowser: number
  /** Of that, from pressing the button of the sign-in page to the home. */
  readonly pressed: number
  readonly byMail: number
  readonly sessionsLost: number
  readonly mails: readonly string[]
}

/** `CLAVE_TRUST_PROXY=1` makes the servers believe the address that is claimed here. */
const from = (base: string, address: string): Transport => {
  const plain = fetching(base)
  return (method, path, headers, payload) => plain(method, path, { ...headers, 'x-forwarded-for': address }, payload)
}

/**
 * The n-th person, whom so many sources offer a wrong key each, all at once. She comes when the last of them has made its offer, first with a
 * browser she signed in with before, then with one nobody knows; the sources come again for as long as that takes, and are then abandoned.
 */
export async function floodOne(two: TwoServers, n: number, sources: number): Promise<FloodFigures> {
  const record = worker(n)
  const email = `inundada${n}@example.org`
  await two.enrol(record)
  const made = await makeKey(two as unknown as World, record, email)
  if (made.is !== 'issued') throw new Error(made.is)
  const number = record.id.value
  const known = makeBrowser(from(two.bases[0], '192.0.2.10'))
  await expectHome(known, number)
  const sessionBefore = known.cookies.get('session')!
  await sleep(1_500) // what signing in mailed is not the flood's
  const mailsBefore = two.inbox.mails.length

  const flood = startFlood({ bases: two.bases, number, key: wrongKey, sources })
  const offeredWithin = await timed(() => flood.standing)
  const second = makeBrowser(from(two.bases[0], '192.0.2.10'))
  second.cookies.set('device', known.cookies.get('device')!)
  let pressed = 0
  const knownBrowser = await timed(async () => {
    pressed = await expectHome(second, number)
  })
  const byMail = await timed(() => unlockAndEnter(two, makeBrowser(from(two.bases[1], '192.0.2.77')), number, email, mailsBefore))
  const counts = await flood.stop()
  await sleep(1_500)
  const home = await makeBrowserWith(from(two.bases[1], '192.0.2.10'), sessionBefore).get('/mi-clave')
  return {
    ...counts, offeredWithin, knownBrowser, pressed, byMail, sessionsLost: home.path === '/mi-clave' ? 0 : 1,
    mails: two.inbox.mails.slice(mailsBefore).filter(({ to }) => to === email).map(({ subject }) => subject),
  }
}

/** Milliseconds since the button was pressed for the first time. */
async function expectHome(browser: Browser, number: string): Promise<number> {
  let began: number | null = null
  for (let turn = 0; turn < 50; turn += 1) {
    const page = await browser.get('/ingresar')
    began ??= performance.now()
    const home = await browser.submit(page, 'Ingresar', { 'Número de cédula': number, Clave: password })
    if (home.path === '/mi-clave') return performance.now() - began
    if (home.status !== 503) throw new Error(`the owner was answered ${home.status} at ${home.path}`)
    await sleep(100) // as told: the queue was full
  }
  throw new Error('the owner found no place in fifty tries')
}

/** /desbloquear in a browser nobody knows, without scripts; the code of the newest mail since `mails`; and the key. */
async function unlockAndEnter(two: TwoServers, browser: Browser, number: string, email: string, mails: number): Promise<void> {
  let page = await browser.submit(await browser.get('/desbloquear'), 'Continuar', { cedula: number, robot: 'no' })
  while (page.path.startsWith('/desbloquear/espera')) {
    await sleep(500)
    page = await browser.get('/desbloquear/espera')
  }
  let typed: string | null = null
  for (let turn = 0; turn < 600; turn += 1) {
    const mail = two.inbox.mails.slice(mails).findLast(({ to, code }) => to === email && code !== null)
    if (mail && mail.code !== typed) {
      typed = mail.code
      page = await browser.submit(page, 'Desbloquear', { codigo: mail.code! })
      if (page.path === '/desbloquear/listo') return void await expectHome(browser, number)
    }
    await sleep(100)
  }
  throw new Error(`no mail with a good code in a minute; the page says ${page.status} ${page.heading} ${page.errors.join()}`)
}

function makeBrowserWith(transport: Transport, session: string): Browser {
  const browser = makeBrowser(transport)
  browser.cookies.set('session', session)
  return browser
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
