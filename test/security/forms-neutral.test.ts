/**
 * E-01, E-02 (what can be seen), PROOF-6, PROOF-7, LOGIN-3, LOGIN-4: an unknown, a known, a deceased, a withheld and a frozen number are
 * answered with the same bytes but for the tokens and the deck's own texts; with the same headers; and redirects of the same length.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { cedulaCheckDigit } from '../../src/domain/identifier.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import type { Reply, Transport } from '../support/browser.ts'
import { injecting, makeBrowser, type Browser } from '../support/browser.ts'
import { deceased, inventedToday, noon, thinFile, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { deckOf, password, walkTo, walker } from '../web/first-key/walk.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.freeze(noon)
})

interface Seen { readonly status: number; readonly headers: Record<string, string>; readonly body: string; readonly length: number }

/** What a stranger can see of an answer, without what is different for every browser: tokens, the journey's cookie, the number typed. */
function seen(reply: Reply, number: string): Seen {
  const headers = Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !['date', 'set-cookie'].includes(name)).map(([name, value]) => [name, String(value)]))
  const cookies = reply.setCookies.map((line) => line.replace(/=[\w-]+;/, (value) => `=${'x'.repeat(value.length - 2)};`))
  const body = reply.body.replace(/name="formulario" value="[\w-]{43}"/g, 'TOKEN').replaceAll(number, 'NUMBER')
  return { status: reply.status, headers: { ...headers, cookies: cookies.join('\n') }, body, length: reply.body.length }
}

let networks = 0
function watched(number: string): { browser: Browser; log: Seen[] } {
  networks += 1
  const log: Seen[] = []
  const inject = injecting(world.app, `198.18.${networks}.7`)
  const transport: Transport = async (...request) => {
    const reply = await inject(...request)
    log.push(seen(reply, number))
    return reply
  }
  return { browser: makeBrowser(transport), log }
}

/** Everything up to and with the verdict of three decks, and the page of the day after. `answer` for every typed question. */
async function proofingOf(number: string): Promise<{ log: Seen[]; shapes: string[] }> {
  const { browser, log } = watched(number)
  const shapes: string[] = []
  let screen = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: number, robot: 'no' })
  await world.clock.advance(10_500)
  screen = await browser.get('/clave/espera')
  for (let attempt = 0; attempt < 3 && screen.forms.length > 0; attempt += 1) {
    screen = await browser.submit(screen, 'Ver las preguntas')
    const { deck } = await deckOf(world, browser)
    shapes.push(deck.questions.map(({ input }) => input).sort().join(' '))
    log[log.length - 1] = withoutDeck(log.at(-1)!)
    const typed = { amount: '612,50', month: '03/2015', number: '84', name: 'Zarigüeya', choice: 'none' } as const
    const answers = Object.fromEntries(deck.questions.map(({ id, input }) => [id, typed[input]]))
    screen = await browser.submit(screen, 'Enviar mis respuestas', { ...answers, 'nacimiento-day': '2', 'nacimiento-month': '1', 'nacimiento-year': '1931' })
  }
  await world.clock.advance(-10_500)
  return { log, shapes }
}

/** The page of the questions, with each question's own text taken away, and its length with it. */
function withoutDeck(page: Seen): Seen {
  const headers = { ...page.headers }
  for (const name of ['content-length', 'content-encoding', 'vary']) delete headers[name]
  return { ...page, headers, length: 0, body: page.body.replace(/(id="nacimiento-year"[^>]*>)[\s\S]*(<p class="govuk-body">Revise sus respuestas)/, '$1 … $2') }
}

/** Valid numbers that are nobody's. */
function* unknownNumbers(): Generator<string> {
  for (let n = 0; ; n += 1) {
    const body = `17${String(1_000_003 * (n + 1) % 10_000_000).padStart(7, '0')}`
    yield body + String(cedulaCheckDigit(body))
  }
}

/** One whose decoy can be asked (or cannot), as PROOF-7 spreads them over the unknown ones. */
async function unknown(askable: boolean): Promise<string> {
  for (const number of unknownNumbers()) {
    const identifier = { type: 'cedula', value: number } as const
    const person = world.deps.register.personKey(identifier)
    const decks = world.deps.questions.plan(person, world.deps.register.decoy(identifier, inventedToday), inventedToday)
    if (decks.length === (askable ? 3 : 0)) return number
  }
  throw new Error('none')
}

async function enrolled(record: RegisterRecord): Promise<string> {
  await world.enrol(record)
  return record.id.value
}

test('journey 1: unknown, known, deceased, withheld and frozen numbers meet the same pages up to three verdicts', async () => {
  const withheld: RegisterRecord = { ...worker(30), status: 'withheld' }
  const frozen = worker(31)
  await enrolled(frozen)
  await walkTo(world, walker(world, frozen, 'congelada@example.org'), 'password')
  await freeze(frozen)
  const numbers: Readonly<Record<string, string>> = {
    known: await enrolled(worker(32)), unknown: await unknown(true), deceased: await enrolled(deceased()), withheld: await enrolled(withheld), frozen: frozen.id.value,
  }
  const results = new Map<string, { log: Seen[]; shapes: string[] }>()
  for (const [kind, number] of Object.entries(numbers)) results.set(kind, await proofingOf(number))
  const known = results.get('known')!
  assert.equal(known.shapes.length, 3, 'three decks were shown')
  assert.match(known.log.at(-1)!.body, /Por hoy no quedan intentos/)
  for (const [kind, { log, shapes }] of results) {
    assert.equal(log.length, known.log.length, kind)
    assert.ok(shapes.every((shape) => shape.split(' ').length >= 3), kind)
    for (const [at, step] of log.entries()) assert.deepEqual(questionsCounted(step), questionsCounted(known.log[at]!), `${kind}, answer ${at + 1}`)
  }
})

/** How many questions a deck has is the deck's own, and is said before it is shown; real people's differ in the same way. */
function questionsCounted({ status, headers, body }: Seen): Omit<Seen, 'length'> {
  return { status, headers, body: body.replace(/y \d datos/g, 'y N datos') }
}

async function freeze(record: RegisterRecord): Promise<void> {
  const { links } = await world.inbox.waitFor('congelada@example.org')
  const browser = world.browser()
  const asked = await browser.get(new URL(links.find((link) => link.includes('/no-fui-yo/'))!).pathname)
  const done = await browser.submit(asked, 'No fui yo', { cedula: record.id.value })
  assert.match(done.heading, /Su clave está congelada/)
}

test('journey 1: an unknown number that cannot be asked gets the page of a person who cannot be asked', async () => {
  const numbers = [await enrolled(thinFile(0)), await unknown(false)]
  const [known, stranger] = [await proofingOf(numbers[0]!), await proofingOf(numbers[1]!)]
  assert.match(known.log.at(-1)!.body, /no podemos hacer preguntas/)
  assert.deepEqual(stranger.log, known.log)
})

test('sign-in: unknown, wrong, without a key, blocked, frozen and deceased numbers get the same answer', async () => {
  const holder = worker(33)
  await enrolled(holder)
  await walkTo(world, walker(world, holder, 'duena@example.org'), 'password')
  const blocked = worker(34)
  await enrolled(blocked)
  await walkTo(world, walker(world, blocked, 'bloqueada@example.org'), 'password')
  await world.database.sql("insert into clave.login_attempts values ($1, 'stranger', 5, 5, '-infinity')", [Buffer.from(world.personKey(blocked.id), 'hex')])
  const tries: Readonly<Record<string, readonly [string, string]>> = {
    wrong: [holder.id.value, 'no es la clave de nadie'], unknown: [await unknown(true), 'no es la clave de nadie'], 'no key yet': [worker(32).id.value, 'no es la clave de nadie'],
    'the right key of a blocked one': [blocked.id.value, password], deceased: [deceased().id.value, 'no es la clave de nadie'], 'the right key of a frozen one': [worker(31).id.value, password],
    'a long key': [await unknown(false), 'x'.repeat(5_000)],
  }
  const answers = new Map<string, Seen>()
  for (const [kind, [number, key]] of Object.entries(tries)) {
    const { browser, log } = watched(number)
    await browser.submit(await browser.get('/ingresar'), 'Ingresar', { cedula: number, clave: key })
    answers.set(kind, log.at(-1)!)
  }
  const wrong = answers.get('wrong')!
  assert.match(wrong.body, /El número de cédula o la clave no son correctos/)
  for (const [kind, answer] of answers) assert.deepEqual(answer, wrong, kind)
})
