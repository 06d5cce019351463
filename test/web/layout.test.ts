import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../../src/web/html.ts'
import { chooseLanguage, inLanguage } from '../../src/web/language.ts'
import { layoutFor, type Site } from '../../src/web/layout.ts'
import { domOf } from './components-fixtures.ts'

const site: Site = { institution: 'Instituto <de> Prueba', service: 'Clave', demo: true, asset: (name) => `/assets/${name}` }
const page = layoutFor(site)
const plain = { title: 'Número de cédula', language: 'es', body: html`<h1>Hola</h1>` } as const

test('the title names page, service and institution, and begins with the error when there is one', () => {
  assert.match(String(page(plain)), /<title>Número de cédula &#8211; Clave &#8211; Instituto &lt;de&gt; Prueba<\/title>/)
  assert.match(String(page({ ...plain, error: true })), /<title>Error: Número de cédula &#8211; /)
})

test('a demo says so on every page, with the ways to its people and mail; anything else never does', () => {
  const demo = String(page(plain))
  assert.match(demo, /demostración: las personas que aparecen son inventadas/)
  assert.match(demo, /href="\/demo\/personas"/)
  assert.match(demo, /href="\/demo\/correo"/)
  assert.doesNotMatch(String(layoutFor({ ...site, demo: false })(plain)), /demo/i)
})

test('the page says its language and links to the other one, by its own name', () => {
  const spanish = String(page({ ...plain, path: '/generar?paso=2' }))
  assert.match(spanish, /<html lang="es"/)
  assert.match(spanish, /<a[^>]* href="\/generar\?paso=2&amp;idioma=en"[^>]* lang="en" hreflang="en">English<\/a>/)
  assert.match(String(page({ ...plain, language: 'en' })), /<html lang="en"[\s\S]*href="\/\?idioma=es"[^>]*>Español/)
})

test('nothing in a page needs more than the content security policy gives', () => {
  const full = page({
    ...plain,
    back: '/', scripts: ['password.js', 'robot.js', 'password.js'],
    signedIn: { name: 'Ñusta', signOutPath: '/salir' }, session: { endsIn: 900, extendPath: '/sesion', extendsBy: 900 },
    navigation: [{ text: 'Afiliados', href: '/afiliados', current: true }],
  })
  const dom = domOf(String(full))
  assert.deepEqual(dom.match(/<style|style=|<script(?![^>]*src=)| on[a-z]+="|javascript:|data:/g), null)
  assert.equal(String(full).match(/<script /g)?.length, 3)
})

test('the language is the one asked for, then the one chosen before, then the best the browser accepts, then Spanish', () => {
  assert.equal(chooseLanguage({ parameter: 'en', cookie: 'es', accepted: 'es' }), 'en')
  assert.equal(chooseLanguage({ parameter: ['en'], cookie: 'en', accepted: 'es' }), 'en')
  assert.equal(chooseLanguage({ parameter: 'fr', accepted: 'qu, en-GB;q=0.9, es;q=0.5' }), 'en')
  assert.equal(chooseLanguage({ accepted: 'en;q=0, es-EC;q=0.1' }), 'es')
  assert.equal(chooseLanguage({ cookie: 'xx', accepted: 'en;q=x,*' }), 'es')
  assert.equal(chooseLanguage({}), 'es')
  assert.equal(inLanguage('/a', 'en'), '/a?idioma=en')
})
