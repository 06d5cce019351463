import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { minute, second } from '../../../src/domain/types.ts'
import type { Screen } from '../../support/browser.ts'
import { noon, worker } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { freshBrowser, mailPage, walker, walkTo, type Walker } from './walk.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

let people = 0
async function atMail(): Promise<{ who: Walker; screen: Screen }> {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  const who = walker(world, record, `correo${people}@example.org`)
  return { who, screen: await walkTo(world, who, 'figure-again') }
}

const mailsTo = (address: string): number => world.inbox.mails.filter(({ to }) => to === address).length
/** When the link of this person's mail ends; waits until the mail is handed over, which dates it (LINK-1). */
async function endOf({ record }: Walker): Promise<number> {
  for (let turn = 0; turn < 500; turn += 1) {
    const [row] = await world.database.sql<{ expires_at: number }>(`
      select l.expires_at from clave.links l join clave.outbox o on o.link_hash = l.token_hash
       where l.person_key = $1 and o.sent_at is not null order by l.created_at desc limit 1`, [Buffer.from(world.personKey(record.id), 'hex')])
    if (row) return row.expires_at
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the mail was not handed over')
}

const linkOf = (mail: { links: readonly string[] }): string => new URL(mail.links.find((link) => link.includes('/enlace/')) ?? '').pathname

test('LINK-2: the mail goes out with the form before; showing the page any number of times sends nothing', async () => {
  const { who, screen } = await atMail()
  assert.equal(screen.path, '/clave/correo')
  await world.inbox.waitFor(who.email)
  for (let turn = 0; turn < 20; turn += 1) await who.browser.get('/clave/correo')
  assert.equal(mailsTo(who.email), 1)
})

test('the form before, sent twice, sends one mail', async () => {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  const who = walker(world, record, `doble${people}@example.org`)
  const figure = await walkTo(world, who, 'figure')
  await Promise.all(Array.from({ length: 4 }, () => who.browser.submit(figure, 'Es esta', { figura: 'sol' })))
  await who.browser.submit(figure, 'Es esta', { figura: 'sol' })
  await world.inbox.waitFor(who.email)
  const [row] = await world.database.sql<{ mails: number }>("select count(*)::int as mails from clave.links where person_key = $1 and kind = 'confirm-address'", [Buffer.from(world.personKey(record.id), 'hex')])
  assert.equal(row?.mails, 1)
})

test('LINK-1: the page shows the address and until when the code is good, and the mail the same hour', async () => {
  const { who } = await atMail()
  const mail = await world.inbox.waitFor(who.email)
  const screen = await mailPage(who.browser)
  const until = /hasta las (\d\d:\d\d)/.exec(screen.text)?.[1] ?? 'none'
  assert.ok(screen.text.includes(who.email))
  assert.ok(mail.text.includes(until), until)
  assert.match(screen.body, /autocomplete="one-time-code"/)
  assert.match(screen.body, /inputmode="numeric"/)
})

test('X-09: the code is taken with spaces and hyphens; a slip in its form costs no try', async () => {
  const { who } = await atMail()
  const { code } = await world.inbox.waitFor(who.email)
  const screen = await mailPage(who.browser)
  for (const slip of ['', '123', '1234567a', '123456789']) {
    const answer = await who.browser.submit(screen, 'Confirmar', { codigo: slip })
    assert.match(answer.errors[0] ?? '', /Escriba los 8 dígitos/)
    assert.equal(answer.forms[0]?.fields['codigo'], slip)
  }
  const wrong = await who.browser.submit(screen, 'Confirmar', { codigo: code === '00000000' ? '11111111' : '00000000' })
  assert.match(wrong.errors[0] ?? '', /Le quedan 4 intentos/)
  const typed = ` ${code?.slice(0, 4)} - ${code?.slice(4)}\u00a0`
  assert.equal((await who.browser.submit(screen, 'Confirmar', { codigo: typed })).path, '/clave/condiciones')
})

test('LINK-3: five wrong codes use the mail up; the page offers another, which works', async () => {
  const { who } = await atMail()
  const first = await world.inbox.waitFor(who.email)
  const screen = await mailPage(who.browser)
  const wrong = first.code === '00000000' ? '11111111' : '00000000'
  let answer = screen
  for (let turn = 0; turn < 5; turn += 1) answer = await who.browser.submit(screen, 'Confirmar', { codigo: wrong })
  assert.equal(answer.heading, 'Ese código ya no sirve')
  const right = await who.browser.submit(screen, 'Confirmar', { codigo: first.code ?? '' })
  assert.equal(right.path, '/clave/correo')
  assert.equal(right.heading, 'Ese código ya no sirve')
  await who.browser.submit(right, 'Enviar otro correo')
  const second = await world.inbox.waitFor(who.email)
  assert.equal((await who.browser.submit(await mailPage(who.browser), 'Confirmar', { codigo: second.code ?? '' })).path, '/clave/condiciones')
})

test('LINK-1: 14:59 passes; at 15:01 the page says when it ended and offers another mail, with nothing to answer again', async () => {
  const [early, late] = [await atMail(), await atMail()]
  const [one, two] = [await world.inbox.waitFor(early.who.email), await world.inbox.waitFor(late.who.email)]
  const [pageOne, pageTwo] = [await mailPage(early.who.browser), await mailPage(late.who.browser)]
  const until = /hasta las (\d\d:\d\d)/.exec(pageTwo.text)?.[1]
  await world.clock.setNow((await endOf(early.who)) - second)
  assert.equal((await early.who.browser.submit(pageOne, 'Confirmar', { codigo: one.code ?? '' })).path, '/clave/condiciones')
  await world.clock.setNow((await endOf(late.who)) + second)
  const expired = await late.who.browser.submit(pageTwo, 'Confirmar', { codigo: two.code ?? '' })
  assert.equal(expired.heading, 'El código venció')
  assert.match(expired.text, new RegExp(`hasta las ${until}\\.`))
  await late.who.browser.submit(expired, 'Enviar otro correo')
  const again = await world.inbox.waitFor(late.who.email)
  assert.equal((await late.who.browser.submit(await mailPage(late.who.browser), 'Confirmar', { codigo: again.code ?? '' })).path, '/clave/condiciones')
})

test('LINK-3, 4: another mail ends the first; the sixth of an hour is refused with a clock time, and the last still works', async () => {
  const { who } = await atMail()
  const first = await world.inbox.waitFor(who.email)
  let screen = await mailPage(who.browser)
  let last = first
  for (let turn = 0; turn < 4; turn += 1) {
    screen = await who.browser.submit(screen, 'Enviar otro correo')
    assert.match(screen.text, /Le enviamos otro correo/)
    last = await world.inbox.waitFor(who.email)
    screen = await mailPage(who.browser)
  }
  const refused = await who.browser.submit(screen, 'Enviar otro correo')
  assert.match(refused.text, /Podrá pedir otro a las \d\d:\d\d a más tardar/)
  assert.equal(mailsTo(who.email), 5)
  assert.match((await who.browser.submit(screen, 'Confirmar', { codigo: first.code ?? '' })).errors[0] ?? '', /no es el código del último correo/)
  assert.equal((await who.browser.submit(screen, 'Confirmar', { codigo: last.code ?? '' })).path, '/clave/condiciones')
})

test('a wrong address is corrected in place: a new mail goes to the new one, and the code of the old one confirms nothing', async () => {
  const { who } = await atMail()
  const old = await world.inbox.waitFor(who.email)
  const contacts = await who.browser.get((await mailPage(who.browser)).link('Corregir mi correo'))
  assert.match(contacts.text, /le mandaremos otro correo/)
  const fresh = `nuevo-${who.email}`
  const screen = await who.browser.submit(contacts, 'Continuar', { 'Correo electrónico': fresh })
  assert.equal(screen.path, '/clave/correo')
  const next = await world.inbox.waitFor(fresh)
  const page = await mailPage(who.browser)
  assert.ok(page.text.includes(fresh))
  assert.equal((await who.browser.submit(page, 'Confirmar', { codigo: old.code ?? '' })).status, 422)
  assert.match((await who.browser.get(linkOf(old))).heading, /ya no sirve/)
  assert.equal((await who.browser.submit(page, 'Confirmar', { codigo: next.code ?? '' })).path, '/clave/condiciones')
})

test('an address the mail server refuses is told, with the way to correct it', async () => {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  const who = walker(world, record, `rebota${people}@example.org`)
  world.inbox.answer(who.email, 550)
  let screen = await walkTo(world, who, 'figure-again')
  for (let turn = 0; turn < 200 && screen.heading !== 'No pudimos entregar el correo'; turn += 1) screen = await who.browser.get('/clave/correo')
  assert.equal(screen.heading, 'No pudimos entregar el correo')
  assert.equal(screen.link('Corregir mi correo'), '/clave/contactos')
})

test('while the mail is on its way the page says so and renews itself', async () => {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  const who = walker(world, record, `lento${people}@example.org`)
  world.inbox.answer(who.email, 451, 451) // "come back later": the courier waits five seconds
  let screen = await walkTo(world, who, 'figure-again')
  for (let turn = 0; turn < 200 && !screen.text.includes('Estamos enviando un correo'); turn += 1) screen = await who.browser.get('/clave/correo')
  assert.match(screen.text, /Estamos enviando un correo/)
  assert.equal(screen.headers['refresh'], '4; url=/clave/correo')
  assert.equal(screen.forms.length, 0, 'nothing to type that a renewal could lose')
})

test('M-08: the token leaves the address at once, and the page where it lands does not hold it', async () => {
  const { who } = await atMail()
  const path = linkOf(await world.inbox.waitFor(who.email))
  const answer = await world.app.inject({ url: path })
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, '/enlace')
  const screen = await who.browser.get(path)
  assert.equal(screen.path, '/enlace')
  assert.ok(!screen.body.includes(path.split('/')[2] ?? '-'))
})

test('LINK-2: in the browser that began, the link shows one button, and only the button goes on', async () => {
  const { who } = await atMail()
  const path = linkOf(await world.inbox.waitFor(who.email))
  for (let turn = 0; turn < 5; turn += 1) await who.browser.get(path)
  assert.match((await who.browser.get('/clave/condiciones')).path, /^\/clave\/correo/)
  const landed = await who.browser.get(path)
  assert.ok(landed.text.includes(who.email))
  assert.deepEqual(landed.forms.flatMap(({ buttons }) => buttons), ['Clic para continuar'])
  assert.equal((await who.browser.submit(landed, 'Clic para continuar')).path, '/clave/condiciones')
  const again = await who.browser.get(path)
  assert.equal(again.heading, 'Su correo ya está confirmado')
  assert.equal(again.link('Seguir con mi trámite'), '/clave/condiciones')
})

test('LINK-2: another browser is shown the code and nothing to press; a post from it changes nothing', async () => {
  const { who } = await atMail()
  const mail = await world.inbox.waitFor(who.email)
  const other = freshBrowser(world)
  const landed = await other.get(linkOf(mail))
  assert.equal(landed.heading, 'Su código para continuar')
  assert.ok(landed.text.includes(`${mail.code?.slice(0, 4)} ${mail.code?.slice(4)}`))
  assert.equal(landed.forms.length, 0)
  const form = await other.get('/clave')
  const posted = await other.post('/enlace', { formulario: form.forms[0]?.fields['formulario'] ?? '' })
  assert.equal(posted.heading, 'Su código para continuar')
  assert.match((await who.browser.get('/clave/condiciones')).path, /^\/clave\/correo/)
  assert.equal((await who.browser.submit(await mailPage(who.browser), 'Confirmar', { codigo: mail.code ?? '' })).path, '/clave/condiciones')
  assert.equal((await other.get(linkOf(mail))).heading, 'Este enlace ya se usó')
})

test('LINK-2: a hundred looks by machines, with and without cookies, change nothing', async () => {
  const { who } = await atMail()
  const mail = await world.inbox.waitFor(who.email)
  const path = linkOf(mail)
  const rows = (): Promise<unknown> => world.database.sql('select consumed_at, superseded_at, tries_left, expires_at from clave.links where token_hash = sha256(convert_to($1, $2))', [path.split('/')[2], 'utf8'])
  await endOf(who)
  const before = await rows()
  for (let turn = 0; turn < 100; turn += 1) {
    const method = turn % 2 === 0 ? 'HEAD' : 'GET'
    await world.app.inject({ method, url: path, headers: { 'user-agent': 'Mozilla/5.0 (compatible; MailScanner)' } })
    if (turn % 10 === 0) await freshBrowser(world).get(path)
  }
  assert.deepEqual(await rows(), before)
  const landed = await who.browser.get(path)
  assert.equal((await who.browser.submit(landed, 'Clic para continuar')).path, '/clave/condiciones')
})

test('links that are mangled, old or unknown say so and show the way on', async () => {
  const { who } = await atMail()
  const mail = await world.inbox.waitFor(who.email)
  for (const path of [`${linkOf(mail).slice(0, -1)}`, '/enlace/x', `/enlace/${'A'.repeat(43)}`]) {
    const screen = await freshBrowser(world).get(path)
    assert.equal(screen.heading, 'Este enlace ya no sirve', path)
    assert.equal(screen.link('Empezar un trámite'), '/clave')
  }
  await mailPage(who.browser)
  await world.clock.advance(16 * minute)
  const here = await who.browser.get(linkOf(mail))
  assert.match(here.text, /Venció a las \d\d:\d\d/)
  assert.equal(here.link('Ir a mi trámite'), '/clave/correo')
})
