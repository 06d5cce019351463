import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { RegisterRecord } from '../../../src/domain/person.ts'
import { figureCodes } from '../../../src/web/figures.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import { makeKey, nextCode, password as oldPassword } from '../../support/journeys.ts'
import { noon, worker } from '../../support/people.ts'
import { newPassword } from '../../support/recovery.ts'
import { createWorld, type World } from '../../support/world.ts'
import { answerOwn, answerWrong, mailPage, walker, walkTo, type Walker } from './walk.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

let people = 0
async function owner(known = true): Promise<Walker & { readonly old: string }> {
  people += 1
  const old = `antes${people}@example.org`
  const record: RegisterRecord = { ...worker(people), contacts: known ? [{ kind: 'email', value: old, verifiedBy: 'office', since: '2023-05-01' }] : [] }
  await world.enrol(record)
  const who = walker(world, record, `ahora${people}@example.org`)
  await makeKey(world, record, who.email)
  return { ...who, old }
}

const used = async ({ record }: Walker): Promise<number> =>
  (await world.database.sql<{ used: number }>('select used_in_all as used from clave.proofing_attempts where person_key = $1', [Buffer.from(world.personKey(record.id), 'hex')]))[0]?.used ?? 0

async function toOwnQuestions(who: Walker): Promise<Screen> {
  return who.browser.submit(await walkTo(world, who, 'questions'), 'Ver mis preguntas')
}

test('a person without scripts recovers a key page by page, without seeing an address, and signs in with the new one', async () => {
  const who = await owner()
  const steps: string[] = []
  const note = (screen: Screen): Screen => {
    steps.push(`${/Paso (\d) de 6/.exec(screen.text)?.[1] ?? '-'} ${screen.path.replace(/\?.*/, '')}`)
    assert.equal(screen.status, 200)
    assert.equal(screen.body.match(/<h1/g)?.length, 1)
    for (const secret of [who.email, who.old, 'example.org', who.record.givenNames, who.record.surnames]) assert.ok(!screen.body.includes(secret), `${screen.path} shows ${secret}`)
    return screen
  }
  const ready = note(await walkTo(world, who, 'questions'))
  assert.match(ready.text, /Ver las preguntas cuenta como un intento/)
  const asked = note(await who.browser.submit(ready, 'Ver mis preguntas'))
  note(await answerOwn(who.browser, asked))
  const waiting = note(await mailPage(who.browser))
  assert.match(waiting.text, /su correo comprobado \(•••••@•••••\)/)
  const set = note(await who.browser.submit(waiting, 'Confirmar', { codigo: await nextCode(world, who.email) }))
  assert.match(set.text, /La clave anterior dejará de servir/)
  const receipt = note(await who.browser.submit(set, 'Generar la clave', { clave: newPassword, repetida: newPassword }))
  assert.match(receipt.text, /Se recuperó su clave: la anterior ya no sirve/)
  assert.match(receipt.text, /Enviamos 2 avisos, a todos sus correos comprobados/)
  assert.match(receipt.text, /a prueba hasta el 25 de noviembre de 2026/)
  assert.deepEqual(steps, ['3 /clave/mis-preguntas', '3 /clave/mis-preguntas', '4 /clave/correo', '4 /clave/correo', '5 /clave/nueva-clave', '6 /clave/listo'])
  assert.match((await who.browser.get('/mi-clave')).path, /^\/ingresar/, 'W-09: nobody is signed in by it')
  const wrong = await who.browser.submit(await who.browser.get('/ingresar'), 'Ingresar', { cedula: who.record.id.value, clave: oldPassword })
  assert.equal(wrong.status, 422)
  await world.clock.advance(10_000)
  const home = await who.browser.submit(await who.browser.get('/ingresar'), 'Ingresar', { cedula: who.record.id.value, clave: newPassword })
  assert.match(home.text, new RegExp(who.record.givenNames))
  assert.match(home.text, /Se recuperó la clave/)
})

test('BANK-3, P-04: a wrong figure and a wrong answer give the same page, which says what is left and not what was wrong', async () => {
  const [one, two] = [await owner(), await owner()]
  const wrongFigure = await answerOwn(one.browser, await toOwnQuestions(one), 'gato')
  const asked = await toOwnQuestions(two)
  const wrongAnswer = await two.browser.submit(asked, 'Enviar mis respuestas', { 'respuesta-1': 'otra cosa', 'respuesta-2': 'otra cosa', figura: 'sol' })
  const bare = (screen: Screen): string => screen.body.replace(/name="formulario" value="[^"]*"/g, '')
  assert.equal(bare(wrongAnswer), bare(wrongFigure))
  assert.match(wrongFigure.text, /Por seguridad no decimos cuál/)
  assert.match(wrongFigure.text, /Le quedan 2 intentos hoy y 8 en total/)
  assert.equal(await used(one), 1)
})

test('what is missing is said at its field and costs nothing; nothing that was typed is written back', async () => {
  const who = await owner()
  const asked = await toOwnQuestions(who)
  const screen = await who.browser.submit(asked, 'Enviar mis respuestas', { 'respuesta-1': 'Secreto de familia' })
  assert.equal(screen.status, 422)
  assert.deepEqual(screen.errors, ['Escriba la respuesta 2', 'Elija su figura'])
  assert.ok(!screen.body.includes('Secreto de familia'))
  for (const href of [...screen.body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '')) assert.ok(screen.body.includes(`id="${href}"`), href)
  assert.equal(await used(who), 1)
})

test('peers 17: the figures stand in an order of the person’s own, the same in every browser and at every round', async () => {
  const who = await owner()
  const order = (screen: Screen): readonly string[] => screen.forms.flatMap(({ options }) => options.get('figura') ?? [])
  const first = await toOwnQuestions(who)
  assert.deepEqual([...order(first)].sort(), [...figureCodes].sort())
  const other = walker(world, who.record, who.email)
  await walkTo(world, other, 'questions')
  assert.deepEqual(order(await other.browser.get('/clave/mis-preguntas')), order(first))
  const another = await owner()
  assert.notDeepEqual(order(await toOwnQuestions(another)), order(first))
})

test('after the third failure the page names the other way and midnight; questions are no way any more', async () => {
  const who = await owner()
  let screen = await toOwnQuestions(who)
  for (let turn = 0; turn < 3; turn += 1) {
    screen = await answerOwn(who.browser, screen, 'gato')
    if (turn < 2) screen = await who.browser.submit(screen, 'Ver mis preguntas')
  }
  assert.equal(screen.heading, 'Por hoy no quedan intentos')
  assert.match(screen.text, /a partir de las 00:00/)
  assert.equal(screen.link('No recuerdo mis preguntas'), '/clave/segundo-contacto')
  assert.ok(!screen.forms.some(({ buttons }) => buttons.includes('Ver mis preguntas')))
})

test('X-02: who cannot use questions or figure gets a code to the second address, then the mail to the first', async () => {
  const who = await owner()
  const ready = await walkTo(world, who, 'questions')
  const second = await who.browser.get(ready.link('No recuerdo mis preguntas o mi figura'))
  assert.match(second.text, /su segundo correo comprobado \(•••••@•••••\)/)
  await who.browser.submit(second, 'Enviar el correo')
  const code = await nextCode(world, who.old)
  const waiting = await pageWith(who.browser, '/clave/segundo-contacto', 'Confirmar')
  const next = await who.browser.submit(waiting, 'Confirmar', { codigo: code })
  assert.equal(next.path, '/clave/correo')
  assert.equal(await used(who), 0)
  const lost = await who.browser.get((await mailPage(who.browser)).link('Ya no puedo abrir ese correo'))
  assert.match(lost.text, /No sirve esta vez/)
  assert.equal(lost.forms.some(({ action }) => action.startsWith('/clave/sin-correo')), false)
  const set = await who.browser.submit(await mailPage(who.browser), 'Confirmar', { codigo: await nextCode(world, who.email) })
  assert.equal(set.path, '/clave/nueva-clave')
})

async function pageWith(browser: Browser, path: string, button: string): Promise<Screen> {
  for (let turn = 0; turn < 200; turn += 1) {
    const screen = await browser.get(path)
    if (screen.forms.some(({ buttons }) => buttons.includes(button))) return screen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no ${button} at ${path}`)
}

test('X-02: without a second address the page names the office', async () => {
  const who = await owner(false)
  const screen = await who.browser.get((await walkTo(world, who, 'questions')).link('No recuerdo mis preguntas'))
  assert.equal(screen.heading, 'Sin sus preguntas o su figura')
  assert.match(screen.text, /oficina de la institución con su cédula/)
  assert.equal(screen.forms.filter(({ action }) => action.startsWith('/clave/segundo')).length, 0)
})

test('a lost mailbox: the page says which ways are open and what each needs, and the mail goes to the second address', async () => {
  const who = await owner()
  await answerOwn(who.browser, await toOwnQuestions(who))
  const lost = await who.browser.get('/clave/sin-correo')
  assert.match(lost.text, /Necesita poder abrirlo ahora/)
  assert.match(lost.text, /Necesita ir en persona con su cédula/)
  await who.browser.submit(lost, 'Enviar el correo al segundo')
  const waiting = await mailPage(who.browser)
  assert.match(waiting.text, /su segundo correo comprobado/)
  const set = await who.browser.submit(waiting, 'Confirmar', { codigo: await nextCode(world, who.old) })
  assert.equal(set.path, '/clave/nueva-clave')
  const alone = await owner(false)
  await answerOwn(alone.browser, await toOwnQuestions(alone))
  const only = await alone.browser.get('/clave/sin-correo')
  assert.doesNotMatch(only.text, /segundo correo/)
  assert.match(only.text, /oficina/)
})

test('PROOF-7, peers 7: who does not pass the deck sees the same with a key and without one, to the byte', async () => {
  const withKey = await owner()
  people += 1
  const without = walker(world, worker(people), 'nadie@example.org')
  await world.enrol(without.record)
  const bare = (screen: Screen): string => screen.body.replace(/name="formulario" value="[^"]*"/g, '').replace(/y \d+ datos que/, '')
  const pages: string[][] = []
  for (const who of [withKey, without]) {
    const seen = [await walkTo(world, who, 'identify')]
    seen.push(await answerWrong(world, who, await who.browser.submit(seen[0]!, 'Ver las preguntas')))
    for (const path of ['/clave/mis-preguntas', '/clave/segundo-contacto', '/clave/sin-correo', '/clave/nueva-clave']) seen.push(await who.browser.get(path))
    pages.push(seen.map((screen) => `${screen.status} ${screen.path} ${bare(screen)}`))
  }
  assert.deepEqual(pages[0], pages[1])
})

test('LINK-2: the landing page of a recovery shows no address, and the button goes on in the browser that began', async () => {
  const who = await owner()
  await answerOwn(who.browser, await toOwnQuestions(who))
  await nextCode(world, who.email)
  const link = world.inbox.mails.filter(({ to }) => to === who.email).at(-1)!.links.find((each) => each.includes('/enlace/'))!
  const elsewhere = await world.browser({ from: '192.0.2.9' }).get(new URL(link).pathname)
  assert.equal(elsewhere.heading, 'Su código para continuar')
  const here = await who.browser.get(new URL(link).pathname)
  assert.match(here.text, /confirmar que su correo comprobado \(•••••@•••••\) es suyo/)
  assert.equal((await who.browser.submit(here, 'Clic para continuar')).path, '/clave/nueva-clave')
})

test('in English too', async () => {
  const who = await owner()
  await walkTo(world, who, 'questions')
  const screen = await who.browser.get('/clave/mis-preguntas?idioma=en')
  assert.equal(screen.heading, 'Your personal questions and your figure')
  assert.match((await who.browser.get('/clave/segundo-contacto')).text, /your second verified address/)
})
