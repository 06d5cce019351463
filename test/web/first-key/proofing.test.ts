import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { cedulaCheckDigit } from '../../../src/domain/identifier.ts'
import { day } from '../../../src/domain/types.ts'
import { questionsWords } from '../../../src/web/texts/questions-words.ts'
import { makeKey } from '../../support/journeys.ts'
import type { Screen } from '../../support/browser.ts'
import { deceased, noon, thinFile, worker } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { answerRight, answerWrong, deckOf, freshBrowser, identifyAs, rightAnswers, walker, walkTo, type Walker } from './walk.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

let people = 0
async function somebody(): Promise<Walker> {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  return walker(world, record, `alguien${people}@example.org`)
}

async function used(who: Walker): Promise<number> {
  const [row] = await world.database.sql<{ used: number }>('select used_in_all as used from clave.proofing_attempts where person_key = $1', [Buffer.from(world.personKey(who.record.id), 'hex')])
  return row?.used ?? 0
}

const unknown = (n: number): string => {
  const nine = `17${String(5_000_000 + n)}`
  return `${nine}${cedulaCheckDigit(nine)}`
}

/** What a stranger could compare: the page without its form token. */
const bare = (screen: Screen): string => screen.body.replace(/name="formulario" value="[^"]*"/g, '')

test('PROOF-1: looking at the preparation, any number of times, claims nothing; seeing the questions claims one', async () => {
  const who = await somebody()
  const ready = await walkTo(world, who, 'identify')
  assert.match(ready.text, /hoy le quedan 3/)
  for (let turn = 0; turn < 5; turn += 1) await who.browser.get('/clave/preparar')
  await who.browser.get('/clave/preguntas')
  assert.equal(await used(who), 0)
  await who.browser.submit(ready, 'Ver las preguntas')
  assert.equal(await used(who), 1)
})

test('PROOF-1: reload, a second window, another day and format errors show the same questions and claim nothing more', async () => {
  const who = await somebody()
  const first = await walkTo(world, who, 'prepare')
  const { deck } = await deckOf(world, who.browser)
  const empty = await who.browser.submit(first, 'Enviar mis respuestas')
  assert.equal(empty.status, 422)
  assert.equal(empty.errors.length, deck.questions.length + 1)
  const ready = await who.browser.get('/clave/preparar')
  assert.equal(ready.forms.length, 0, 'nothing to press that could claim')
  assert.equal(ready.link('Continuar con las preguntas'), '/clave/preguntas')
  await world.clock.advance(day)
  const later = walker(world, who.record, who.email)
  await identifyAs(world, later.browser, who.record.id.value)
  assert.match((await later.browser.get('/clave/preparar')).text, /no gasta otro intento/)
  assert.deepEqual((await deckOf(world, later.browser)).deck, deck)
  assert.equal(await used(who), 1)
})

test('what was typed stays after a format error, each mistake with its own sentence at its own field', async () => {
  const who = await somebody()
  const first = await walkTo(world, who, 'prepare')
  const right = await rightAnswers(world, who)
  const screen = await who.browser.submit(first, 'Enviar mis respuestas', { ...right, 'nacimiento-day': '31', 'nacimiento-month': '2' })
  assert.deepEqual(screen.errors, ['Esa fecha no existe: revise el día y el mes de su fecha de nacimiento'])
  assert.match(screen.title, /^Error: /)
  const kept = screen.forms.flatMap(({ fields }) => Object.entries(fields))
  for (const [name, value] of Object.entries({ ...right, 'nacimiento-day': '31', 'nacimiento-month': '2' })) assert.ok(kept.some(([field, text]) => field === name && text === value), name)
  for (const href of [...screen.body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '')) assert.ok(screen.body.includes(`id="${href}"`), href)
})

const dates: readonly [string, string, string, RegExp][] = [
  ['', '', '', /^Escriba su fecha de nacimiento$/],
  ['14', '', '1985', /^Escriba el día, el mes y el año/],
  ['catorce', '3', '1985', /con números/],
  ['14', '3', '85', /cuatro dígitos/],
  ['31', '4', '1985', /no existe/],
  ['29', '2', '1985', /no existe/],
  ['14', '3', '2030', /en el pasado/],
  ['14', '3', '1785', /Revise el año/],
]
test('the birth date: each slip has its sentence and costs nothing', async () => {
  const who = await somebody()
  const screen = await walkTo(world, who, 'prepare')
  for (const [d, m, y, sentence] of dates) {
    const answer = await who.browser.submit(screen, 'Enviar mis respuestas', { ...(await rightAnswers(world, who)), 'nacimiento-day': d, 'nacimiento-month': m, 'nacimiento-year': y })
    assert.match(answer.errors[0] ?? '', sentence, `${d} ${m} ${y}`)
  }
  assert.equal(await used(who), 1)
})

test('every question has its label, its paper and its format, and options end with «Ninguna de las anteriores»', async () => {
  const who = await somebody()
  const screen = await walkTo(world, who, 'prepare')
  const { deck } = await deckOf(world, who.browser)
  const form = screen.forms[0]
  for (const question of deck.questions) {
    assert.ok(screen.text.includes(questionsWords.es.kinds[question.kind].hint), question.kind)
    if (question.input === 'choice') assert.deepEqual(form?.options.get(question.id), [...question.options.map(({ code }) => code), 'none'])
  }
  assert.match(screen.body, /autocomplete="bday-day".*autocomplete="bday-month".*autocomplete="bday-year"/s)
})

test('PROOF-3: a wrong date and a wrong answer give the same page; the next attempt asks other questions', async () => {
  const [one, two] = [await somebody(), await somebody()]
  const wrongDate = await answerWrong(world, one, await walkTo(world, one, 'prepare'))
  const second = await walkTo(world, two, 'prepare')
  const before = (await deckOf(world, two.browser)).deck
  const typed = before.questions.find(({ input }) => input !== 'choice')
  const wrongAnswer = await two.browser.submit(second, 'Enviar mis respuestas', { ...(await rightAnswers(world, two)), [typed?.id ?? '']: typed?.input === 'name' ? 'Otra Empresa' : typed?.input === 'month' ? '01/1950' : typed?.input === 'amount' ? '1,00' : '1' })
  assert.equal(wrongDate.path, '/clave/preparar?aviso=respuestas')
  const sentence = (screen: Screen): string => bare(screen).replace(/y \d+ datos que/, '')
  assert.equal(sentence(wrongAnswer), sentence(wrongDate))
  assert.match(wrongAnswer.title, /^Error: /)
  assert.match(wrongAnswer.text, /Por seguridad no decimos cuál/)
  assert.match(wrongAnswer.text, /Le quedan 2 intentos hoy y 8 en total/)
  await two.browser.submit(wrongAnswer, 'Ver las preguntas')
  assert.notDeepEqual((await deckOf(world, two.browser)).deck, before)
})

test('PROOF-2: after the third failure the page says until when, in clock time, and names the other ways', async () => {
  const who = await somebody()
  await walkTo(world, who, 'identify')
  const today = new Date((await world.clock.now()) - 5 * 3_600_000)
  const tomorrow = new Date(today.getTime() + day)
  let screen = await who.browser.get('/clave/preparar')
  for (let turn = 0; turn < 3; turn += 1) screen = await answerWrong(world, who, await who.browser.submit(await who.browser.get('/clave/preparar'), 'Ver las preguntas'))
  assert.match(screen.heading, /Por hoy no quedan intentos/)
  assert.match(screen.text, /Alguna respuesta no es correcta/)
  assert.match(screen.text, new RegExp(`el ${tomorrow.getUTCDate()} de \\p{L}+ de ${tomorrow.getUTCFullYear()} a partir de las 00:00`, 'u'))
  assert.match(screen.text, /oficina/)
  assert.equal(screen.forms.filter(({ buttons }) => buttons.includes('Ver las preguntas')).length, 0)
  await world.clock.advance(day)
  const next = walker(world, who.record, who.email)
  assert.match((await walkTo(world, next, 'identify')).text, /hoy le quedan 3/)
})

test('PROOF-2: after the ninth the process is closed, and says so without a way to try', async () => {
  const who = await somebody()
  let screen: Screen | null = null
  for (let round = 0; round < 3; round += 1) {
    const today = walker(world, who.record, who.email)
    await walkTo(world, today, 'identify')
    for (let turn = 0; turn < 3; turn += 1) screen = await answerWrong(world, today, await today.browser.submit(await today.browser.get('/clave/preparar'), 'Ver las preguntas'))
    await world.clock.advance(day)
  }
  assert.match(screen?.heading ?? '', /Este trámite está cerrado/)
  const again = await walkTo(world, walker(world, who.record, who.email), 'identify')
  assert.match(again.heading, /Este trámite está cerrado/)
  assert.match(again.text, /oficina/)
})

test('answers sent from an old window count for nothing, and the page says what happened', async () => {
  const who = await somebody()
  const old = await walkTo(world, who, 'prepare')
  const answers = await rightAnswers(world, who)
  await answerWrong(world, who, old)
  const stale = await who.browser.submit(old, 'Enviar mis respuestas', answers)
  assert.equal(stale.path, '/clave/preparar?aviso=otra-ventana')
  assert.match(stale.text, /Esta vez no gastó ningún intento/)
  assert.equal(await used(who), 1)
})

test('PROOF-7: a dead person’s right answers fail like anybody’s wrong ones', async () => {
  const [dead, alive] = [walker(world, deceased(), 'muerto@example.org'), await somebody()]
  await world.enrol(dead.record)
  const failed = await answerRight(world, dead, await walkTo(world, dead, 'prepare'))
  const wrong = await answerWrong(world, alive, await walkTo(world, alive, 'prepare'))
  const sentence = (screen: Screen): string => bare(screen).replace(/y \d+ datos que/, '')
  assert.equal(sentence(failed), sentence(wrong))
})

test('PROOF-6, 7: a thin file and an unknown number get the same page of other ways, before any attempt', async () => {
  const thin = walker(world, thinFile(), 'poco@example.org')
  await world.enrol(thin.record)
  const page = await walkTo(world, thin, 'identify')
  assert.match(page.heading, /no podemos hacer preguntas/)
  assert.match(page.text, /No gastó ningún intento/)
  let twin: Screen | null = null
  let decks = 0
  for (let n = 0; n < 60 && (twin === null || decks === 0); n += 1) {
    const screen = await identifyAs(world, freshBrowser(world), unknown(n))
    if (screen.heading === page.heading) twin = screen
    else decks += 1
  }
  assert.ok(twin, 'some unknown numbers cannot be asked')
  assert.ok(decks > 0, 'and others can')
  assert.equal(bare(twin), bare(page))
})

test('who already has a key is told so after the proof, with nothing spent, and goes on to recover it', async () => {
  const who = await somebody()
  await makeKey(world, who.record, who.email)
  const screen = await answerRight(world, who, await walkTo(world, who, 'prepare'))
  assert.equal(screen.path, '/clave/mis-preguntas')
  assert.match(screen.text, /este número ya tiene una clave/)
  assert.equal(screen.link('Ingresar'), '/ingresar')
  assert.equal(await used(who), 0)
})

test('the papers named before an attempt are the same for everybody', async () => {
  const pages = []
  for (const who of [await somebody(), await somebody()]) pages.push(await walkTo(world, who, 'identify'))
  const papers = pages.map(({ text }) => /Papeles que le pueden servir(.*)Antes de ver/.exec(text)?.[1])
  assert.ok(papers[0])
  assert.equal(papers[0], papers[1])
})
