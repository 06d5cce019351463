import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { openJourney } from '../../../src/app/journey.ts'
import { personalQuestions } from '../../../src/domain/bank.ts'
import type { JourneyFacts } from '../../../src/domain/journey.ts'
import { bankWords } from '../../../src/web/texts/first-key/bank-words.ts'
import { noon, worker } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { answers, givePersonalAnswers, walker, walkTo, type Walker } from './walk.ts'

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
  return walker(world, record, `banco${people}@example.org`)
}

async function factsOf(who: Walker): Promise<JourneyFacts | undefined> {
  return (await openJourney(world.deps, who.browser.cookies.get('journey') ?? ''))?.facts
}

const good = { 'Correo electrónico': 'ana@example.org', Teléfono: '099 123 4567' }

test('BANK-1: each slip in the contacts has its sentence, and everything typed stays', async () => {
  const who = await somebody()
  const screen = await walkTo(world, who, 'questions')
  const cases: readonly [Record<string, string>, readonly RegExp[]][] = [
    [{ 'Correo electrónico': '', Teléfono: '' }, [/^Escriba su correo electrónico$/, /^Escriba un teléfono/]],
    [{ ...good, 'Correo electrónico': 'ana.example.org' }, [/falta la @/]],
    [{ ...good, 'Correo electrónico': 'ana maría@example.org' }, [/antes de la @/]],
    [{ ...good, 'Correo electrónico': 'ana@gmail' }, [/después de la @/]],
    [{ ...good, Teléfono: '2345678' }, [/código de la provincia/]],
    [{ ...good, Teléfono: 'no tengo' }, [/solo con números/]],
    [{ ...good, Teléfono: '1800 123 456' }, [/de un servicio/]],
    [{ ...good, 'Segundo correo': 'ana@example.org' }, [/distinto del primero/]],
    [{ ...good, 'Segundo correo': 'ana@' }, [/después de la @/]],
  ]
  for (const [typed, sentences] of cases) {
    const answer = await who.browser.submit(screen, 'Continuar', typed)
    assert.equal(answer.status, 422)
    assert.equal(answer.errors.length, sentences.length, JSON.stringify(answer.errors))
    sentences.forEach((sentence, at) => assert.match(answer.errors[at] ?? '', sentence))
    const { fields } = answer.forms[0] ?? { fields: {} as Record<string, string> }
    assert.equal(fields['correo'], typed['Correo electrónico'])
    assert.equal(fields['telefono'], typed['Teléfono'])
  }
  assert.equal((await factsOf(who))?.contacts, undefined)
})

test('a likely slip in the address is asked about; either answer is taken, none is forced', async () => {
  for (const [chosen, kept] of [['ana@gmail.com', 'ana@gmail.com'], ['ana@gmail.con', 'ana@gmail.con']] as const) {
    const who = await somebody()
    const screen = await walkTo(world, who, 'questions')
    const asked = await who.browser.submit(screen, 'Continuar', { ...good, 'Correo electrónico': 'ana@gmail.con' })
    assert.match(asked.errors[0] ?? '', /¿quiso decir ana@gmail\.com\?/)
    assert.deepEqual(asked.forms[0]?.options.get('correo-elegido'), ['ana@gmail.com', 'ana@gmail.con'])
    assert.match((await who.browser.submit(asked, 'Continuar')).errors[0] ?? '', /¿quiso decir/, 'asked until it is answered')
    const next = await who.browser.submit(asked, 'Continuar', { 'correo-elegido': chosen })
    assert.equal(next.path, '/clave/preguntas-personales')
    assert.equal((await factsOf(who))?.contacts?.email, kept)
  }
})

test('an answer about one address is not taken for another typed afterwards', async () => {
  const who = await somebody()
  const asked = await who.browser.submit(await walkTo(world, who, 'questions'), 'Continuar', { ...good, 'Correo electrónico': 'ana@gmail.con' })
  const next = await who.browser.submit(asked, 'Continuar', { 'Correo electrónico': 'eva@example.org', 'correo-elegido': 'ana@gmail.com' })
  assert.equal(next.path, '/clave/preguntas-personales')
  assert.equal((await factsOf(who))?.contacts?.email, 'eva@example.org')
})

test('BANK-1: a second address and a telephone abroad are kept, and come back when one returns', async () => {
  const who = await somebody()
  await who.browser.submit(await walkTo(world, who, 'questions'), 'Continuar', { ...good, Teléfono: '+34 612 34 56 78', 'Segundo correo': 'Otra@Example.org' })
  assert.deepEqual((await factsOf(who))?.contacts, { email: 'ana@example.org', secondEmail: 'otra@example.org', phone: { value: '+34612345678', kind: 'mobile' } })
  const again = await who.browser.get('/clave/contactos')
  assert.deepEqual(['correo', 'correo2', 'telefono'].map((name) => again.forms[0]?.fields[name]), ['ana@example.org', 'otra@example.org', '+34 612 34 56 78'])
  assert.match(again.text, /Usted ya completó esta página/)
  assert.equal(again.link('siga donde quedó'), '/clave/preguntas-personales')
})

test('BANK-1: twelve questions, each with words in both languages', () => {
  for (const language of ['es', 'en'] as const) {
    const texts = personalQuestions.map((code) => bankWords[language].personal.questions[code])
    assert.equal(new Set(texts).size, 12)
    for (const text of texts) assert.match(text, /\?$/)
  }
})

const refused: readonly [readonly [string, string][], readonly RegExp[]][] = [
  [[['', ''], ['first-boss', 'don Ramiro'], ['neighbour', 'los Cevallos']], [/Elija la pregunta 1/]],
  [[['neighbour', 'Ibarra'], ['first-boss', 'don Ramiro'], ['neighbour', 'los Cevallos']], [/La pregunta 3 está repetida/]],
  [[['first-teacher', 'Ana'], ['first-boss', 'don Ramiro'], ['neighbour', 'los Cevallos']], [/La respuesta 1 es muy corta: escriba al menos 4/]],
  [[['first-teacher', 'DON  Ramiro'], ['first-boss', 'don Ramiro'], ['neighbour', 'Cevállos']], [/La respuesta 2 es igual a otra/]],
  [[['first-teacher', 'aaaaaa'], ['first-boss', 'don Ramiro'], ['neighbour', 'x'.repeat(200)]], [/La respuesta 1 repite una sola letra/, /La respuesta 3 es demasiado larga/]],
]
test('BANK-1: each refusal of an answer has its sentence; the questions stay, no answer is ever written into a page', async () => {
  const who = await somebody()
  const screen = await walkTo(world, who, 'contacts')
  for (const [given, sentences] of refused) {
    const typed = Object.fromEntries(given.flatMap(([question, answer], at) => [[`pregunta-${at + 1}`, question], [`respuesta-${at + 1}`, answer]])) as Record<string, string>
    const answer = await who.browser.submit(screen, 'Continuar', typed)
    assert.equal(answer.status, 422)
    assert.equal(answer.errors.length, sentences.length, JSON.stringify(answer.errors))
    sentences.forEach((sentence, at) => assert.match(answer.errors[at] ?? '', sentence))
    given.forEach(([question, secret], at) => {
      assert.equal(answer.forms[0]?.fields[`pregunta-${at + 1}`], question)
      assert.equal(answer.forms[0]?.fields[`respuesta-${at + 1}`], '')
      if (secret.length > 3) assert.ok(!answer.body.includes(secret), secret)
    })
  }
})

test('BANK-2: going back shows the questions that were chosen, never the answers, and not the figure', async () => {
  const who = await somebody()
  const figure = await givePersonalAnswers(who.browser, await walkTo(world, who, 'contacts'))
  await who.browser.submit(figure, 'Elegir', { figura: 'pez' })
  const back = await who.browser.get('/clave/preguntas-personales')
  assert.equal(back.forms[0]?.fields['pregunta-1'], 'first-teacher')
  for (const answer of answers) assert.ok(!back.body.includes(answer))
  const grid = await who.browser.get('/clave/figura')
  assert.equal(grid.forms[0]?.fields['figura'], undefined)
})

test('BANK-1: a figure must be chosen; the wrong one is told, and another can be chosen', async () => {
  const who = await somebody()
  const grid = await walkTo(world, who, 'personal-questions')
  assert.match((await who.browser.submit(grid, 'Elegir')).errors[0] ?? '', /Elija una figura/)
  assert.match((await who.browser.submit(grid, 'Elegir', { figura: 'dragon' })).errors[0] ?? '', /Elija una figura/)
  const again = await who.browser.submit(grid, 'Elegir', { figura: 'luna' })
  const wrong = await who.browser.submit(again, 'Es esta', { figura: 'sol' })
  assert.match(wrong.errors[0] ?? '', /no es la figura que eligió/)
  assert.equal(wrong.link('elegir otra figura'), '/clave/figura')
  const other = await who.browser.submit(await who.browser.get('/clave/figura'), 'Elegir', { figura: 'sol' })
  assert.equal((await who.browser.submit(other, 'Es esta', { figura: 'sol' })).path, '/clave/correo')
})
