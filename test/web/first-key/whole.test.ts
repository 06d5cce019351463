import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { figureCodes } from '../../../src/web/figures.ts'
import { noon, worker } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { password, walkTo, walker } from './walk.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

test('a person without scripts makes a key, page by page, and gets a receipt', async () => {
  const record = worker(1)
  await world.enrol(record)
  const who = walker(world, record, 'camino@example.org')
  const receipt = await walkTo(world, who, 'password')
  assert.equal(receipt.path, '/clave/listo')
  assert.equal(receipt.heading, 'Su clave está lista')
  assert.match(receipt.text, /Número de constancia [0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}/)
  assert.match(receipt.text, /22 de noviembre de 2026, 12:\d\d \(hora de Ecuador\)/)
  assert.match(receipt.text, /a prueba hasta el 25 de noviembre de 2026/)
  assert.match(receipt.text, /No fui yo/)
  assert.equal(receipt.link('Ingresar'), '/ingresar')
  const home = await who.browser.submit(await who.browser.get('/ingresar'), 'Ingresar', { cedula: record.id.value, clave: password })
  assert.match(home.text, new RegExp(record.givenNames))
})

test('every page says where one is, has one heading and never shows a secret of the person', async () => {
  const record = worker(2)
  await world.enrol(record)
  const stops = ['identify', 'prepare', 'questions', 'contacts', 'personal-questions', 'figure', 'figure-again', 'mail', 'terms', 'password'] as const
  const steps: string[] = []
  for (const stop of stops) {
    const who = walker(world, worker(3 + stops.indexOf(stop)), `paginas-${stop}@example.org`)
    await world.enrol(who.record)
    const screen = await walkTo(world, who, stop)
    steps.push(/Paso (\d) de 6/.exec(screen.text)?.[1] ?? 'none')
    assert.equal(screen.status, 200, stop)
    assert.equal(screen.body.match(/<h1/g)?.length, 1, stop)
    assert.match(screen.title, new RegExp(`^${screen.heading.slice(0, 20)}`), stop)
    assert.equal(screen.headers['cache-control'], 'no-store')
    for (const secret of [record.givenNames, record.surnames, password]) assert.ok(!screen.body.includes(secret), `${stop} shows ${secret}`)
  }
  assert.deepEqual(steps, ['2', '2', '3', '3', '3', '3', '4', '5', '5', '6'])
})

test('the whole journey in English keeps the language of the first page', async () => {
  const record = worker(14)
  await world.enrol(record)
  const { browser } = walker(world, record, 'english@example.org')
  await browser.get('/clave?idioma=en')
  const first = await browser.get('/clave')
  assert.equal(first.heading, 'Make or recover your key')
  const waiting = await browser.submit(first, 'Search', { cedula: record.id.value, robot: 'no' })
  assert.match(waiting.text, /About 10 seconds/)
  assert.match(waiting.body, /<html lang="en"/)
})

test('the figures of the two grids are the same sixteen in another order', async () => {
  const record = worker(15)
  await world.enrol(record)
  const who = walker(world, record, 'figuras@example.org')
  const first = await walkTo(world, who, 'personal-questions')
  const again = await who.browser.submit(first, 'Elegir', { figura: 'gato' })
  const [before, after] = [first, again].map((screen) => screen.forms.flatMap(({ options }) => options.get('figura') ?? []))
  assert.deepEqual([...(before ?? [])].sort(), [...figureCodes].sort())
  assert.deepEqual([...(after ?? [])].sort(), [...figureCodes].sort())
  assert.notDeepEqual(after, before)
  assert.deepEqual((await who.browser.get('/clave/figura-otra-vez')).forms.flatMap(({ options }) => options.get('figura') ?? []), after, 'a reload changes nothing')
})
