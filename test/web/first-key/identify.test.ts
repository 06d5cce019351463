import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { cedulaCheckDigit } from '../../../src/domain/identifier.ts'
import type { Screen } from '../../support/browser.ts'
import { noon, worker } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { freshBrowser, identifyAs, walkTo, walker } from './walk.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const unknownNumber = '171234567' + String(cedulaCheckDigit('171234567'))

async function typed(cedula: string, robot = 'no'): Promise<Screen> {
  const browser = freshBrowser(world)
  const screen = await browser.get('/clave')
  return browser.submit(screen, 'Buscar', { cedula, ...(robot ? { robot } : {}) })
}

const faults: readonly [string, RegExp][] = [
  ['', /^Escriba su número de cédula$/],
  ['abcdefghij', /^Escriba solo los números/],
  ['171003406', /10 dígitos/],
  ['9910034065', /Los dos primeros dígitos/],
  ['1710034066', /algún dígito equivocado/],
]
for (const [number, sentence] of faults) {
  test(`ID-1: «${number}» is refused with its own sentence, and what was typed stays`, async () => {
    const screen = await typed(number)
    assert.equal(screen.status, 422)
    assert.match(screen.title, /^Error: /)
    assert.match(screen.errors[0] ?? '', sentence)
    assert.equal(screen.errors.length, 1)
    assert.equal(screen.forms[0]?.fields['cedula'], number)
  })
}

test('the box must be ticked, and both mistakes are told at once', async () => {
  const screen = await typed('', '')
  assert.deepEqual(screen.errors.map((each) => each.split(' ')[0]), ['Escriba', 'Marque'])
})

test('ID-1: spaces, hyphens and the code of a foreigner are taken', async () => {
  for (const number of ['171003406-5', ' 1710 034 065 ', 'ex 0012345']) assert.equal((await typed(number)).path, '/clave/espera', number)
})

test('what is typed into the number is escaped', async () => {
  const screen = await typed('"><script>alert(1)</script>')
  assert.ok(!screen.body.includes('<script>alert'))
})

/** Without the token of the form and the names of built files, which differ by browser and build. */
const bare = (screen: Screen): string => screen.body.replace(/name="formulario" value="[^"]*"/g, '')

test('PROOF-7: a known number, an unknown one and a dead one see the same pages, byte by byte, up to the preparation', async () => {
  const record = worker(20)
  await world.enrol(record)
  await world.enrol({ ...worker(21), status: 'deceased', deathDate: '2025-01-01' })
  const pages = await Promise.all([record.id.value, unknownNumber, worker(21).id.value].map((number) => typed(number)))
  const seconds = (screen: Screen): string => bare(screen).replace(/Faltan unos \d+ segundos/, '')
  assert.equal(seconds(pages[0]!), seconds(pages[1]!))
  assert.equal(seconds(pages[0]!), seconds(pages[2]!))
})

test('the wait says how long, goes on by itself, and leads on only when it is over', async () => {
  const browser = freshBrowser(world)
  const waiting = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: unknownNumber, robot: 'no' })
  assert.match(waiting.text, /Faltan unos (10|9) segundos/)
  assert.match(String(waiting.headers['refresh']), /^1[01]; url=\/clave\/espera$/)
  assert.equal(waiting.link('Continuar'), '/clave/espera')
  assert.equal((await browser.get('/clave/preparar')).path, '/clave/espera?aviso=paso')
  await world.clock.advance(5_000)
  assert.equal((await browser.get('/clave/espera')).path, '/clave/espera')
  await world.clock.advance(6_000)
  assert.equal((await browser.get('/clave/espera')).path, '/clave/preparar')
})

async function solved(): Promise<string> {
  const answer = await world.app.inject({ url: '/robot/reto' })
  assert.equal(answer.headers['cache-control'], 'no-store')
  const challenge = answer.json()
  const solution = await solveChallenge({ challenge, deriveKey })
  assert.ok(solution)
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

test('who solved the challenge goes on at once; the same solution a second time waits like everybody', async () => {
  const browser = freshBrowser(world)
  const altcha = await solved()
  const first = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: unknownNumber, robot: 'no', altcha })
  assert.equal(first.path, '/clave/preparar')
  const second = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: unknownNumber, robot: 'no', altcha })
  assert.equal(second.path, '/clave/espera')
})

test('a forged solution costs nothing but the wait', async () => {
  const browser = freshBrowser(world)
  for (const altcha of ['x', 'e30=', Buffer.from('{"challenge":{},"solution":{}}').toString('base64')]) {
    const screen = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: unknownNumber, robot: 'no', altcha })
    assert.equal(screen.path, '/clave/espera')
  }
})

test('too many from one network: told when to come back, and the other way', async () => {
  const browser = freshBrowser(world)
  let screen = await browser.get('/clave')
  for (let turn = 0; turn < 6; turn += 1) screen = await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: unknownNumber, robot: 'no' })
  assert.equal(screen.status, 429)
  assert.equal(screen.headers['retry-after'], '60')
  assert.match(screen.text, /No gastó ningún intento/)
  assert.match(screen.text, /después de las \d\d:\d\d/)
  assert.match(screen.text, /oficina/)
})

test('a browser with an open journey is offered to go on, without being told whose it is', async () => {
  const record = worker(22)
  await world.enrol(record)
  const who = walker(world, record, 'abierto@example.org')
  await walkTo(world, who, 'contacts')
  const again = await who.browser.get('/clave')
  assert.equal(again.link('Continuar donde quedó'), '/clave/preguntas-personales')
  for (const secret of [record.id.value, 'abierto@example.org']) assert.ok(!again.body.includes(secret))
  const other = await identifyAs(world, who.browser, unknownNumber)
  assert.match(other.path, /^\/clave\/preparar/)
})

test('a browser without cookies is told so, and nothing is done', async () => {
  const screen = await world.browser().post('/clave', { cedula: unknownNumber, robot: 'no' })
  assert.equal(screen.status, 403)
  assert.match(screen.text, /cookies/)
})
