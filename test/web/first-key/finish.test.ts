import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { isPassphrase } from '../../../src/domain/passphrase.ts'
import { phraseWordSet } from '../../../src/web/phrase-words.ts'
import { loadTerms } from '../../../src/web/terms.ts'
import { noon, worker } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { password, walker, walkTo, type Stop, type Walker } from './walk.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

let people = 0
async function at(stop: Stop): Promise<{ who: Walker; screen: Awaited<ReturnType<typeof walkTo>> }> {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  const who = walker(world, record, `fin${people}@example.org`)
  return { who, screen: await walkTo(world, who, stop) }
}

test('the terms are all on the page; without the box nothing goes on, and the version shown is the version accepted', async () => {
  const { who, screen } = await at('mail')
  const { version, texts } = loadTerms()
  assert.ok(screen.body.includes(texts.es.toString()))
  assert.ok(screen.text.includes(`Versión ${version}`))
  const without = await who.browser.submit(screen, 'Continuar')
  assert.match(without.errors[0] ?? '', /debe aceptar/)
  const older = await who.browser.submit(screen, 'Continuar', { acepto: 'si', version: '2020-01' })
  assert.match(older.errors[0] ?? '', /Las condiciones cambiaron/)
  assert.equal(older.forms[0]?.fields['acepto'], undefined)
  assert.equal((await who.browser.submit(screen, 'Continuar', { acepto: 'si' })).path, '/clave/nueva-clave')
})

test('PASS-2: every refusal says why and what to do; no key is ever written back', async () => {
  const { who, screen } = await at('terms')
  const { record } = who
  const cases: readonly [string, RegExp][] = [
    ['', /^Escriba su nueva clave$/],
    ['corta', /tiene 5 letras y necesita 15 o más/],
    ['x'.repeat(300), /demasiado larga/],
    ['contraseña12345', /en las listas/],
    [`${record.id.value}-2026`, /un dato suyo/],
    ['clave-clave-clave', /muy simple/],
    ['seguro social 2026', /casi toda «seguro social»/],
    ['aaaaaaaaaaaaaaaaaaa', /muy simple/],
  ]
  for (const [typed, sentence] of cases) {
    const answer = await who.browser.submit(screen, 'Generar la clave', { clave: typed, repetida: typed })
    assert.equal(answer.status, 422, typed)
    assert.match(answer.errors[0] ?? '', sentence, typed)
    assert.match(answer.title, /^Error: /)
    assert.equal(answer.forms[0]?.fields['clave'], '')
    if (typed.length > 10 && !typed.includes('social')) assert.ok(!answer.body.includes(typed), typed)
  }
})

test('a phrase is offered, is kept while one slips, and makes a key', async () => {
  const { who, screen } = await at('terms')
  const phrase = screen.forms[0]?.fields['frase'] ?? ''
  assert.ok(isPassphrase(phrase, phraseWordSet))
  assert.ok(screen.text.includes(phrase))
  assert.notEqual((await who.browser.get('/clave/nueva-clave')).forms[0]?.fields['frase'], phrase)
  const slip = await who.browser.submit(screen, 'Generar la clave', { clave: phrase.slice(1), repetida: phrase })
  assert.match(slip.errors[0] ?? '', /Las dos claves no son iguales/)
  assert.equal(slip.forms[0]?.fields['frase'], phrase)
  const forged = await who.browser.submit(screen, 'Generar la clave', { clave: 'x', repetida: 'x', frase: '<b>otra</b>' })
  assert.ok(!forged.body.includes('otra&lt;'))
  assert.equal((await who.browser.submit(screen, 'Generar la clave', { clave: phrase, repetida: phrase })).path, '/clave/listo')
})

test('without scripts the key is typed twice; a browser with scripts does not have the second field', async () => {
  const { screen } = await at('terms')
  assert.match(screen.body, /<noscript>.*name="repetida".*<\/noscript>/s)
  assert.equal(screen.body.match(/name="clave"/g)?.length, 1)
  assert.equal(screen.body.match(/autocomplete="new-password"/g)?.length, 2)
})

test('pressed twice, or sent again after Back, the key is made once and both see the receipt', async () => {
  const { who, screen } = await at('terms')
  const press = () => who.browser.submit(screen, 'Generar la clave', { clave: password, repetida: password })
  const answers = [...await Promise.all([press(), press()]), await press()]
  const numbers = answers.map(({ text }) => /([0-9A-F]{4} ){3}[0-9A-F]{4}/.exec(text)?.[0])
  assert.deepEqual(answers.map(({ heading }) => heading), Array(3).fill('Su clave está lista'))
  assert.equal(new Set(numbers).size, 1)
})

test('P-15: after the receipt every page of the journey leads back to it', async () => {
  const { who } = await at('password')
  for (const path of ['preparar', 'preguntas', 'contactos', 'preguntas-personales', 'figura', 'figura-otra-vez', 'correo', 'condiciones', 'nueva-clave']) {
    const screen = await who.browser.get(`/clave/${path}`)
    assert.equal(screen.path, '/clave/listo?aviso=paso', path)
  }
})

test('P-15: no page opens before its time; one is led to where one is, and told so', async () => {
  const { who } = await at('questions')
  for (const path of ['figura', 'figura-otra-vez', 'correo', 'condiciones', 'nueva-clave', 'listo', 'preguntas', 'espera']) {
    const screen = await who.browser.get(`/clave/${path}`)
    assert.equal(screen.path, '/clave/contactos?aviso=paso', path)
    assert.match(screen.text, /Ese paso ya está completo o todavía no se puede abrir/)
  }
})

test('a form sent from a step that is closed changes nothing and lands where one is', async () => {
  const { who, screen } = await at('contacts')
  const token = screen.forms[0]?.fields['formulario'] ?? ''
  for (const path of ['/clave/preguntas', '/clave/correo', '/clave/correo/otra-vez', '/clave/condiciones', '/clave/nueva-clave', '/clave/figura-otra-vez']) {
    const answer = await who.browser.post(path, { formulario: token, clave: password, acepto: 'si', figura: 'sol', codigo: '12345678' })
    assert.equal(answer.path, '/clave/preguntas-personales?aviso=paso', path)
  }
})

test('lost cookie, or half an hour away: the page says what happened and how to begin again', async () => {
  const { who, screen } = await at('contacts')
  const cookie = who.browser.cookies.get('journey') ?? ''
  who.browser.cookies.delete('journey')
  const lost = await who.browser.submit(screen, 'Continuar')
  assert.equal(lost.status, 409)
  assert.match(lost.text, /Empiece otra vez con su número de cédula/)
  assert.equal(lost.link('Empezar otra vez'), '/clave')
  who.browser.cookies.set('journey', cookie)
  assert.equal((await who.browser.get('/clave/preguntas-personales')).status, 200)
  await world.clock.advance(31 * 60_000)
  assert.equal((await who.browser.get('/clave/preguntas-personales')).status, 409)
})

test('two windows: the older one’s form lands on the step the newer one reached, and what it said is kept', async () => {
  const { who, screen } = await at('personal-questions')
  await who.browser.submit(screen, 'Elegir', { figura: 'luna' })
  const again = await who.browser.submit(screen, 'Elegir', { figura: 'gato' })
  assert.equal(again.path, '/clave/figura-otra-vez')
  assert.equal((await who.browser.submit(again, 'Es esta', { figura: 'luna' })).status, 422)
  assert.equal((await who.browser.submit(again, 'Es esta', { figura: 'gato' })).path, '/clave/correo')
})
