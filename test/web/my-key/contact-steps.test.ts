import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactSteps, contactStepPath, type ContactStepName } from '../../../src/domain/contact-change.ts'
import { hour } from '../../../src/domain/types.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { key, owner, signIn } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const pathTo = (name: ContactStepName | 'sign-in'): string => (name === 'sign-in' ? '/ingresar' : contactStepPath(name))
const plain = (path: string): string => path.replace(/\?.*/, '')

test('M-11: each page leads who lacks what it needs where the table says', async () => {
  for (const { path } of contactSteps) assert.equal(plain((await world.browser().get(path)).path), '/ingresar', `${path} without a session`)
  const browser = await signIn(world, await owner(world))
  for (let turns = 0; turns < 3; turns += 1) {
    await world.clock.advance(0.2 * hour) // the session lives on, the key typed at its beginning is not fresh any more
    await browser.get('/mi-clave')
  }
  for (const { name, path, needs, otherwise } of contactSteps) {
    const expected = needs.length > 1 ? pathTo(otherwise) : path
    assert.equal(plain((await browser.get(path)).path), expected, name)
  }
})

test('M-11: with everything at hand each page is shown, and its form or link leads where the table says', async () => {
  const browser = await signIn(world, await owner(world))
  const contacts = await browser.get(contactStepPath('contacts'))
  for (const name of contactSteps[0]!.next) assert.ok(contacts.body.includes(`href="${contactStepPath(name)}"`), name)
  const asked = await browser.submit(await browser.get(contactStepPath('second-email')), 'Enviar los códigos', { nuevo: 'otro@example.org' })
  assert.equal(asked.path, contactStepPath('codes'))
  const again = await browser.submit(await browser.get(`${contactStepPath('key-again')}?volver=contacts`), 'Continuar', { 'clave-actual': key })
  assert.equal(plain(again.path), contactStepPath('contacts'))
})
