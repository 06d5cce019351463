/**
 * A flood of wrong keys on one person from many sources, against real server processes, and the person herself in the middle of it: once with
 * a browser she signed in with before, once with another (L-07, L-08). test/races/flood.test.ts runs a small one, bench/flood.ts a whole one.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { fetching, makeBrowser, type Browser, type Transport } from './browser.ts'
import { makeKey, password } from './journeys.ts'
import { worker } from './people.ts'
import type { TwoServers } from './two-servers.ts'
import { signIn, wrongKey } from './unlocking.ts'
import type { World } from './world.ts'

export interface FloodFigures {
  readonly tries: number
  readonly compared: number
  /** Milliseconds of the flood, and of the owner's ways in. */
  readonly lasted: number
  readonly knownBrowser: number
  readonly byMail: number
  readonly sessionsLost: number
  readonly mails: readonly string[]
}

/** `CLAVE_TRUST_PROXY=1` makes the servers believe the address that is claimed here. */
const from = (base: string, address: string): Transport => {
  const plain = fetching(base)
  return (method, path, headers, payload) => plain(method, path, { ...headers, 'x-forwarded-for': address }, payload)
}

/** The n-th person; at least `tries` wrong keys, `atOnce` at a time, going on until the owner is in. */
export async function floodOne(two: TwoServers, n: number, tries: number, atOnce = 24): Promise<FloodFigures> {
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

  const flood = startFlood(two, number, atOnce)
  while (flood.sent() < Math.min(tries, 200)) await sleep(20)
  const second = makeBrowser(from(two.bases[0], '192.0.2.10'))
  second.cookies.set('device', known.cookies.get('device')!)
  const knownBrowser = await timed(() => expectHome(second, number))
  const byMail = await timed(() => unlockAndEnter(two, makeBrowser(from(two.bases[1], '192.0.2.77')), number, email, mailsBefore))
  while (flood.sent() < tries) await sleep(50)
  const { lasted, compared } = await flood.stop()
  await sleep(1_500)
  const home = await makeBrowserWith(from(two.bases[1], '192.0.2.10'), sessionBefore).get('/mi-clave')
  return {
    tries: flood.sent(), compared, lasted, knownBrowser, byMail, sessionsLost: home.path === '/mi-clave' ? 0 : 1,
    mails: two.inbox.mails.slice(mailsBefore).filter(({ to }) => to === email).map(({ subject }) => subject),
  }
}

function startFlood(two: TwoServers, number: string, atOnce: number): { sent(): number; stop(): Promise<{ lasted: number; compared: number }> } {
  let sent = 0
  let compared = 0
  const stopping = new AbortController()
  const began = performance.now()
  const hand = async (which: number): Promise<void> => {
    const transport = from(two.bases[which % 2]!, `198.51.${which % 250}.${1 + (which % 200)}`)
    const browser = makeBrowser(transport)
    const form = (await browser.get('/ingresar')).forms.find(({ action }) => action === '/ingresar')!
    const payload = new URLSearchParams({ ...form.fields, cedula: number, clave: wrongKey }).toString()
    const headers = { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    // Posted as it is: reading every page would slow the flood, and the clock of the owner beside it.
    while (!stopping.signal.aborted) {
      const { status } = await transport('POST', '/ingresar', headers, payload)
      sent += 1
      if (status === 422) compared += 1
      if (![422, 429, 503].includes(status)) throw new Error(`a wrong key was answered ${status}`)
    }
  }
  const hands = Promise.all(Array.from({ length: atOnce }, (_, which) => hand(which)))
  hands.catch(() => undefined)
  return {
    sent: () => sent,
    async stop() {
      stopping.abort()
      await hands
      return { lasted: performance.now() - began, compared }
    },
  }
}

async function expectHome(browser: Browser, number: string): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    const home = await signIn(browser, number, password)
    if (home.path === '/mi-clave') return
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
      if (page.path === '/desbloquear/listo') return expectHome(browser, number)
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

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
