/** One person makes a key over HTTP, page by page as test/web/first-key/walk.ts does; the robot check is solved here, so nobody waits. */
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { openJourney } from '../src/app/journey.ts'
import { openDeck } from '../src/app/proofing.ts'
import type { RegisterRecord } from '../src/domain/person.ts'
import { truths } from '../test/questions/people.ts'
import { fetching, makeBrowser, type Browser, type Screen } from '../test/support/browser.ts'
import type { Installation } from './installation.ts'

export async function makeFirstKey(installation: Installation, base: string, record: RegisterRecord): Promise<void> {
  const browser = makeBrowser(fetching(base))
  // PROOF-12, PASS-4: neither a telephone nor a key may be everybody's.
  const [phone, key] = [`099${record.id.value.slice(2, 9)}`, `${installation.password} ${record.id.value.split('').reverse().join('')}`]
  const email = `${record.id.value.toLowerCase()}@example.org`
  const altcha = await solved(base)
  let screen = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: record.id.value, robot: 'no', altcha })
  screen = await browser.submit(screen, 'Ver las preguntas')
  screen = await browser.submit(screen, 'Enviar mis respuestas', await rightAnswers(installation, browser, record))
  screen = await browser.submit(screen, 'Continuar', { 'Correo electrónico': email, Teléfono: phone })
  screen = await browser.submit(screen, 'Continuar', personalAnswers)
  screen = await browser.submit(screen, 'Elegir', { figura: 'sol' })
  await browser.submit(screen, 'Es esta', { figura: 'sol' })
  const { code } = await installation.inbox.waitFor(email)
  screen = await browser.submit(await mailPage(browser), 'Confirmar', { codigo: code ?? '' })
  screen = await browser.submit(screen, 'Continuar', { acepto: 'si' })
  screen = await browser.submit(screen, 'Generar la clave', { clave: key, repetida: key })
  if (screen.path !== '/clave/listo') throw new Error(`no key was made; the journey ended at ${screen.path}: ${screen.heading} ${screen.errors.join(' ')}`)
}

async function solved(base: string): Promise<string> {
  const challenge = (await (await fetch(`${base}/robot/reto`)).json()) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** The answers are read off the register, as the person reads them off their papers. */
async function rightAnswers({ deps }: Installation, browser: Browser, record: RegisterRecord): Promise<Record<string, string>> {
  const journey = await openJourney(deps, browser.cookies.get('journey') ?? '')
  const open = journey && (await openDeck(deps, journey))
  if (!open) throw new Error('no deck is open')
  const [year = '', month = '', day = ''] = record.birthDate.split('-')
  return { 'nacimiento-day': String(Number(day)), 'nacimiento-month': month, 'nacimiento-year': year, ...truths(open.deck, record) }
}

const personalAnswers = Object.fromEntries(['first-teacher', 'first-boss', 'neighbour'].flatMap((question, at) => [
  [`pregunta-${at + 1}`, question], [`respuesta-${at + 1}`, ['Señora Ibarra', 'don Ramiro', 'los Cevallos'][at]!],
]))

/** The mail page once the mail is out. */
async function mailPage(browser: Browser): Promise<Screen> {
  for (let turn = 0; turn < 200; turn += 1) {
    const screen = await browser.get('/clave/correo')
    if (screen.forms.some(({ buttons }) => buttons.includes('Confirmar'))) return screen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the mail did not go out')
}
