import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Screen } from '../support/browser.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { owner, signIn, type Owner } from './my-key/signed-in.ts'

let world: World
let who: Owner
let receipt = ''
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
  who = await owner(world)
  receipt = /Se ingresó con la clave\..*?Constancia ((?:[0-9A-F]{4}\s?){4})/.exec((await (await signIn(world, who)).get('/mi-clave/actividad')).text)?.[1]?.trim() ?? ''
})

let networks = 0
async function check(number: string, from?: string): Promise<Screen> {
  networks += 1
  const browser = world.browser({ from: from ?? `10.0.${networks}.1` })
  return browser.submit(await browser.get('/comprobar'), 'Comprobar', { 'Número de constancia': number })
}

test('a receipt from the own page is found by anybody, however it is typed: what kind, which day, and nothing of whom', async () => {
  for (const typed of [receipt, receipt.replaceAll(' ', ''), receipt.toUpperCase().replaceAll(' ', '-')]) {
    const page = await check(typed)
    assert.equal(page.status, 200)
    assert.match(page.text, /Sí, está en el registro Se ingresó con la clave\. Es una anotación del 22 de noviembre de 2026/)
    assert.match(page.text, /nadie la cambió/)
    for (const secret of [who.record.surnames, who.record.givenNames, who.record.id.value, who.person, '203.0.113', '12:0']) assert.ok(!page.body.includes(secret), secret)
    assert.ok(!page.path.includes(receipt.slice(0, 4)), 'not in the address')
  }
})

test('a number that is none, and one that nobody has', async () => {
  const slip = await check('hola')
  assert.deepEqual([slip.status, /16 signos/.test(slip.errors[0] ?? '')], [422, true])
  assert.equal(slip.forms.find(({ buttons }) => buttons.includes('Comprobar'))?.fields['numero'], 'hola')
  assert.match((await check('0123456789abcdef')).text, /No hay ninguna anotación con ese número/)
})

test('a network asks as often as the robot check lets it; others are not held up, nor is the robot check', async () => {
  const answers: number[] = []
  for (let turn = 0; turn < 7; turn += 1) answers.push((await check('0123456789abcdef', '192.0.2.9')).status)
  assert.deepEqual(answers, [200, 200, 200, 200, 200, 429, 429])
  assert.equal((await check(receipt, '198.51.100.9')).status, 200)
  assert.ok(await world.deps.store.robots.issueTicket('192.0.2.0/24'))
})

test('a broken chain is said, not hidden', async () => {
  await world.database.sql(`set session_replication_role = replica; update clave.audit_events set facts = '{}' where seq = 1 and person_key = '\\x${who.person}'; set session_replication_role = default`)
  const page = await check(receipt)
  assert.match(page.text, /Está, pero su cadena no está completa/)
  assert.doesNotMatch(page.text, /Sí, está/)
})
