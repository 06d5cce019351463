import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { paragraphs } from '../../src/demo/mail-pages.ts'
import { choosePersonas } from '../../src/demo/personas.ts'
import { none, type Deck, type Question } from '../../src/questions/question.ts'
import { inventPeople } from '../../src/register/invent.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { allRoutes } from '../../src/routes.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { buildServer } from '../../src/web/server.ts'
import { html } from '../../src/web/html.ts'
import { monthText } from '../../src/web/texts/calendar-words.ts'
import { truths } from '../questions/people.ts'
import { injecting, makeBrowser, type Browser } from '../support/browser.ts'
import { inventedToday, noon } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'

const records = [...inventPeople({ people: 2_000, seed: 2026, today: inventedToday })]
const mails = [
  { id: '1', receivedAt: Date.parse(noon), to: ['ana@example.org'], subject: 'Hola <b>', text: 'Clic:\nhttps://clave.example/enlace/abc\n\njavascript:alert(1) <script>', html: '<script>alert(1)</script>' },
]
let world: World
let browser: Browser

before(async () => {
  world = await createWorld({ demo: true })
  await world.clock.setNow(noon)
  const inbox = { list: () => mails, get: (id: string) => mails.find((mail) => mail.id === id) ?? null }
  const texts = [{ receivedAt: Date.parse(noon), to: '+593991234567', text: 'Se ha generado su clave. No fui yo: https://clave.example/no-fui-yo/abc <b>' }]
  const app = await buildServer({ web: world.web, routes: allRoutes(loadAssets(), { records: () => records, inbox, texts: { list: () => texts } }), logger: false, trustProxy: false })
  browser = makeBrowser(injecting(app, '203.0.113.9'))
})

const planOf = (record: RegisterRecord): readonly Deck[] => world.deps.questions.plan(world.personKey(record.id), record, inventedToday)

test('nothing of /demo exists outside the demo', async () => {
  for (const path of ['/demo', '/demo/personas', '/demo/personas/1', '/demo/correo', '/demo/correo/1', '/demo/oficial']) {
    const outside = await world.browser().get(path)
    assert.deepEqual([outside.status, outside.heading], [404, 'No encontramos esta página'], path)
  }
})

test('twelve people are offered, each way the journey can go among them, and each says what it will meet', async () => {
  const { text, body } = await browser.get('/demo/personas')
  assert.equal(body.match(/<a [^>]*href="\/demo\/personas\/\d+"/g)?.length, 12)
  for (const said of ['Recibe pensión: vejez', 'Tiene un préstamo quirografario', 'Sin historia laboral', 'Puede generar su clave respondiendo preguntas', 'No se le puede preguntar de forma segura', 'pero no puede tener una clave']) {
    assert.ok(text.includes(said), said)
  }
  assert.equal((await browser.get('/demo/personas/13')).status, 404)
  assert.equal((await browser.get('/demo/personas/0')).status, 404)
})

/** How an answer stands on the papers. */
function onPaper(question: Question, right: string): string | null {
  switch (question.input) {
    case 'amount':
      return `$ ${right.replace('.', ',')}`
    case 'month':
      return monthText(right, 'es')
    case 'choice':
      return right === none ? null : (question.options.find(({ code }) => code === right)?.label ?? '?')
    case 'number':
    case 'name':
      return right
  }
}

test('whatever any of the three decks asks stands on the papers of the person', async () => {
  const personas = choosePersonas(records, 12, (record) => planOf(record).length === 3)
  let asked = 0
  for (const [index, record] of personas.entries()) {
    const { text } = await browser.get(`/demo/personas/${index + 1}`)
    assert.ok(text.includes(record.id.value) && text.includes(record.surnames))
    for (const deck of planOf(record)) {
      const right = truths(deck, record)
      for (const question of deck.questions) {
        const paper = onPaper(question, right[question.id] ?? '')
        assert.ok(paper === null || text.includes(paper), `${question.kind}: ${paper}`)
        asked += 1
      }
    }
  }
  assert.ok(asked > 60, `${asked} questions looked at`)
})

test('who must be able to make a key can, whichever people are chosen; who is missing is left out', () => {
  const able = (record: RegisterRecord): boolean => record.birthDate.endsWith('4')
  const chosen = choosePersonas(records, 12, able)
  assert.equal(chosen.length, 12)
  assert.equal(new Set(chosen).size, 12)
  assert.ok(chosen.filter(able).length >= 9)
  assert.ok(chosen.some(({ status }) => status === 'deceased'))
  assert.ok(chosen.some(({ id }) => id.type === 'extranjero'))
  assert.deepEqual(choosePersonas(records.slice(0, 3), 12, () => false).length <= 3, true)
  assert.deepEqual(choosePersonas([], 12), [])
  assert.equal(choosePersonas(records, 2).length, 2)
})

test('mail is shown as text, with its addresses as links and nothing else of it', async () => {
  const list = await browser.get('/demo/correo')
  assert.equal(list.link('Hola <b>'), '/demo/correo/1')
  assert.match(list.body, /No fui yo: <a class="govuk-link" href="https:\/\/clave\.example\/no-fui-yo\/abc">[^<]*<\/a> &lt;b&gt;/, 'texts stand beside the mails')
  const { body } = await browser.get('/demo/correo/1')
  assert.ok(body.includes('<a class="govuk-link" href="https://clave.example/enlace/abc">'))
  assert.ok(body.includes('javascript:alert(1) &lt;script&gt;'))
  assert.ok(!body.includes('alert(1)</script>'))
  assert.equal((await browser.get('/demo/correo/2')).status, 404)
  assert.equal(String(html`${paragraphs('a\nb\n\nc')}`).match(/<p /g)?.length, 2)
})

test('an officer’s link is made by a button, begins a session, and works once', async () => {
  const page = await browser.get('/demo/oficial')
  const made = await browser.submit(page, 'Crear un enlace')
  const address = /href="http:\/\/localhost:3000(\/seguridad\/entrar\/[\w-]{43})"/.exec(made.body)?.[1]
  assert.ok(address)
  assert.equal((await browser.submit(await browser.get(address), 'Comenzar la sesión')).path, '/seguridad/alarmas')
  assert.match((await browser.get(address)).text, /ya se usó/)
})
