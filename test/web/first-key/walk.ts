/** Journey 1 walked through its pages, as a person with a browser without scripts does it: every step reads the page it stands on. */
import type { RegisterRecord } from '../../../src/domain/person.ts'
import type { Deck } from '../../../src/questions/engine.ts'
import { openDeck } from '../../../src/app/proofing.ts'
import { openJourney } from '../../../src/app/journey.ts'
import { truths } from '../../questions/people.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import { bankAnswers } from '../../support/recovery.ts'
import type { World } from '../../support/world.ts'

export const password = 'tres tristes tigres comen trigo'
export const answers = ['Señora Ibarra', 'don Ramiro', 'los Cevallos']
let networks = 0

/** A browser of a network of its own, so that the tickets of one test are not those of another. */
export function freshBrowser(world: World): Browser {
  networks += 1
  return world.browser({ from: `198.51.${networks % 250}.7` })
}

/** The steps after which a walk can stop; the screen it answers is the page after that step. */
export type Stop = 'identify' | 'prepare' | 'questions' | 'contacts' | 'personal-questions' | 'figure' | 'figure-again' | 'mail' | 'terms' | 'password'

export interface Walker {
  readonly browser: Browser
  readonly record: RegisterRecord
  readonly email: string
}

export function walker(world: World, record: RegisterRecord, email: string): Walker {
  return { browser: freshBrowser(world), record, email }
}

/** Walks from the first page to the page after `stop`. */
export async function walkTo(world: World, who: Walker, stop: Stop): Promise<Screen> {
  let screen = await identifyAs(world, who.browser, who.record.id.value)
  const rest: readonly [Stop, () => Promise<Screen>][] = [
    ['prepare', () => who.browser.submit(screen, 'Ver las preguntas')],
    ['questions', () => answerRight(world, who, screen)],
    ['contacts', () => who.browser.submit(screen, 'Continuar', { 'Correo electrónico': who.email, Teléfono: '099 123 4567' })],
    ['personal-questions', () => givePersonalAnswers(who.browser, screen)],
    ['figure', () => who.browser.submit(screen, 'Elegir', { figura: 'sol' })],
    ['figure-again', () => who.browser.submit(screen, 'Es esta', { figura: 'sol' })],
    ['mail', () => typeCode(world, who)],
    ['terms', () => who.browser.submit(screen, 'Continuar', { acepto: 'si' })],
    ['password', () => who.browser.submit(screen, 'Generar la clave', { clave: password, repetida: password })],
  ]
  if (stop === 'identify') return screen
  for (const [step, go] of rest) {
    screen = await go()
    if (step === stop) break
  }
  return screen
}

export async function identifyAs(world: World, browser: Browser, number: string): Promise<Screen> {
  const first = await browser.get('/clave')
  const waiting = await browser.submit(first, 'Buscar', { cedula: number, robot: 'no' })
  if (waiting.path !== '/clave/espera') return waiting
  await world.clock.advance(10_500)
  return browser.get('/clave/espera')
}

export async function deckOf(world: World, browser: Browser): Promise<{ attempt: number; deck: Deck }> {
  const journey = await openJourney(world.deps, browser.cookies.get('journey') ?? '')
  const open = journey && (await openDeck(world.deps, journey))
  if (!open) throw new Error('no open deck')
  return open
}

export function birthDateOf({ birthDate }: RegisterRecord): Record<string, string> {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  return { 'nacimiento-day': String(Number(day)), 'nacimiento-month': month, 'nacimiento-year': year }
}

export async function rightAnswers(world: World, { browser, record }: Walker): Promise<Record<string, string>> {
  const { deck } = await deckOf(world, browser)
  const right = truths(deck, record)
  return { ...birthDateOf(record), ...Object.fromEntries(deck.questions.map(({ id }) => [id, right[id] ?? ''])) }
}

export async function answerRight(world: World, who: Walker, screen: Screen): Promise<Screen> {
  return who.browser.submit(screen, 'Enviar mis respuestas', await rightAnswers(world, who))
}

/** Everything well formed, the birth date wrong. */
export async function answerWrong(world: World, who: Walker, screen: Screen): Promise<Screen> {
  return who.browser.submit(screen, 'Enviar mis respuestas', { ...(await rightAnswers(world, who)), 'nacimiento-year': '1931' })
}

export function givePersonalAnswers(browser: Browser, screen: Screen): Promise<Screen> {
  const questions = ['first-teacher', 'first-boss', 'neighbour']
  const typed = questions.flatMap((question, index) => [[`pregunta-${index + 1}`, question], [`respuesta-${index + 1}`, answers[index] ?? '']])
  return browser.submit(screen, 'Continuar', Object.fromEntries(typed) as Record<string, string>)
}

/** Waits for the mail and types its code on the page as it is then. */
export async function typeCode(world: World, { browser, email }: Walker): Promise<Screen> {
  const { code } = await world.inbox.waitFor(email)
  return browser.submit(await mailPage(browser), 'Confirmar', { codigo: code ?? '' })
}

/** The mail page once the mail is out. */
export async function mailPage(browser: Browser): Promise<Screen> {
  for (let turn = 0; turn < 200; turn += 1) {
    const screen = await browser.get('/clave/correo')
    if (screen.forms.some(({ buttons }) => buttons.includes('Confirmar'))) return screen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the mail did not go out')
}

/** The two answers of the questions on the page, and the figure. */
export async function answerOwn(browser: Browser, screen: Screen, figure = 'sol'): Promise<Screen> {
  const questions: Readonly<Record<string, string>> = { 'enseñó a leer': bankAnswers['first-teacher']!, 'trabajó': bankAnswers['first-boss']!, vecino: bankAnswers.neighbour! }
  const labels = [...screen.forms[0]!.labels].filter(([, name]) => name.startsWith('respuesta-'))
  if (labels.length !== 2) throw new Error('two questions are asked')
  const typed = labels.map(([label, name]) => [name, Object.entries(questions).find(([part]) => label.includes(part))?.[1] ?? ''])
  return browser.submit(screen, 'Enviar mis respuestas', { ...(Object.fromEntries(typed) as Record<string, string>), figura: figure })
}
