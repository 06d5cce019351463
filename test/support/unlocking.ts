/** Tests of lanes and unlocking: people with keys, wrong keys, and the pages of /desbloquear walked without scripts. */
import type { RegisterRecord } from '../../src/domain/person.ts'
import { minute } from '../../src/domain/types.ts'
import type { Browser, Screen } from './browser.ts'
import type { ReceivedMail } from './inbox.ts'
import { makeKey, password } from './journeys.ts'
import { worker } from './people.ts'
import type { World } from './world.ts'

export const wrongKey = 'esta no es la clave de nadie'

export interface Owner { readonly record: RegisterRecord; readonly number: string; readonly email: string }

/** A person with a key; `n` is used once in a test file. */
export async function owner(world: World, n: number): Promise<Owner> {
  const record = worker(n)
  await world.enrol(record)
  const email = `duena${n}@example.org`
  const made = await makeKey(world, record, email)
  if (made.is !== 'issued') throw new Error(made.is)
  return { record, number: record.id.value, email }
}

export async function signIn(browser: Browser, number: string, key: string = password, more: Record<string, string> = {}): Promise<Screen> {
  return browser.submit(await browser.get('/ingresar'), 'Ingresar', { 'Número de cédula': number, Clave: key, ...more })
}

let networks = 0
/** A browser of a network of its own that nobody signed in with. */
export function stranger(world: World): Browser {
  networks += 1
  return world.browser({ from: `198.51.${networks % 250}.9` })
}

/** Wrong keys with time enough between them for every wait. */
export async function wrongKeys(world: World, browser: Browser, number: string, times = 5): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    await world.clock.advance(minute)
    await signIn(browser, number, wrongKey)
  }
}

/** The newest mail so far of this subject that no earlier call answered. */
export async function mailThat(world: World, email: string, subject: RegExp): Promise<ReceivedMail> {
  for (;;) {
    const mail = await world.inbox.waitFor(email)
    if (subject.test(mail.subject)) return mail
  }
}

/** /desbloquear with this number, up to the page that is the same for everybody. */
export async function askToUnlock(world: World, browser: Browser, number: string): Promise<Screen> {
  const waiting = await browser.submit(await browser.get('/desbloquear'), 'Continuar', { cedula: number, robot: 'no' })
  if (waiting.path !== '/desbloquear/espera') return waiting
  await world.clock.advance(10_500)
  return browser.get('/desbloquear/espera')
}

/** The path of the link of a mail. */
export function linkIn(mail: ReceivedMail): string {
  const link = mail.links.find((each) => each.includes('/desbloquear/enlace/'))
  if (!link) throw new Error(`no link to unlock in "${mail.subject}"`)
  return new URL(link).pathname
}
