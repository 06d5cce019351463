import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { html, raw } from '../../src/web/html.ts'
import { unchanging } from '../../src/web/unchanging.ts'
import type { Visit } from '../../src/web/web.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
})

const tokenOf = (body: string): string => /name="formulario" value="([^"]+)"/.exec(body)?.[1] ?? ''

for (const path of ['/clave', '/ingresar']) {
  test(`${path}: kept in memory it is what it was, with the token of whoever asks`, async () => {
    const [first, second] = [await world.browser().get(path), await world.browser().get(path)]
    assert.notEqual(tokenOf(first.body), tokenOf(second.body))
    assert.equal(second.body.replace(tokenOf(second.body), ''), first.body.replace(tokenOf(first.body), ''))
    const browser = world.browser()
    const form = await browser.get(path)
    assert.equal((await browser.post(path, form.forms.find(({ method }) => method === 'post')?.fields ?? {})).status, 422, 'its token is taken')
    assert.equal((await browser.post(path, { formulario: tokenOf(first.body) })).status, 403, 'that of another is not')
  })
}

test('it is made once for each language', () => {
  let made = 0
  const show = unchanging('/a', (visit) => ({ document: html`<p>${made++}</p><form>${visit.hidden}</form>`, headers: {} }))
  const web = { site: {} }
  const visit = (language: string, hidden: string): Visit => ({ web, request: { url: '/a' }, language, hidden: raw(hidden) }) as unknown as Visit
  const texts = [visit('es', 'x'), visit('es', 'y'), visit('en', 'z')].map((each) => {
    const answer = show(each)
    return 'kept' in answer ? answer.kept.toString() : ''
  })
  assert.deepEqual(texts, ['<p>0</p><form>x</form>', '<p>0</p><form>y</form>', '<p>1</p><form>z</form>'])
})

test('each language has its own, and a notice is not kept for the next', async () => {
  assert.match((await world.browser().get('/ingresar', { 'accept-language': 'en' })).body, /<html lang="en"/)
  assert.match((await world.browser().get('/ingresar')).body, /<html lang="es"/)
  assert.match((await world.browser().get('/ingresar?aviso=sesion')).body, /govuk-notification-banner/)
  assert.doesNotMatch((await world.browser().get('/ingresar')).body, /govuk-notification-banner/)
})

test('an address written in another way leaves no trace in the page of others', async () => {
  await world.browser().get('/%61yuda')
  assert.doesNotMatch((await world.browser().get('/ayuda')).body, /%61/)
})

test('a page without a form gives no cookie', async () => {
  const browser = world.browser()
  await browser.get('/')
  await browser.get('/')
  assert.equal(browser.cookies.size, 0)
})
