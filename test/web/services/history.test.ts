import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { RegisterRecord } from '../../../src/domain/person.ts'
import { serviceNames, serviceOf } from '../../../src/domain/services.ts'
import { serviceWords } from '../../../src/web/texts/services/service-words.ts'
import { inventedToday, noon, thinFile } from '../../support/people.ts'
import { labourHistory } from '../../../src/domain/labour-history.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, owner, signIn, type Owner } from '../my-key/signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/servicios/historia-laboral'
/** As if the register had said this of the person from the start. */
async function withRecord(who: Owner, change: Partial<RegisterRecord>): Promise<Owner> {
  const record = { ...who.record, ...change }
  await world.enrol(record)
  return { ...who, record }
}

function* elements(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) if ('tagName' in child) {
    yield child
    yield* elements(child)
  }
}

test('without a session there is nothing to see', async () => {
  for (const each of [path, '/servicios']) assert.match((await world.browser().get(each)).path, /^\/ingresar\?aviso=sesion/)
})

test('a key on probation reads: years, employers, months, wages and gaps as the register has them', async () => {
  const now = await world.clock.now()
  const who = await owner(world, { probationUntil: now + 72 * 3_600_000 })
  const page = await (await signIn(world, who)).get(path)
  assert.equal(page.status, 200)
  const history = labourHistory(who.record, inventedToday)
  assert.ok(history.years.length > 3)
  for (const { year, lines } of history.years) for (const { employer } of lines) assert.ok(page.text.includes(`${year} ${employer}`), `${year} ${employer}`)
  assert.ok(page.text.includes(`Meses con trabajo ${history.months}`))
})

test('gaps are rows of their own, wages say of how many months they are', async () => {
  const who = await withRecord(await owner(world), {
    jobs: [
      { ruc: 'r1', employer: 'Florícola El Rosal S.A.', province: '17', canton: 'Cayambe', from: '2025-01', to: '2025-04' },
      { ruc: 'r2', employer: 'Ñandú & Hijos', province: '17', canton: 'Quito', from: '2025-08', to: null },
    ],
    wages: [{ month: '2025-03', ruc: 'r1', amount: '612.50' }, { month: '2025-04', ruc: 'r1', amount: '700.00' }], contributions: 20,
  })
  const page = await (await signIn(world, who)).get(path)
  assert.match(page.text, /2025 Florícola El Rosal S\.A\. Sueldos: \$1\.312,50 \(se conocen 2 meses\) 4/)
  assert.match(page.text, /2025 Sin trabajo registrado de mayo a julio 0/)
  assert.match(page.text, /2026 Ñandú & Hijos 11/)
  assert.match(page.text, /Total Sueldos: \$1\.312,50 \(se conocen 2 meses\) 20/)
})

test('the picture has a name, a description and no colour or style of its own', async () => {
  const page = await (await signIn(world, await owner(world))).get(path)
  const svg = [...elements(parse(page.body))].find(({ tagName, attrs }) => tagName === 'svg' && attrs.some(({ value }) => value === 'clave-chart'))!
  const attr = Object.fromEntries(svg.attrs.map(({ name, value }) => [name, value]))
  assert.equal(attr['role'], 'img')
  const inside = [...elements(svg)]
  for (const id of attr['aria-labelledby']!.split(' ')) assert.ok(inside.some((each) => each.attrs.some(({ name, value }) => name === 'id' && value === id)), id)
  assert.ok(inside.filter(({ tagName }) => tagName === 'rect').length > 3)
  for (const { attrs } of [svg, ...inside]) assert.ok(!attrs.some(({ name }) => ['style', 'fill', 'stroke'].includes(name)))
})

test('the copy opens in a spreadsheet, has no formulas, and each one is written down', async () => {
  const who = await withRecord(await owner(world), {
    jobs: [{ ruc: '1790012345001', employer: '=cmd|"x"; S.A.', province: '17', canton: 'Quito', from: '2026-09', to: '2026-10' }],
    wages: [{ month: '2026-10', ruc: '1790012345001', amount: '1612.05' }],
  })
  const browser = await signIn(world, who)
  const copy = await browser.submit(await browser.get(path), 'Descargar')
  assert.match(String(copy.headers['content-disposition']), /attachment; filename="historia-laboral\.csv"/)
  assert.equal(copy.headers['cache-control'], 'no-store')
  const [head, line, end] = copy.body.split('\r\n')
  assert.equal(head, '\ufeff"Año";"RUC";"Empleador";"Meses";"Meses con sueldo registrado";"Sueldos"')
  assert.equal(line, '"2026";"1790012345001";"\'=cmd|""x""; S.A.";"2";"1";"1612,05"')
  assert.equal(end, '')
  assert.equal((await eventsOf(world, who)).filter((type) => type === 'data.exported').length, 1)
})

test('AUDIT-1: a use is written down once a session, however often the page is looked at', async () => {
  const who = await owner(world)
  const uses = async (): Promise<number> => (await eventsOf(world, who)).filter((type) => type === 'service.used').length
  const browser = await signIn(world, who)
  for (let i = 0; i < 3; i++) await browser.get(path)
  assert.equal(await uses(), 1)
  await world.clock.advance(60_000)
  await (await signIn(world, who)).get(path)
  assert.equal(await uses(), 2)
})

test('who has no labour history is told so kindly, and what to do', async () => {
  const thin = thinFile()
  const who = await withRecord(await owner(world), { jobs: [], wages: [], contributions: thin.contributions ?? 0 })
  const page = await (await signIn(world, who)).get(path)
  assert.match(page.text, /Todavía no hay trabajo registrado a su nombre/)
  assert.doesNotMatch(page.body, /clave-chart|<table/)
})

test('in English too', async () => {
  const browser = await signIn(world, await owner(world))
  const page = await browser.get(`${path}?idioma=en`)
  assert.equal(page.heading, 'Labour history')
  assert.match(page.text, /Year by year/)
})

test('the list of services leads to each, says its class, and is in the menu of the signed-in pages', async () => {
  const browser = await signIn(world, await owner(world))
  const list = await browser.get((await browser.get('/mi-clave')).link('servicios en línea'))
  assert.equal(list.path, '/servicios')
  assert.match(list.text, /Historia laboral Consulta/)
  assert.equal(list.link('Historia laboral'), path)
})

test('the portal lists every service of the catalogue with its class, and each leads to a page behind the gate', async () => {
  const stranger = world.browser()
  const portal = await stranger.get('/afiliados/servicios-en-linea')
  const { names, classes } = serviceWords.es
  const browser = await signIn(world, await owner(world))
  for (const name of serviceNames) {
    const service = serviceOf(name)
    assert.ok(portal.text.includes(`${names[name].name} ${classes[service.class]}`), name)
    assert.equal(portal.link(names[name].name), service.path)
    assert.match((await stranger.get(service.path)).path, /^\/ingresar\?aviso=sesion/, name)
    assert.equal((await browser.get(service.path)).status, 200, name)
  }
})
