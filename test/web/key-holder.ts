/** A person with a key, as tests of pages need one: with the notice that went out and a way to sign in. */
import assert from 'node:assert/strict'
import type { RegisterRecord } from '../../src/domain/person.ts'
import type { Browser, Screen } from '../support/browser.ts'
import { makeKey, password } from '../support/journeys.ts'
import { worker } from '../support/people.ts'
import type { World } from '../support/world.ts'

export interface KeyHolder {
  readonly record: RegisterRecord
  readonly email: string
  /** The path of the «No fui yo» link in the notice to the address just confirmed. */
  readonly notMe: string
}

/** `n` picks a person; a test file uses each number once. */
export async function keyHolder(world: World, n: number): Promise<KeyHolder> {
  const record = worker(n)
  await world.enrol(record)
  const email = `persona${n}@example.org`
  const issued = await makeKey(world, record, email)
  assert.equal(issued.is, 'issued')
  const notice = await world.inbox.waitFor(email)
  const link = notice.links.find((each) => each.includes('/no-fui-yo/'))
  assert.ok(link, 'the notice has a «No fui yo» link')
  return { record, email, notMe: new URL(link).pathname }
}

export async function signIn(browser: Browser, number: string, key: string = password): Promise<Screen> {
  return browser.submit(await browser.get('/ingresar'), 'Ingresar', { 'Número de cédula': number, Clave: key })
}
