/** PROOF-10 on the pages: the way out is shown to who has it, and to nobody else. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { hour, minute } from '../../../src/domain/types.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import { noon } from '../../support/people.ts'
import { until } from '../../support/post-office.ts'
import { createWorld, type World } from '../../support/world.ts'
import { key, mailTo, owner, signIn, type Owner } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const offer = 'Confirmar con un contacto que ya conocíamos'
const path = '/mi-clave/contacto-conocido'
const money = '/servicios/cuenta-bancaria'
const young = async (known?: string): Promise<Owner> => {
  const who = await owner(world, { probationUntil: (await world.clock.now()) + 72 * hour })
  if (known !== undefined) await world.enrol({ ...who.record, contacts: [{ kind: 'email', value: known, verifiedBy: 'office', since: '2024-05-06' }] })
  return who
}
const offers = (screen: Screen): boolean => screen.body.includes(`href="${path}"`) && screen.text.includes(offer)
async function codePage(browser: Browser): Promise<Screen> {
  let screen = await browser.get(path)
  await until('the mail is out', async () => {
    screen = await browser.get(path)
    return screen.text.includes('Confirmar mi clave')
  })
  return screen
}

test('who has such a contact: offered on the home, where a service refuses and at the contacts; code, and class money opens', async () => {
  const known = 'antigua-1@example.org'
  const who = await young(known)
  const browser = await signIn(world, who)
  const refused = await browser.get(money)
  assert.equal(refused.status, 403)
  for (const screen of [await browser.get('/mi-clave'), refused, await browser.get('/mi-clave/contactos')]) assert.ok(offers(screen), screen.path)
  const first = await browser.get(path)
  assert.equal(first.heading, offer)
  await browser.submit(first, 'Enviar el código')
  const { code } = await mailTo(world, known, /Código para confirmar su clave nueva/)
  const page = await codePage(browser)
  assert.match(page.text, /Sirve hasta las 12:1\d\./)
  assert.ok(!page.body.includes(known) && !page.body.includes('example.org'), 'E-05: not a letter of the address')
  const slip = await browser.submit(page, 'Confirmar mi clave', { codigo: '123' })
  assert.match(slip.text, /El código tiene 8 números/)
  const wrong = await browser.submit(slip, 'Confirmar mi clave', { codigo: code === '00000000' ? '00000001' : '00000000' })
  assert.match(wrong.text, /Le quedan 4 intentos/)
  const done = await browser.submit(wrong, 'Confirmar mi clave', { codigo: `${code!.slice(0, 4)} ${code!.slice(4)}` })
  assert.equal(done.path, '/mi-clave?aviso=confirmada')
  assert.match(done.text, /Su clave quedó confirmada/)
  assert.doesNotMatch(done.text, /Su clave es nueva/)
  assert.ok(!offers(done))
  assert.equal((await browser.get(money)).status, 200)
  assert.equal((await browser.get(path)).path, '/mi-clave', 'there is nothing left to confirm')
  assert.match((await browser.get('/mi-clave/actividad')).text, /Se confirmó la clave con un contacto que la institución ya conocía/)
})

test('who has none: nothing is offered anywhere, the page says the other ways, and a form sent all the same sends nothing', async () => {
  const who = await young()
  const browser = await signIn(world, who)
  for (const where of ['/mi-clave', money, '/mi-clave/contactos']) assert.ok(!offers(await browser.get(where)), where)
  const page = await browser.get(path)
  assert.match(page.text, /No tenemos un correo suyo comprobado antes/)
  assert.match(page.text, /En una oficina pueden ayudarle antes/)
  const home = await browser.get('/mi-clave')
  assert.equal((await browser.post(`${path}/enviar`, home.forms[0]?.fields ?? {})).path, path)
  assert.deepEqual(await world.database.sql(`select 1 from clave.outbox where kind = 'confirm-key' and person_key = $1`, [Buffer.from(who.person, 'hex')]), [])
  assert.equal((await browser.get(money)).status, 403)
})

test('SESSION-1: the key typed again in between gives the session another id, and the code still belongs to it', async () => {
  const known = 'antigua-3@example.org'
  const who = await young(known)
  const browser = await signIn(world, who)
  await browser.submit(await browser.get(path), 'Enviar el código')
  const { code } = await mailTo(world, known, /Código para confirmar su clave nueva/)
  await codePage(browser)
  await world.clock.advance(6 * minute)
  const again = await browser.get('/mi-clave/contactos/correo')
  assert.equal((await browser.submit(again, 'Continuar', { 'Su clave actual': key })).status, 200)
  const done = await browser.submit(await browser.get(path), 'Confirmar mi clave', { codigo: code! })
  assert.equal(done.path, '/mi-clave?aviso=confirmada')
})
