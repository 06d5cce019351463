import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { cedulaCheckDigit } from '../../../src/domain/identifier.ts'
import { minute } from '../../../src/domain/types.ts'
import { password } from '../../support/journeys.ts'
import { noon } from '../../support/people.ts'
import { askToUnlock, linkIn, mailThat, owner, signIn, stranger, wrongKeys } from '../../support/unlocking.ts'
import { createWorld, type World } from '../../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})
const unknownNumber = `171234567${cedulaCheckDigit('171234567')}`
const counters = async (number: string): Promise<unknown> =>
  (await world.database.sql(`select in_a_row, since_success from clave.login_attempts where lane = 'stranger' and person_key = decode($1, 'hex')`, [world.personKey({ type: 'cedula', value: number })]))[0]

test('UNLOCK-1, L-08, M-12: blocked by strangers, unblocked by the code, not signed in; the old key opens in this browser during the flood', async () => {
  const { number, email } = await owner(world, 0)
  const flood = stranger(world)
  await wrongKeys(world, flood, number)
  assert.match((await mailThat(world, email, /se bloqueó/)).text, /varias veces seguidas/)
  const browser = stranger(world)
  assert.equal((await signIn(browser, number)).status, 422, 'the right key is answered like a wrong one')
  await world.clock.advance(minute)
  const page = await askToUnlock(world, browser, number)
  assert.deepEqual([page.status, page.path, page.heading], [200, '/desbloquear/correo', 'Revise su correo'])
  const mail = await mailThat(world, email, /Desbloquee/)
  const done = await browser.submit(page, 'Desbloquear', { codigo: `${mail.code!.slice(0, 4)} ${mail.code!.slice(4)}` })
  assert.deepEqual([done.path, done.heading], ['/desbloquear/listo', 'Su clave está desbloqueada'])
  assert.match(done.text, /antes de las \d\d:\d\d/)
  assert.equal(done.link('Ingresar').startsWith('/'), true)
  assert.equal(browser.cookies.has('session'), false)
  assert.deepEqual(await counters(number), { in_a_row: 0, since_success: 5 }, 'no failure is forgotten')
  await wrongKeys(world, flood, number)
  assert.equal((await signIn(flood, number)).status, 422)
  assert.equal((await signIn(browser, number)).path, '/mi-clave')
  assert.deepEqual(await counters(number), { in_a_row: 5, since_success: 0 }, 'a success ends the run; the block of the strangers stays')
  await mailThat(world, email, /se desbloqueó/)
  await mailThat(world, email, /navegador nuevo/)
})

test('LINK-2: the link finishes in the browser that gave the number; elsewhere it shows the code; scanners change nothing', async () => {
  const { number, email } = await owner(world, 1)
  await wrongKeys(world, stranger(world), number)
  await mailThat(world, email, /se bloqueó/)
  await world.clock.advance(minute)
  const browser = stranger(world)
  await askToUnlock(world, browser, number)
  const mail = await mailThat(world, email, /Desbloquee/)
  const scanner = stranger(world)
  const seen = await scanner.get(linkIn(mail))
  assert.equal(seen.path, '/desbloquear/enlace', 'the token left the address')
  assert.match(seen.text, new RegExp(`${mail.code!.slice(0, 4)} ${mail.code!.slice(4)}`))
  assert.deepEqual(seen.forms, [], 'there is nothing to press')
  for (let turn = 0; turn < 20; turn += 1) await world.app.inject({ method: 'HEAD', url: linkIn(mail) })
  assert.deepEqual(await counters(number), { in_a_row: 5, since_success: 5 })
  const landing = await browser.get(linkIn(mail))
  assert.equal(landing.heading, 'Desbloquear clave')
  const done = await browser.submit(landing, 'Desbloquear clave')
  assert.equal(done.path, '/desbloquear/listo')
  assert.equal((await browser.get(linkIn(mail))).heading, 'Este enlace ya no sirve')
  assert.equal((await signIn(browser, number)).path, '/mi-clave')
})

test('the link of the block needs the number in the browser that opens it, and no other mail', async () => {
  const { number, email } = await owner(world, 2)
  await wrongKeys(world, stranger(world), number)
  const mail = await mailThat(world, email, /se bloqueó/)
  const phone = stranger(world)
  const landing = await phone.get(linkIn(mail))
  assert.equal(landing.link('Continuar en este navegador'), '/desbloquear')
  const before = world.inbox.mails.length
  const button = await askToUnlock(world, phone, number)
  assert.equal(button.path, '/desbloquear/enlace')
  assert.equal((await phone.submit(button, 'Desbloquear clave')).path, '/desbloquear/listo')
  assert.equal((await signIn(phone, number)).path, '/mi-clave')
  await mailThat(world, email, /navegador nuevo/)
  assert.deepEqual(world.inbox.mails.slice(before).map(({ subject }) => subject).filter((subject) => /Desbloquee/.test(subject)), [])
})

test('UNLOCK-1: the lane is lent for 15 minutes, and is for good once the person signed in there', async () => {
  const { number, email } = await owner(world, 3)
  const flood = stranger(world)
  const late = stranger(world)
  const page = await askToUnlock(world, late, number)
  const mail = await mailThat(world, email, /Desbloquee/)
  assert.match(mail.text, /no está bloqueada/)
  await late.submit(page, 'Desbloquear', { codigo: mail.code! })
  await wrongKeys(world, flood, number)
  await mailThat(world, email, /se bloqueó/)
  await world.clock.advance(16 * minute)
  assert.equal((await signIn(late, number)).status, 422, 'among the strangers again')
  const again = await askToUnlock(world, late, number)
  const newest = await mailThat(world, email, /Desbloquee/)
  assert.equal((await late.submit(again, 'Desbloquear', { codigo: newest.code! })).path, '/desbloquear/listo')
  assert.equal((await signIn(late, number)).path, '/mi-clave')
  await wrongKeys(world, flood, number)
  await world.clock.advance(60 * 24 * 60 * minute)
  assert.equal((await signIn(late, number)).path, '/mi-clave')
})

test('LINK-3: a slip costs no try; five wrong codes are the end of this mail here, for known and unknown numbers alike', async () => {
  const { number } = await owner(world, 4)
  const told: string[][] = []
  for (const each of [number, unknownNumber]) {
    const browser = stranger(world)
    let page = await askToUnlock(world, browser, each)
    const said: string[] = []
    page = await browser.submit(page, 'Desbloquear', { codigo: '123' })
    said.push(`${page.status} ${page.errors.join()}`)
    for (let turn = 0; turn < 7; turn += 1) {
      page = await browser.submit(page, 'Desbloquear', { codigo: '00000000' })
      said.push(`${page.status} ${page.errors.join()}`)
    }
    page = await browser.submit(page, 'Enviar otro correo')
    said.push(page.path)
    page = await browser.submit(page, 'Desbloquear', { codigo: '00000000' })
    said.push(`${page.status} ${page.errors.join()}`)
    told.push(said)
  }
  assert.deepEqual(told[0], told[1])
  assert.match(told[0]![1]!, /4 intentos/)
  assert.match(told[0]![5]!, /Se acabaron/)
  assert.match(told[0]!.at(-1)!, /4 intentos/)
})

test('LINK-4: this browser may ask five times an hour and is told when again', async () => {
  const browser = stranger(world)
  let page = await askToUnlock(world, browser, unknownNumber)
  for (let turn = 0; turn < 4; turn += 1) page = await browser.submit(page, 'Enviar otro correo')
  assert.match(page.path, /aviso=enviado/)
  page = await browser.submit(page, 'Enviar otro correo')
  assert.match(page.path, /aviso=limite/)
  assert.match(page.text, /Podrá pedir otro a las \d\d:\d\d/)
})

test('pages out of turn lead to where one is; without a journey they say so', async () => {
  const nobody = await stranger(world).get('/desbloquear/correo')
  assert.deepEqual([nobody.status, nobody.heading], [409, 'Este trámite terminó'])
  const browser = stranger(world)
  await browser.submit(await browser.get('/desbloquear'), 'Continuar', { cedula: unknownNumber, robot: 'no' })
  assert.equal((await browser.get('/desbloquear/listo')).path, '/desbloquear/espera')
  assert.equal((await stranger(world).get('/desbloquear/enlace/no-es-un-token')).heading, 'Este enlace ya no sirve')
})

test('the number and the box are asked for like in journey 1; English has words of its own', async () => {
  const browser = stranger(world)
  const faults = await browser.submit(await browser.get('/desbloquear'), 'Continuar', { cedula: '171003406 6' })
  assert.deepEqual([faults.status, faults.errors.length], [422, 2])
  assert.match(faults.title, /^Error: /)
  assert.equal(faults.forms[0]?.fields['cedula'], '171003406 6')
  assert.equal((await browser.get('/desbloquear?idioma=en')).heading, 'Unblock the key')
})

test('the portal, the help and the sign-in page lead here', async () => {
  const browser = stranger(world)
  for (const path of ['/ingresar', '/afiliados/servicios-en-linea', '/pensionistas/servicios-en-linea', '/ayuda']) {
    assert.equal((await browser.get(path)).link('Desbloquear clave'), '/desbloquear', path)
  }
})

test('SESSION-1: signing in with the shared box ticked gives no lane, and the person is told all the same', async () => {
  const { number, email } = await owner(world, 5)
  const cafe = stranger(world)
  assert.equal((await signIn(cafe, number, password, { compartido: 'si' })).path, '/mi-clave')
  assert.equal(cafe.cookies.has('device'), false)
  assert.match((await mailThat(world, email, /navegador nuevo/)).text, /no recordarlo/)
})
