/** NOTICE-1: the pages tell the truth about where notices go, where there is a gateway for texts. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { noon, worker } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { walker, walkTo } from '../first-key/walk.ts'
import { owner, signIn } from './signed-in.ts'

const known = '+593987000111'
let world: World
before(async () => {
  world = await createWorld({ texting: true })
  await world.clock.setNow(noon)
})

test('who typed a mobile that nobody verified reads that nothing goes there, and no text does', async () => {
  const who = await owner(world)
  const browser = await signIn(world, who)
  const page = await browser.get('/mi-clave/contactos')
  assert.match(page.text, /Por correo, a su correo comprobado\. Los avisos van solo a datos comprobados\. Nadie ha comprobado el celular/)
  assert.doesNotMatch(page.text, /También por mensaje de texto/)
  assert.deepEqual(world.texts!.texts, [])
})

test('a mobile the register verified gets the text, and the page says so without a digit of it (E-05)', async () => {
  const who = await owner(world)
  await world.enrol({ ...who.record, contacts: [{ kind: 'mobile', value: known, verifiedBy: 'office', since: '2020-03-01' }] })
  const browser = await signIn(world, who)
  assert.match((await world.texts!.waitFor(known)).text, /^Ingreso desde un navegador nuevo/)
  const page = await browser.get('/mi-clave/contactos')
  assert.match(page.text, /También por mensaje de texto, a un celular suyo que la institución ya tenía comprobado/)
  assert.doesNotMatch(page.body.replace(/\s/g, ''), /987000111|0111/)
})

test('the receipt says by which ways the person was told', async () => {
  const record = { ...worker(30), contacts: [{ kind: 'mobile', value: '+593987000333', verifiedBy: 'code', since: '2020-03-01' }] } as const
  await world.enrol(record)
  const receipt = await walkTo(world, walker(world, record, 'recibo-texto@example.org'), 'password')
  assert.match(receipt.text, /Enviamos un aviso por correo a recibo-texto@example\.org y un mensaje de texto al celular suyo que ya estaba comprobado/)
  assert.doesNotMatch(receipt.body, /987000333/)
})
