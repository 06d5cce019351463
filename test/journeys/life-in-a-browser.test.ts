/** What the life of a key means in a real browser, with scripts and without: a closed process opened by its link, and a browser that recovery makes a stranger. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { password } from '../support/journeys.ts'
import { newPassword, setNewPassword, walkToNewPassword } from '../support/recovery.ts'
import { mailThat, stranger, wrongKeys } from '../support/unlocking.ts'
import { leaving } from './mouse-hands.ts'
import { serveWorld, type ServedWorld } from './served-world.ts'
import { codeOf, withKey } from './states-of-life.ts'

let world: ServedWorld
before(async () => {
  world = await serveWorld()
})

const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const press = (page: Page, button: string): Promise<void> => leaving(page, () => page.locator('main').getByRole('button', { name: button, exact: true }).click())
const path = (page: Page): string => new URL(page.url()).pathname

async function identify(page: Page, number: string, scripts: boolean): Promise<void> {
  await page.goto('/clave')
  await page.locator('main [name=cedula]').fill(number)
  await page.locator('main [name=robot]').check()
  await press(page, 'Buscar')
  if (scripts) return
  assert.equal(path(page), '/clave/espera')
  await world.clock.advance(10_500)
  await page.goto('/clave/espera')
}

async function signIn(page: Page, number: string, key: string): Promise<void> {
  await page.goto('/ingresar')
  await page.locator('main [name=cedula]').fill(number)
  await page.locator('main [name=clave]').fill(key)
  await press(page, 'Ingresar')
}

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'

  test(`PROOF-9: a closed process is opened by the link of the mail, ${how}`, async () => {
    const who = await withKey(world)
    const key = Buffer.from(world.personKey(who.record.id), 'hex')
    const used = async (): Promise<number | undefined> => (await world.database.sql<{ used: number }>('select used_in_all as used from clave.proofing_attempts where person_key = $1', [key]))[0]?.used
    const window = await world.window(null, { javaScriptEnabled: scripts, extraHTTPHeaders: { 'x-forwarded-for': scripts ? '192.0.2.1' : '192.0.2.2' } })
    const { page } = window
    await identify(page, who.record.id.value, scripts)
    await press(page, 'Ver las preguntas')
    await world.database.sql('update clave.proofing_attempts set open_attempt = null, open_deck = null, used_in_all = 9 where person_key = $1', [key])
    await page.goto('/clave/preparar')
    assert.match(await heading(page), /está cerrado/)
    await leaving(page, () => page.locator('main a', { hasText: 'Abrir otra vez con un código' }).click())
    await press(page, 'Pedir el correo')
    await page.goto((await codeOf(world, who.email)).path)
    assert.equal(path(page), '/enlace', 'the token is not in the address of the page')
    assert.equal(await used(), 9, 'LINK-2: opening it changes nothing')
    await press(page, 'Clic para continuar')
    assert.match(await heading(page), /Prepárese/)
    assert.equal(await used(), 6)
    await press(page, 'Ver las preguntas')
    assert.match(await heading(page), /Fecha de nacimiento/)
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  test(`W-09, LOGIN-2: a browser that was remembered is signed out by a recovery and a stranger after it, ${how}`, async () => {
    const who = await withKey(world)
    const number = who.record.id.value
    const window = await world.window(null, { javaScriptEnabled: scripts })
    const { page, context } = window
    await signIn(page, number, password)
    assert.equal(path(page), '/mi-clave')
    await wrongKeys(world, stranger(world), number)
    await mailThat(world, who.email, /bloque/) // has a code too, and the next mail with one must be that of the recovery
    await context.clearCookies({ name: 'session' })
    await signIn(page, number, password)
    assert.equal(path(page), '/mi-clave', 'remembered: a block of strangers does not touch it')
    await setNewPassword(world, await walkToNewPassword(world, who.record, who.email))
    await page.goto('/mi-clave')
    assert.equal(path(page), '/ingresar', 'its session ended with the old key')
    await wrongKeys(world, stranger(world), number)
    await world.clock.advance(60_000)
    await signIn(page, number, newPassword)
    assert.equal(path(page), '/ingresar')
    assert.match(await page.locator('.govuk-error-summary').innerText(), /./)
    await world.database.sql('delete from clave.login_attempts where person_key = $1', [Buffer.from(world.personKey(who.record.id), 'hex')])
    await signIn(page, number, newPassword)
    assert.equal(path(page), '/mi-clave', 'the key itself was right')
    await window.close()
  })
}
