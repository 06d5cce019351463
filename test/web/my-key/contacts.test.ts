import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { finishChange } from '../../../src/app/change-contact.ts'
import { ownSessionOf } from '../../../src/app/own-session.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, key, mailTo, owner, signIn, type Owner } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/mi-clave/contactos'
const codes = `${path}/codigos`
const minutes = 60_000
let addresses = 0
const fresh = (): string => `nueva${(addresses += 1)}@example.org`

async function ask(browser: Browser, value: string, what: 'correo' | 'telefono' | 'segundo-correo' = 'correo'): Promise<Screen> {
  return browser.submit(await browser.get(`${path}/${what}`), 'Enviar los códigos', { nuevo: value })
}

async function bothCodes(who: Owner, value: string): Promise<{ current: string; fresh: string }> {
  const [current, second] = [await mailTo(world, who.email, /Código para cambiar/), await mailTo(world, value, /Código para confirmar/)]
  return { current: current.code!, fresh: second.code! }
}

const type = async (browser: Browser, current: string, second?: string): Promise<Screen> =>
  browser.submit(await browser.get(codes), 'Confirmar el cambio', { 'codigo-actual': current, ...(second !== undefined && { 'codigo-nuevo': second }) })

test('M-11: codes to both addresses, the old one told, the former kept, money waits 72 hours', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const value = fresh()
  assert.equal((await ask(browser, value)).path, codes)
  const sent = await bothCodes(who, value)
  const page = await browser.get(codes)
  assert.match(page.text, new RegExp(`Enviamos un código a ${who.email} y otro a ${value}`))
  assert.match(page.text, /Sirven hasta las 12:1\d\./)
  const done = await type(browser, sent.current, `${sent.fresh.slice(0, 4)} ${sent.fresh.slice(4)}`)
  assert.equal(done.path, `${path}?aviso=cambiado`)
  assert.match(done.text, new RegExp(`${value} Es nuevo: los servicios de dinero lo tomarán en cuenta desde el 25 de noviembre de 2026, 12:0\\d`))
  for (const to of [who.email, value]) assert.match((await mailTo(world, to, /Se cambió su correo/)).links[0] ?? '', /\/no-fui-yo\//)
  const rows = await world.database.sql<{ count: string }>('select count(*) from clave.former_contacts where person_key = $1', [Buffer.from(who.person, 'hex')])
  assert.equal(Number(rows[0]?.count), 1)
  const standing = await world.deps.store.transaction((tx) => world.deps.store.services.standing(tx, who.person))
  assert.ok((standing?.contactsSettledAt ?? 0) > (await world.clock.now()) + 71 * 60 * minutes)
  assert.ok((await eventsOf(world, who)).includes('contact.change-asked'))
  assert.equal((await eventsOf(world, who)).at(-1), 'contact.changed')
  assert.equal((await type(browser, sent.current, sent.fresh).catch(() => browser.get(codes))).path, `${path}?aviso=nada`)
})

test('LINK-3: each code has five tries, which one was wrong is said, slips are free, and then both are dead', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const value = fresh()
  await ask(browser, value)
  const sent = await bothCodes(who, value)
  for (let turn = 0; turn < 8; turn += 1) assert.match((await type(browser, '123', 'x')).errors.join(), /El código tiene 8 números,El código tiene 8 números/)
  const wrong = (code: string): string => (code === '00000000' ? '11111111' : '00000000')
  assert.deepEqual((await type(browser, sent.current, wrong(sent.fresh))).errors, ['El código del correo nuevo no es correcto'])
  assert.deepEqual((await type(browser, wrong(sent.current), sent.fresh)).errors, ['El código del correo actual no es correcto'])
  for (let turn = 0; turn < 3; turn += 1) await type(browser, wrong(sent.current), wrong(sent.fresh))
  assert.match((await browser.get(codes)).text, /Los códigos ya no sirven/)
  const own = (await ownSessionOf(world.deps, browser.cookies.get('session') ?? ''))!
  assert.equal((await finishChange(world.deps, own, { ...sent, language: 'es' }, { network: 'x' })).is, 'not-good')
  assert.doesNotMatch((await browser.get(path)).text, new RegExp(value))
})

test('LINK-1, LINK-2: fifteen minutes; only in the session that asked; a second form sent at once changes nothing twice', async () => {
  const who = await owner(world)
  const [browser, other] = [await signIn(world, who), await signIn(world, who)]
  const value = fresh()
  await ask(browser, value)
  const sent = await bothCodes(who, value)
  assert.equal((await other.get(codes)).path, `${path}?aviso=nada`)
  const own = (await ownSessionOf(world.deps, browser.cookies.get('session') ?? ''))!
  const both = await Promise.all([1, 2, 3].map(() => finishChange(world.deps, own, { ...sent, language: 'es' }, { network: 'x' })))
  assert.deepEqual(both.map(({ is }) => is).sort(), ['changed', 'not-good', 'not-good'])
  assert.equal((await eventsOf(world, who)).filter((each) => each === 'contact.changed').length, 1)
  const later = fresh()
  await ask(browser, later)
  const late = { current: (await mailTo(world, value, /Código para cambiar/)).code!, fresh: (await mailTo(world, later, /Código para confirmar/)).code! }
  await world.clock.advance(14 * minutes)
  assert.match((await browser.get(codes)).text, /Sirven hasta/)
  await world.clock.advance(2 * minutes)
  const again = await signIn(world, who)
  assert.match((await again.get(path)).text, new RegExp(value))
  assert.equal((await finishChange(world.deps, own, { ...late, language: 'es' }, { network: 'x' })).is, 'not-good')
})

test('M-11: after five minutes the key is asked again, and what waits for its codes goes on', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const value = fresh()
  await ask(browser, value)
  const sent = await bothCodes(who, value)
  await world.clock.advance(6 * minutes)
  const asked = await browser.get(`${path}/telefono`)
  assert.equal(asked.path, '/mi-clave/confirmar?volver=contacts')
  const back = await browser.submit(asked, 'Continuar', { 'Su clave actual': key })
  assert.equal(back.link('Escriba los códigos'), codes)
  assert.equal((await type(browser, sent.current, sent.fresh)).path, `${path}?aviso=cambiado`)
})

test('a telephone takes the code of the current address; a second address is added and taken away, and told', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  await ask(browser, '02 234 5678', 'telefono')
  assert.equal((await type(browser, (await mailTo(world, who.email, /Código para cambiar/)).code!)).path, `${path}?aviso=cambiado`)
  assert.match((await browser.get(path)).text, /Teléfono \+593 2 234 5678 \(sin comprobar\)/)
  const second = fresh()
  await ask(browser, second, 'segundo-correo')
  const sent = await bothCodes(who, second)
  await type(browser, sent.current, sent.fresh)
  await mailTo(world, second, /Se agregó un segundo correo/)
  const removed = await browser.submit(await browser.get(path), 'Quitar el segundo correo')
  assert.match(removed.text, /Segundo correo No tiene/)
  for (const to of [who.email, second]) await mailTo(world, to, /Se quitó el segundo correo/)
  const events = await eventsOf(world, who)
  assert.deepEqual(events.filter((each) => each.startsWith('contact.')), ['contact.change-asked', 'contact.changed', 'contact.change-asked', 'contact.added', 'contact.removed'])
})

test('each slip and each limit has its sentence, and what was typed stays', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  for (const [value, sentence] of [['', /Escriba su correo/], ['ana', /falta la @/], [who.email.toUpperCase(), /ya está entre los suyos/]] as const) {
    const page = await ask(browser, value)
    assert.equal(page.status, 422)
    assert.match(page.errors[0] ?? '', sentence)
    assert.equal(page.forms.find(({ buttons }) => buttons.includes('Enviar los códigos'))?.fields['nuevo'], value)
  }
  assert.match((await ask(browser, '1800 123 456', 'telefono')).errors[0] ?? '', /de un servicio/)
  for (let turn = 0; turn < 2; turn += 1) assert.equal((await ask(browser, fresh())).path, codes)
  assert.match((await ask(browser, fresh())).errors[0] ?? '', /Espere una hora/, 'LINK-4: five mails an hour')
  assert.match((await browser.submit(await browser.get(codes), 'Dejar todo como está')).text, /No se cambió nada/)
})

test('PROOF-10: a key on probation changes no contact, says until when, and the refusal is written down', async () => {
  const who = await owner(world, { probationUntil: (await world.clock.now()) + 72 * 60 * minutes })
  const browser = await signIn(world, who)
  const page = await browser.get(path)
  assert.match(page.text, /Todavía no puede cambiar sus datos de contacto\. Su clave es nueva\. Podrá cambiarlos desde el 25 de noviembre/)
  assert.throws(() => page.link('Cambiar correo'))
  const token = page.forms[0]?.fields['formulario'] ?? ''
  const forced = await browser.post(`${path}/correo`, { formulario: token, nuevo: fresh() })
  assert.match(forced.text, /Todavía no puede cambiar/)
  assert.equal((await eventsOf(world, who)).at(-1), 'service.refused')
  await browser.post(`${path}/quitar-segundo`, { formulario: token })
  assert.equal((await eventsOf(world, who)).filter((each) => each === 'service.refused').length, 2)
})

const flags = async (who: Owner): Promise<number> => (await eventsOf(world, who)).filter((type) => type === 'contact.shared').length

test('PROOF-12: an address changed to that of somebody who took it the same day raises a flag on both; two days later on nobody', async () => {
  const [first, second, third] = [await owner(world), await owner(world), await owner(world)]
  const value = fresh()
  for (const who of [first, second, third]) {
    const browser = await signIn(world, who)
    await ask(browser, value)
    const sent = await bothCodes(who, value)
    assert.equal((await type(browser, sent.current, sent.fresh)).path, `${path}?aviso=cambiado`)
    if (who === second) await world.clock.advance(48 * 60 * minutes)
  }
  assert.deepEqual([await flags(first), await flags(second), await flags(third)], [1, 1, 0])
})
