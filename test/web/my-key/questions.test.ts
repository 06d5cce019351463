import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Browser, Screen } from '../../support/browser.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, mailTo, owner, signIn, type Owner } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/mi-clave/preguntas'
const good = { 'pregunta-1': 'first-pet', 'respuesta-1': 'Manchitas', 'pregunta-2': 'godparent', 'respuesta-2': 'tía Zoila', 'pregunta-3': 'first-trip', 'respuesta-3': 'Súa en bus', figura: 'gato' }
const give = async (browser: Browser, fields: Record<string, string>): Promise<Screen> => browser.submit(await browser.get(path), 'Continuar', fields)
const bankOf = async ({ person }: Owner) => world.deps.store.transaction((tx) => world.deps.store.recoveries.bank(tx, person))

test('BANK-1: new questions and a figure found again take the place of the old ones; it is told and written down', async () => {
  const who = await owner(world)
  const before = await bankOf(who)
  const browser = await signIn(world, who)
  const again = await give(browser, good)
  assert.equal(again.path, `${path}/figura`)
  assert.deepEqual(await bankOf(who), before, 'nothing counts yet')
  assert.match((await browser.submit(again, 'Guardar', { figura: 'sol' })).errors[0] ?? '', /figura/)
  assert.match((await browser.submit(again, 'Guardar', { figura: 'gato' })).text, /quedaron cambiadas/)
  const after = await bankOf(who)
  assert.deepEqual(after.answers.map(({ question }) => question).sort(), ['first-pet', 'first-trip', 'godparent'])
  assert.ok(await world.deps.hasher.reserve('owner')!.verify(after.figureHash, 'gato'))
  assert.ok(await world.deps.hasher.reserve('owner')!.verify(after.answers.find(({ question }) => question === 'first-pet')!.hash, 'manchitas'))
  await mailTo(world, who.email, /Se cambiaron sus preguntas personales/)
  assert.equal((await eventsOf(world, who)).at(-1), 'bank.replaced')
  assert.equal((await browser.submit(again, 'Guardar', { figura: 'gato' })).path, path, 'once')
})

test('BANK-2: slips are said one by one; no answer is ever in a page, and nothing of the old bank', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const cases: readonly [Partial<typeof good>, RegExp][] = [
    [{ 'respuesta-1': 'Ana' }, /respuesta 1 es muy corta/], [{ 'pregunta-2': 'first-pet' }, /pregunta 2 está repetida/], [{ 'respuesta-3': 'MANCHITAS' }, /respuesta 3 es igual/],
    [{ figura: 'dragon' }, /Elija una figura/], [{ 'pregunta-1': '' }, /Elija la pregunta 1/],
  ]
  for (const [slip, sentence] of cases) {
    const page = await give(browser, { ...good, ...slip })
    assert.equal(page.status, 422)
    assert.match(page.errors[0] ?? '', sentence)
    for (const secret of ['Manchitas', 'Zoila', 'Súa']) assert.ok(!page.body.includes(secret), secret)
  }
  const all = await give(browser, { ...good, 'respuesta-1': 'Ana', 'pregunta-2': '', figura: 'dragon' })
  assert.deepEqual(all.errors.length, 3, 'all that is wrong at once')
  assert.ok(!(await eventsOf(world, who)).includes('bank.replaced'))
  const clean = await browser.get(path)
  assert.doesNotMatch(clean.body, /selected|checked/)
})

test('the key is asked after five minutes; the second page is not open without the first', async () => {
  const browser = await signIn(world, await owner(world))
  assert.equal((await browser.get(`${path}/figura`)).path, path)
  await world.clock.advance(5 * 60_000 + 2_000)
  assert.equal((await browser.get(path)).path, '/mi-clave/confirmar?volver=questions')
})
