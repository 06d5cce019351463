/**
 * AUDIT-2, D-01, ID-3: unmistakable values of a person, of the bank and of every secret pass through the whole program; afterwards they are
 * in no dump, data file, write-ahead log or program log, in no writing. The search is proven by values planted on purpose.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import type { RegisterRecord } from '../../src/domain/person.ts'
import type { Browser, Screen } from '../support/browser.ts'
import { until } from '../support/post-office.ts'
import { addressVariables, systemBinaries } from '../support/postgres-engines.ts'
import { worker } from '../support/people.ts'
import { startTwoServers, type TwoServers } from '../support/two-servers.ts'
import type { World } from '../support/world.ts'
import { answerRight, answerWrong, identifyAs, mailPage } from '../web/first-key/walk.ts'

delete process.env[addressVariables.server] // a cluster of its own, whose files hold nothing else

const email = 'zarigueya.nocturna@canario.example'
const secondEmail = 'murcielago.albino@canario.example'
const key = 'gutapercha nomeolvides farolillo 83'
const wrongKey = 'berenjena equivocada tarambana 91'
const answers = ['Tarambana Violeta', 'Chirimbolo Añil', 'Zascandil Ámbar']
const base = worker(8)
const person: RegisterRecord = {
  ...base,
  givenNames: 'Zarzaparrilla Quetzalcóatl', surnames: 'Ñandubayosa Xochimilquense',
  aliases: [{ type: 'extranjero', value: 'EX7391642' }],
  contacts: [
    { kind: 'email', value: 'abejaruco.antiguo@canario.example', verifiedBy: 'office', since: '2023-05-01' },
    { kind: 'mobile', value: '+593987391642', verifiedBy: 'code', since: '2023-05-01' },
  ],
  represents: [{ ruc: '1793916420001', branch: '0001', from: '2022-01', to: null }],
  account: { bank: 'Cooperativa Zumbambicospa', since: '2021-04' },
}

let two: TwoServers
const world = (): World => two as unknown as World
/** What went out in mails, cookies and pages and must be nowhere in clear. */
const issued: string[] = []
const known = (): readonly string[] => [
  email, secondEmail, key, wrongKey, ...answers, '+593991873642', '0991873642', person.id.value, person.givenNames, person.surnames, 'EX7391642', '1793916420001',
  'Zumbambicospa', 'abejaruco.antiguo@canario.example', '+593987391642', person.jobs?.[0]?.employer ?? email, person.birthDate, ...issued,
]

before(async () => {
  two = await startTwoServers()
  const file = join(mkdtempSync(join(tmpdir(), 'clave-canary-')), 'register.ndjson')
  writeFileSync(file, `${JSON.stringify(person)}\n`)
  const output = execFileSync(join(import.meta.dirname, '../../bin/clave'), ['register', 'import', file], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATABASE_URL: two.database.url, CLAVE_KEYS: two.keysFile }, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8',
  })
  assert.match(output, /new people +1\n/)
  rmSync(dirname(file), { recursive: true })
  await walk()
}, { timeout: 120_000 })
after(() => two?.close())

/** The journey with a failure on the way, a sign-in with a wrong key and a right one, and «No fui yo». */
async function walk(): Promise<void> {
  const browser = two.browser(0)
  const who = { browser, record: person, email }
  const ready = await identifyAs(world(), browser, person.id.value)
  const failed = await answerWrong(world(), who, await browser.submit(ready, 'Ver las preguntas'))
  assert.match(failed.text, /Alguna respuesta no es correcta/)
  const contacts = await answerRight(world(), who, await browser.submit(failed, 'Ver las preguntas'))
  const personal = await browser.submit(contacts, 'Continuar', { correo: email, correo2: secondEmail, telefono: '0991873642' })
  const chosen = ['first-teacher', 'first-boss', 'neighbour'].flatMap((question, at) => [[`pregunta-${at + 1}`, question], [`respuesta-${at + 1}`, answers[at]]])
  const figure = await browser.submit(personal, 'Continuar', Object.fromEntries(chosen) as Record<string, string>)
  await browser.submit(await browser.submit(figure, 'Elegir', { figura: 'sol' }), 'Es esta', { figura: 'sol' })
  const mail = await two.inbox.waitFor(email)
  issued.push(mail.code ?? '', ...tokensIn(mail.links), browser.cookies.get('journey') ?? '')
  const terms = await browser.submit(await confirmed(browser), 'Confirmar', { codigo: mail.code ?? '' })
  const password = await browser.submit(terms, 'Continuar', { acepto: 'si' })
  const receipt = await browser.submit(password, 'Generar la clave', { clave: key, repetida: key })
  assert.equal(receipt.heading, 'Su clave está lista')
  await signIn(browser, wrongKey)
  await two.clock.advance(60_000)
  const home = await signIn(browser, key)
  assert.match(home.heading, /Zarzaparrilla/)
  issued.push(browser.cookies.get('session') ?? '')
  const notice = await two.inbox.waitFor(email)
  issued.push(...tokensIn(notice.links))
  const ask = await two.browser(1).get(new URL(notice.links.find((link) => link.includes('/no-fui-yo/'))!).pathname)
  assert.equal(ask.status, 200)
  await until('every mail is out', async () => (await two.database.sql('select from clave.outbox where sent_at is null')).length === 0)
}

const signIn = async (browser: Browser, typed: string): Promise<Screen> => browser.submit(await browser.get('/ingresar'), 'Ingresar', { cedula: person.id.value, clave: typed })
const confirmed = (browser: Browser): Promise<Screen> => mailPage(browser)
const tokensIn = (links: readonly string[]): string[] => links.map((link) => link.split('/').at(-1) ?? '').filter((part) => part.length > 20)

/** Every writing in which a value could lie somewhere, as bytes. Base64 has three, by where the value begins. */
function writings(value: string): readonly Buffer[] {
  const plain = value.normalize('NFD').replace(/\p{M}/gu, '')
  const texts = [value, value.toLowerCase(), value.toUpperCase(), plain, plain.toLowerCase(), value.normalize('NFD'), value.replace(/\s/g, ''), encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]
  const encoded = [...new Set(texts)].flatMap((text) => {
    const bytes = Buffer.from(text)
    const base64 = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '').slice(shift === 0 ? 0 : 4, -2))
    return [text, bytes.toString('hex'), bytes.toString('hex').toUpperCase(), ...base64, ...base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'))]
  })
  const words = [...encoded.map((each) => Buffer.from(each)), Buffer.from(value, 'utf16le')]
  return [...new Map(words.filter((each) => each.length >= 8).map((each) => [each.toString('latin1'), each])).values()]
}

function found(values: readonly string[], where: Iterable<readonly [string, Buffer]>): string[] {
  const wanted = values.flatMap((value) => writings(value).map((bytes) => [value, bytes] as const))
  return [...where].flatMap(([name, content]) => wanted.filter(([, bytes]) => content.includes(bytes)).map(([value]) => `${value} in ${name}`))
}

function* filesUnder(folder: string, wanted: (path: string) => boolean): Generator<readonly [string, Buffer]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && wanted(path)) yield [path, readFileSync(path)]
  }
}

/** The files of this database and of everything the databases of a cluster share; the empty ones it was cloned from are left out. */
async function dataFiles(): Promise<(readonly [string, Buffer])[]> {
  const folder = await dataFolder()
  const [row] = await two.database.sql<{ oid: number }>('select oid::int from pg_database where datname = current_database()')
  return [...filesUnder(folder, (path) => !path.includes('/base/') || path.includes(`/base/${row!.oid}/`) || path.includes('pgsql_tmp'))]
}

async function dataFolder(): Promise<string> {
  await two.database.sql('select pg_switch_wal()')
  await two.database.sql('checkpoint')
  const [row] = await two.database.sql<{ data_directory: string }>('show data_directory')
  return row!.data_directory
}

function dump(): Buffer {
  return execFileSync(join(systemBinaries()!, 'bin', 'pg_dump'), ['--inserts', two.database.url], { maxBuffer: 100_000_000 })
}

test('no dump holds one', () => {
  const text = dump()
  assert.ok(text.length > 10_000 && text.includes('audit_events'))
  assert.deepEqual(found(known(), [['the dump', text]]), [])
})

test('no data file, no write-ahead log and no log of the database server holds one', async () => {
  const files = await dataFiles()
  assert.ok(files.some(([name]) => name.includes('/pg_wal/')) && files.length > 200)
  assert.deepEqual(found(known(), files), [])
  const log = readFileSync(join(dirname(await dataFolder()), 'postgres.log'))
  assert.deepEqual(found(known(), [['the log of the server', log]]), [])
})

test('no log of the program holds one, though it logs all it can', () => {
  const text = two.logs.join('')
  assert.ok(text.includes('"route":"/clave/nueva-clave"'), 'the journey is in the log')
  assert.deepEqual(found(known(), [['the logs', Buffer.from(text)]]), [])
})

test('the values really are there: the program finds the person and its mails, and shows the name', async () => {
  const [people] = await two.database.sql<{ n: number }>('select count(*)::int as n from clave.people')
  const [contacts] = await two.database.sql<{ n: number }>('select count(*)::int as n from clave.contacts')
  assert.deepEqual([people?.n, contacts?.n], [1, 3])
})

test('the search finds what is planted: as text and as bytes, in the dump, the data files and the write-ahead log', async () => {
  const planted = ['Pachamanca Estrambótica', 'zangolotino.verde@canario.example']
  await two.database.sql('create table public.scratch (a text, b bytea, c text)')
  await two.database.sql('insert into public.scratch values ($1, $2, $3)', [planted[0], Buffer.from(planted[1]!), Buffer.from(`x${planted[1]!}yz`).toString('base64')])
  const hits = new Set(found(planted, [['the dump', dump()], ...(await dataFiles())]).map((hit) => hit.replace(/ in .*\/(pg_wal|base)\/.*/, ' in $1')))
  for (const value of planted) for (const where of ['the dump', 'base', 'pg_wal']) assert.ok(hits.has(`${value} in ${where}`), `${value} in ${where}: ${[...hits].join('; ')}`)
  await two.database.sql('drop table public.scratch')
})
