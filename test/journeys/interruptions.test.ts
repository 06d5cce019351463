/** Back, reload, two windows, a step that expired, a lost cookie, a journey taken up again: each leads to a page that says where one is and what to do. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { minute } from '../../src/domain/types.ts'
import type { Window } from '../support/chromium.ts'
import { answerWrong, deckOf, mailPage, password, rightAnswers, walkTo, type Stop, type Walker } from '../web/first-key/walk.ts'
import { leaving } from './mouse-hands.ts'
import { pathOf, serveWorld, type ServedWorld } from './served-world.ts'
import { newcomer } from './states.ts'

let world: ServedWorld
before(async () => {
  world = await serveWorld()
})

async function at(stop: Stop): Promise<{ who: Walker; window: Window; page: Page }> {
  const who = await newcomer(world)
  const screen = await walkTo(world, who, stop)
  const window = await world.window(who.browser)
  await window.page.goto(screen.path)
  return { who, window, page: window.page }
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const press = (page: Page, button: string): Promise<void> => leaving(page, () => page.getByRole('button', { name: button }).click())
const follow = (page: Page, link: string): Promise<void> => leaving(page, () => page.locator('main a', { hasText: link }).first().click())
const ledHere = 'Ese paso ya está completo o todavía no se puede abrir.'

async function attempts({ record }: Walker): Promise<number> {
  const rows = await world.database.sql<{ n: number }>("select count(*)::int as n from clave.audit_events where person_key = $1 and type = 'proofing.deck-shown'", [Buffer.from(world.personKey(record.id), 'hex')])
  return rows[0]?.n ?? 0
}

test('Back from the receipt shows the receipt, not the key that was typed', async () => {
  const { window, page } = await at('terms')
  await page.getByLabel('Nueva clave').fill(password)
  await press(page, 'Generar la clave')
  assert.equal(await heading(page), 'Su clave está lista')
  await page.goBack()
  assert.equal(await heading(page), 'Su clave está lista')
  assert.match(await page.locator('main').innerText(), new RegExp(ledHere))
  assert.ok(!(await page.content()).includes(password))
  await window.close()
})

test('Back after the verdict leads to where the person is, with a sentence why', async () => {
  const { who, window, page } = await at('prepare')
  const { deck } = await deckOf(world, who.browser)
  const right = await rightAnswers(world, who)
  for (const part of ['day', 'month', 'year']) await page.locator(`[name="nacimiento-${part}"]`).fill(right[`nacimiento-${part}`] ?? '')
  for (const { id, input } of deck.questions) {
    const field = page.locator(`[name="${id}"]`)
    if (input === 'choice') await page.locator(`[name="${id}"][value="${right[id]}"]`).check()
    else await field.fill(right[id] ?? '')
  }
  await press(page, 'Enviar mis respuestas')
  assert.equal(await heading(page), 'Sus datos de contacto')
  await page.goBack()
  assert.equal(await heading(page), 'Sus datos de contacto')
  assert.match(await page.locator('main').innerText(), new RegExp(ledHere))
  await window.close()
})

test('Back inside the bank shows what was given, and going on loses nothing', async () => {
  const { window, page } = await at('questions')
  await page.getByLabel('Correo electrónico', { exact: true }).fill('atras@example.org')
  await page.getByLabel('Teléfono').fill('0991234567')
  await press(page, 'Continuar')
  await leaving(page, () => page.getByRole('link', { name: 'Atrás' }).click())
  assert.equal(await page.getByLabel('Correo electrónico', { exact: true }).inputValue(), 'atras@example.org')
  await follow(page, 'siga donde quedó')
  assert.equal(await heading(page), 'Preguntas personales')
  await window.close()
})

test('PROOF-1: reload and a second window show the same questions and claim nothing', async () => {
  const { who, window, page } = await at('prepare')
  const asked = await page.locator('form').innerText()
  for (let turn = 0; turn < 3; turn += 1) await page.reload()
  const second = await window.context.newPage()
  await second.goto('/clave/preguntas')
  assert.equal(await page.locator('form').innerText(), asked)
  assert.equal(await second.locator('form').innerText(), asked)
  assert.equal(await attempts(who), 1)
  await window.close()
})

test('two windows: what one answered, the other is told, and no attempt is spent', async () => {
  const { who, window, page } = await at('prepare')
  const { deck } = await deckOf(world, who.browser)
  await answerWrong(world, who, await who.browser.get('/clave/preguntas'))
  for (const part of ['day', 'month', 'year']) await page.locator(`[name="nacimiento-${part}"]`).fill({ day: '2', month: '1', year: '1980' }[part] ?? '')
  for (const { id, input } of deck.questions) {
    if (input === 'choice') await page.locator(`[name="${id}"]`).first().check()
    else await page.locator(`[name="${id}"]`).fill({ amount: '100', month: '03/2015', number: '84', name: 'Zuleta' }[input])
  }
  await press(page, 'Enviar mis respuestas')
  assert.equal(await heading(page), 'Prepárese para las preguntas')
  assert.match(await page.locator('main').innerText(), /ya se respondieron o cambiaron en otra ventana. Esta vez no gastó ningún intento/)
  assert.equal(await attempts(who), 1)
  await window.close()
})

test('two windows: the one that stayed behind is led to where the journey is', async () => {
  const { who, window, page } = await at('questions')
  await walkOn(who)
  await page.getByLabel('Correo electrónico', { exact: true }).fill('segunda@example.org')
  await page.getByLabel('Teléfono').fill('0991234567')
  await press(page, 'Continuar')
  assert.equal(await heading(page), 'Elija su figura de seguridad')
  await window.close()
})

/** The first window goes on to the figure. */
async function walkOn({ browser, email }: Walker): Promise<void> {
  const personal = await browser.submit(await browser.get('/clave/contactos'), 'Continuar', { correo: email, telefono: '0991234567' })
  const typed = ['first-teacher', 'first-boss', 'neighbour'].flatMap((question, n) => [[`pregunta-${n + 1}`, question], [`respuesta-${n + 1}`, ['Señora Ibarra', 'don Ramiro', 'los Cevallos'][n]]])
  await browser.submit(personal, 'Continuar', Object.fromEntries(typed) as Record<string, string>)
}

test('a step that expired says so, and starting again shows the same questions without another attempt', async () => {
  const { who, window, page } = await at('prepare')
  await world.clock.advance(31 * minute)
  await press(page, 'Enviar mis respuestas')
  assert.equal(await heading(page), 'Su trámite se cerró por seguridad')
  assert.match(await page.locator('main').innerText(), /Si ya había visto preguntas sin responderlas, verá las mismas/)
  await follow(page, 'Empezar otra vez')
  await page.getByLabel('Número de cédula').fill(who.record.id.value)
  await page.getByLabel('No soy un robot').check()
  await press(page, 'Buscar')
  assert.match(await page.locator('main').innerText(), /Usted ya vio sus preguntas. Responderlas ahora no gasta otro intento/)
  await follow(page, 'Continuar con las preguntas')
  assert.equal(await attempts(who), 1)
  await window.close()
})

test('a lost cookie: the form is refused with what to do, the page says how to begin again', async () => {
  const { window, page } = await at('questions')
  await window.context.clearCookies()
  await page.getByLabel('Correo electrónico', { exact: true }).fill('perdida@example.org')
  await page.getByLabel('Teléfono').fill('0991234567')
  await press(page, 'Continuar')
  assert.equal(await heading(page), 'No pudimos recibir lo que envió')
  await page.goto('/clave/contactos')
  assert.equal(await heading(page), 'Su trámite se cerró por seguridad')
  await follow(page, 'Empezar otra vez')
  assert.equal(await heading(page), 'Generar o recuperar clave')
  await window.close()
})

test('a journey taken up again the same day goes on where it was', async () => {
  const { window, page } = await at('personal-questions')
  await page.close()
  await world.clock.advance(25 * minute)
  const later = await window.context.newPage()
  await later.goto('/clave')
  assert.match(await later.locator('main').innerText(), /trámite/)
  await follow(later, 'Continuar donde')
  assert.equal(await heading(later), 'Elija su figura de seguridad')
  await window.close()
})

test('the mail’s link, opened twice and after Back, never asks for anything again', async () => {
  const { who, window, page } = await at('figure-again')
  const { links } = await world.inbox.waitFor(who.email)
  await mailPage(who.browser)
  const path = pathOf(links.find((link) => link.includes('/enlace/')))
  await page.goto(path)
  assert.equal(new URL(page.url()).pathname, '/enlace', 'the token is out of the address')
  await press(page, 'Clic para continuar')
  assert.equal(await heading(page), 'Términos y condiciones')
  await page.goBack()
  assert.match(await heading(page), /ya está confirmado|ya no sirve/)
  await page.goto(path)
  assert.equal(await heading(page), 'Su correo ya está confirmado')
  await follow(page, 'Seguir con mi trámite')
  assert.equal(await heading(page), 'Términos y condiciones')
  await window.close()
})

test('S-08: after signing out, Back shows nothing of the person', async () => {
  const { who, window, page } = await at('password')
  await page.goto('/ingresar')
  await page.getByLabel('Número de cédula').fill(who.record.id.value)
  await page.getByLabel('Clave', { exact: true }).fill(password)
  await press(page, 'Ingresar')
  assert.match(await heading(page), /^Hola/)
  await press(page, 'Salir')
  await page.goBack()
  assert.equal(await heading(page), 'Ingresar')
  assert.ok(!(await page.content()).includes(who.record.givenNames))
  assert.deepEqual(window.complaints, [])
  await window.close()
})
