import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { mostInPdf } from '../../../src/web/journeys/my-key/activity-copies.ts'
import { readPdf, type ReadPdf } from '../../support/pdf.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, owner, signIn, tryToSignIn, type Owner } from './signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/mi-clave/actividad'
const count = (text: string, pattern: RegExp): number => [...text.matchAll(new RegExp(pattern, 'g'))].length

async function refusals(who: Owner, many: number): Promise<void> {
  for (let turn = 0; turn < many; turn += 1) await world.deps.store.note(who.person, { type: 'login.refused', facts: { lane: 'stranger', reason: 'blocked' }, personal: { network: '192.0.2.0/24' } })
}

test('A-06: what strangers tried is there, with its network and its receipt, and blames nobody', async () => {
  const [who, other] = [await owner(world), await owner(world)]
  await tryToSignIn(world, who, 'una clave equivocada', world.browser({ from: '198.51.100.77' }))
  await refusals(other, 1)
  await world.clock.advance(2_000) // the wait after a wrong key
  const page = await (await signIn(world, who)).get(path)
  assert.match(page.text, /Alguien escribió una clave equivocada\. 22 de noviembre de 2026, 12:\d\d, desde la red 198\.51\.100\.x · Constancia [0-9A-F]{4}\s[0-9A-F]{4}\s[0-9A-F]{4}\s[0-9A-F]{4}/)
  assert.match(page.text, /Se ingresó con la clave\. .*desde la red 203\.0\.113\.x/)
  assert.ok(!page.text.includes('198.51.100.77'), 'never the address itself')
  assert.doesNotMatch(page.text, /192\.0\.2/, 'nothing of other people')
  assert.doesNotMatch(page.text, /atacante|delincuente|sospechos/i)
  assert.ok(page.text.indexOf('Se ingresó con la clave') < page.text.indexOf('Alguien escribió'), 'newest first')
})

test('fifty lines a page, each line once, and back to the newest', async () => {
  const who = await owner(world)
  await refusals(who, 120)
  const browser = await signIn(world, who)
  const seen: string[] = []
  let page = await browser.get(path)
  for (let pages = 1; ; pages += 1) {
    const receipts = [...page.text.matchAll(/Constancia ((?:[0-9A-F]{4}\s?){4})/g)].map(([, number]) => number ?? '')
    seen.push(...receipts)
    if (!page.text.includes('Más antiguo')) {
      assert.equal(pages, 3)
      break
    }
    assert.equal(receipts.length, 50)
    page = await browser.get(page.link('Más antiguo'))
    assert.equal(page.link('Volver a lo más reciente'), path)
  }
  assert.equal(seen.length, (await eventsOf(world, who)).length)
  assert.equal(new Set(seen).size, seen.length)
})

test('narrowed to one kind without scripts; the language switch keeps it; nonsense shows everything', async () => {
  const who = await owner(world)
  await refusals(who, 3)
  const browser = await signIn(world, who)
  const attempts = await browser.submit(await browser.get(path), 'Mostrar', { Mostrar: 'attempts' })
  assert.equal(count(attempts.text, /Constancia [0-9A-F]{4}/), 3)
  assert.doesNotMatch(attempts.text, /Se ingresó con la clave/)
  assert.match(attempts.link('English'), /tipo=attempts/)
  assert.match((await browser.get(`${path}?tipo=contacts`)).text, /No hay nada de este tipo/)
  for (const query of ['?tipo=nada', '?antes=x', '?tipo=&antes=', '?tipo=a&tipo=b', "?antes=1'--"]) {
    const page = await browser.get(path + query)
    assert.equal(page.status, 200, query)
    assert.match(page.text, /Se generó la clave/, query)
  }
})

test('D-08: the copy holds every line of what is shown, and is an event itself', async () => {
  const who = await owner(world)
  await refusals(who, 600)
  const browser = await signIn(world, who)
  const all = await browser.submit(await browser.get(path), 'Descargar hoja (CSV)')
  assert.match(String(all.headers['content-type']), /^text\/csv/)
  assert.equal(all.headers['content-disposition'], 'attachment; filename="actividad-de-mi-clave.csv"')
  assert.ok(all.body.startsWith('\ufeff"Fecha";"Hora";"Qué pasó";"Desde dónde";"Constancia"\r\n'))
  const rows = all.body.trim().split('\r\n').slice(1)
  assert.equal(rows.length, (await eventsOf(world, who)).length)
  assert.match(rows[0] ?? '', /^"2026-11-22";"12:\d\d";"Se descargó una copia de sus datos\.";"";"[0-9A-F]{4} /)
  assert.ok(rows.some((row) => row.includes('"Se ingresó con la clave.";"desde la red 203.0.113.x"')))
  const narrowed = await browser.submit(await browser.get(`${path}?tipo=key`), 'Descargar hoja (CSV)')
  assert.equal(narrowed.body.trim().split('\r\n').length, 2)
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'data.exported').length, 2)
})

/** The file as it came: a browser of the tests would read it as text. */
async function pdfOf(who: Owner, kind: string): Promise<ReadPdf & { readonly headers: Readonly<Record<string, unknown>> }> {
  const browser = await signIn(world, who)
  const page = await browser.get(`${path}?tipo=${kind}`)
  const form = page.forms.find(({ action }) => action === `${path}/pdf`)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { rawPayload, headers } = await world.app.inject({
    method: 'POST', url: `${path}/pdf`, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form?.fields).toString(),
  })
  return { ...readPdf(rawPayload), headers }
}

test('D-08: the document has every line of what is shown over several pages, whose it is, and receipts that can be checked; it is an event itself', async () => {
  const who = await owner(world)
  await refusals(who, 120)
  const { pages, headers } = await pdfOf(who, 'attempts')
  assert.equal(headers['content-type'], 'application/pdf')
  assert.equal(headers['content-disposition'], 'attachment; filename="actividad-de-mi-clave.pdf"')
  assert.ok(pages.length >= 3)
  const words = pages.join(' ')
  assert.ok(pages[0]?.includes(`Actividad de mi clave ${who.record.givenNames} ${who.record.surnames}`))
  assert.match(words, /Muestra: Intentos\./)
  assert.match(words, /Fecha, hora Qué pasó Desde dónde Constancia/)
  assert.equal(count(words, /2026-11-22 12:\d\d Alguien quiso ingresar con la clave bloqueada\. desde la red 192\.0\.2\.x [0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}/), 120)
  assert.match(words, /120 anotaciones, la más reciente primero\. Cualquier persona puede comprobar una constancia en http:\/\/localhost:3000\/comprobar\./)
  assert.doesNotMatch(words, /Se ingresó con la clave\./, 'narrowed to what was asked for')
  const receipt = /([0-9A-F]{4} ){3}[0-9A-F]{4}/.exec(words)?.[0] ?? ''
  const browser = world.browser()
  assert.match((await browser.submit(await browser.get('/comprobar'), 'Comprobar', { 'Número de constancia': receipt })).text, /Sí, está en el registro/)
  assert.equal((await eventsOf(world, who)).at(-1), 'data.exported')
})

test('a key that strangers tried for weeks: the document has the newest lines and says so', async () => {
  const who = await owner(world)
  await refusals(who, mostInPdf + 1)
  const words = (await pdfOf(who, 'attempts')).pages.join(' ')
  assert.equal(count(words, /Alguien quiso ingresar con la clave bloqueada/), mostInPdf)
  assert.match(words, /Hay más: este documento tiene solo las 1000 más recientes; la hoja \(CSV\) las tiene todas\./)
})

test('an event whose place was erased still has its line', async () => {
  const who = await owner(world)
  await refusals(who, 1)
  await world.database.sql('update clave.audit_events set personal = null where person_key = $1', [Buffer.from(who.person, 'hex')])
  const page = await (await signIn(world, who)).get(`${path}?tipo=attempts`)
  assert.match(page.text, /Alguien quiso ingresar con la clave bloqueada\. 22 de noviembre de 2026, 12:\d\d · Constancia/)
})
