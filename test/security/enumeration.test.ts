/**
 * E-01, E-02 (what can be seen and counted), PROOF-6, PROOF-7, LOGIN-3, LOGIN-4, UNLOCK-2: every state of a number at every entry, page by
 * page, is the same status, headers, cookies, redirects, bytes (but for tokens and the deck's own texts) and database statements.
 * bench/enumeration.ts measures the time itself.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { minute } from '../../src/domain/types.ts'
import { openDeck } from '../../src/app/proofing.ts'
import { openJourney } from '../../src/app/journey.ts'
import type { Deck } from '../../src/questions/engine.ts'
import type { Browser } from '../support/browser.ts'
import { password } from '../support/journeys.ts'
import { noon } from '../support/people.ts'
import { stranger, type Seen } from '../support/seen.ts'
import { exhaust, numbersIn, states, type Beside, type State } from '../support/states.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
let numbers: Readonly<Record<State | Beside, string>>
before(async () => {
  world = await createWorld()
  await world.clock.freeze(noon)
  numbers = await numbersIn(world)
  for (const name of ['proofing exhausted', 'unknown, exhausted'] as const) {
    await walkQuestions(numbers[name], 1)
    await exhaust(world, numbers[name])
  }
})

/** The walk of each number at the same moment. */
async function seenBy(names: readonly (State | Beside)[], walk: (number: string, name: string) => Promise<readonly Seen[]>): Promise<ReadonlyMap<string, readonly Seen[]>> {
  const logs = new Map<string, readonly Seen[]>()
  for (const name of names) {
    await world.clock.freeze(noon)
    logs.set(name, await walk(numbers[name], name))
  }
  return logs
}

function assertAlike(logs: ReadonlyMap<string, readonly Seen[]>): void {
  const [[, reference] = ['', []]] = logs
  for (const [name, log] of logs) {
    assert.equal(log.length, reference.length, `${name}: as many answers`)
    for (const [at, answer] of log.entries()) assert.deepEqual(answer, reference[at], `${name}, ${answer.asked}`)
  }
}

/** Generate and recover, which begin with the same page: up to the verdicts of `decks`, or to the page that says why there are no questions. */
async function walkQuestions(number: string, decks: number): Promise<Seen[]> {
  const { browser, log } = stranger(world, number)
  let screen = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: number, robot: 'no' })
  await world.clock.advance(10_500)
  screen = await browser.get('/clave/espera')
  for (let turn = 0; turn < decks && screen.forms.length > 0; turn += 1) {
    screen = await browser.submit(screen, 'Ver las preguntas')
    const deck = await deckOf(browser)
    const typed = { amount: '612,50', month: '03/2015', number: '84', name: 'Zarigüeya', choice: 'none' } as const
    const answers = Object.fromEntries(deck.questions.map(({ id, input }) => [id, typed[input]]))
    screen = await browser.submit(screen, 'Enviar mis respuestas', { ...answers, 'nacimiento-day': '2', 'nacimiento-month': '1', 'nacimiento-year': '1931' })
  }
  return log.map(withoutDeck)
}

async function deckOf(browser: Browser): Promise<Deck> {
  const journey = await openJourney(world.deps, browser.cookies.get('journey') ?? '')
  const open = journey && (await openDeck(world.deps, journey))
  assert.ok(open, 'a deck is open')
  assert.ok(open.deck.questions.length >= 3)
  return open.deck
}

/** The questions are the number's own, and how many there are is said before; those of real people differ in the same way. */
function withoutDeck(page: Seen): Seen {
  const body = page.body.replace(/y \d datos/g, 'y N datos')
  if (page.asked !== 'GET /clave/preguntas') return { ...page, body }
  const headers = Object.fromEntries(Object.entries(page.headers).filter(([name]) => !['content-length', 'content-encoding', 'vary'].includes(name)))
  return { ...page, headers, length: 0, body: body.replace(/(id="nacimiento-year"[^>]*>)[\s\S]*(<p class="govuk-body">Revise sus respuestas)/, '$1 … $2') }
}

const notExhausted = states.filter((name) => name !== 'proofing exhausted')

test('generate, recover: whatever a number is, the pages up to three verdicts and the end of the day are the same', async () => {
  const logs = await seenBy(notExhausted, (number) => walkQuestions(number, 4))
  assert.match(logs.get('active')!.at(-1)!.body, /Por hoy no quedan intentos/)
  assertAlike(logs)
})

test('generate, recover: who has used up every attempt is not told from a number nobody has that was tried as often', async () => {
  const logs = await seenBy(['unknown, exhausted', 'proofing exhausted'], (number) => walkQuestions(number, 1))
  assert.match(logs.get('proofing exhausted')!.at(-1)!.body, /ya no quedan intentos|se cerró|cerrad/i)
  assertAlike(logs)
})

test('generate, recover: a number nobody has that cannot be asked gets the page of a person who cannot', async () => {
  const logs = await seenBy(['unknown, not asked', 'thin file'], (number) => walkQuestions(number, 1))
  assert.match(logs.get('thin file')!.at(-1)!.body, /no podemos hacer preguntas/)
  assertAlike(logs)
})

test('generate, recover: up to the preparation all are the same, exhausted or not to be asked', async () => {
  const begun = await seenBy([...states, 'thin file', 'unknown, not asked', 'unknown, exhausted'], async (number) => (await walkQuestions(number, 0)).slice(0, -1))
  assertAlike(begun)
})

/** A link and a mail for nobody are other statements of the same kind; what the courier does, whom this request woke, comes after the answer (E-03). */
function sameMail(answer: Seen): Seen {
  const own = answer.statements.slice(0, answer.statements.includes('outbox-claim') ? answer.statements.indexOf('outbox-claim') : undefined)
  return { ...answer, statements: own.map((name) => name.replace(/^reopening-no-link$/, 'link-insert').replace(/^reopening-no-mail$/, 'outbox-queue')) }
}

test('PROOF-11: while the breaker stands, every state, thin and exhausted ones too, gets the same pages and statements, up to a wrong code', async () => {
  await world.database.sql("insert into clave.proofing_failures values (date_trunc('minute', clave.now()), 0, 1000000) on conflict (minute, shard) do update set failures = excluded.failures")
  await world.watch.look()
  const logs = await seenBy([...states, 'thin file', 'unknown, not asked', 'unknown, exhausted'], async (number) => {
    const { browser, log } = stranger(world, number)
    await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: number, robot: 'no' })
    await world.clock.advance(10_500)
    const diverted = await browser.get('/clave/espera')
    const before = await browser.get(diverted.link('Seguir con un código'))
    // The button of a page that was open before it tripped.
    await browser.post('/clave/preparar', before.forms.find(({ buttons }) => buttons.includes('Pedir el correo'))!.fields)
    await browser.get('/clave/preguntas')
    const asked = await browser.submit(before, 'Pedir el correo')
    await browser.submit(asked, 'Confirmar', { codigo: '11111111' })
    return log.map(sameMail)
  })
  await world.database.sql('delete from clave.proofing_failures')
  await world.watch.look()
  assert.match(logs.get('active')!.map(({ body }) => body).join(), /primero un código o una oficina/)
  assertAlike(logs)
})

test('sign-in: ten wrong keys, a minute apart, are ten times the same answer for every state; so is the right key where it must not help', async () => {
  const logs = await seenBy([...states, 'thin file'], async (number, name) => {
    const { browser, log } = stranger(world, number)
    const key = ['blocked', 'disabled', 'frozen'].includes(name) ? password : 'no es la clave de nadie'
    for (let turn = 0; turn < 10; turn += 1) {
      await world.clock.advance(minute)
      await browser.submit(await browser.get('/ingresar'), 'Ingresar', { cedula: number, clave: turn === 3 ? key.padEnd(5_000, '.') : key })
    }
    return log.map(sameEvent)
  })
  const answers = logs.get('active')!.filter(({ asked }) => asked.startsWith('POST'))
  assert.equal(answers.length, 10)
  for (const { body } of answers) assert.match(body, /El número de cédula o la clave no son correctos/)
  assertAlike(logs)
})

/** Who is refused gets another event than who was wrong: one statement that writes one event all the same. */
function sameEvent(answer: Seen): Seen {
  return { ...answer, statements: answer.statements.map((name) => name.replace(/^login-fail$/, 'append-event')) }
}

test('unlock: every page, a wrong code and one more mail are the same for every state', async () => {
  const logs = await seenBy([...states, 'thin file'], async (number) => {
    const { browser, log } = stranger(world, number)
    await browser.submit(await browser.get('/desbloquear'), 'Continuar', { cedula: number, robot: 'no' })
    await world.clock.advance(10_500)
    const mail = await browser.get('/desbloquear/espera')
    const wrong = await browser.submit(mail, 'Desbloquear', { codigo: '00000000' })
    await browser.submit(wrong, 'Enviar otro correo')
    return log
  })
  assert.match(logs.get('active')!.at(-1)!.body, /Desbloquear/)
  assertAlike(logs)
})
