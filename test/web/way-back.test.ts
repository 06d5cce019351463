import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { serviceNames, serviceOf } from '../../src/domain/services.ts'
import { ownPaths } from '../../src/web/own-paths.ts'
import { knownName, nameOfPage, pathOfPage } from '../../src/web/way-back.ts'
import { noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'
import { key, owner, tryToSignIn } from './my-key/signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

test('signing in leads to the page that was asked for, also after a wrong key and in the other language', async () => {
  const who = await owner(world)
  for (const path of [...new Set([...Object.values(ownPaths), ...serviceNames.map((name) => serviceOf(name).path)])]) {
    const browser = world.browser()
    const asked = await browser.get(path)
    assert.match(asked.path, /^\/ingresar\?aviso=sesion/)
    const english = await browser.get(asked.link('English'))
    const entered = await browser.submit(english, 'Sign in', { cedula: who.record.id.value, clave: key })
    assert.equal(entered.path, path)
    assert.equal((await browser.get(asked.path)).path, path, 'who is signed in already is led there too')
  }
  const browser = world.browser()
  const wrong = await browser.submit(await browser.get(ownPaths.activity), 'Ingresar', { cedula: who.record.id.value, clave: 'no es esta clave' })
  assert.equal(wrong.status, 422)
  await world.clock.advance(10_000)
  assert.equal((await browser.submit(wrong, 'Ingresar', { cedula: who.record.id.value, clave: key })).path, ownPaths.activity)
})

test('who came to sign in by themselves is led home', async () => {
  assert.equal((await tryToSignIn(world, await owner(world))).screen.path, '/mi-clave')
})

test('no open redirect: whatever a link says, it leads to a page of the list', async () => {
  const who = await owner(world)
  for (const planted of ['https://malo.example', '//malo.example', '/\\malo.example', '/salir', 'home/../..', '__proto__', 'constructor', '%2F%2Fmalo.example', 'activity&volver=//malo']) {
    const browser = world.browser()
    const page = await browser.get(`/ingresar?volver=${encodeURIComponent(planted)}`)
    assert.ok(!page.body.includes('malo'), planted)
    const entered = await browser.post('/ingresar', { ...page.forms.find(({ action }) => action === '/ingresar')!.fields, volver: planted, cedula: who.record.id.value, clave: key })
    assert.equal(entered.path, '/mi-clave', planted)
  }
  const paths = new Set([...Object.values(ownPaths), ...serviceNames.map((name) => serviceOf(name).path)])
  fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom(...paths)), (text) => {
    assert.ok(paths.has(pathOfPage(knownName(text))))
    assert.ok(paths.has(pathOfPage(nameOfPage(text))))
  }))
})

test('a step of a page leads back to where the page begins', () => {
  assert.equal(pathOfPage(nameOfPage('/mi-clave/contactos/correo?aviso=x')), '/mi-clave/contactos')
  assert.equal(pathOfPage(nameOfPage('/servicios/certificado/pdf')), '/servicios/certificado')
  assert.equal(pathOfPage(nameOfPage('/mi-clave/contactosx')), '/mi-clave')
  assert.equal(pathOfPage(nameOfPage('/salir')), '/mi-clave')
})
