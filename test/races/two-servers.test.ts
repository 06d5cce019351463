/**
 * Overshoot 0 (L-02, M-05): 200 posts at once, on two server processes over one PostgreSQL, at the third and the ninth attempt of
 * proofing, at the fifth try of the key, and on one link.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { loadKeyring } from '../../src/security/keyring-file.ts'
import type { Browser, Screen } from '../support/browser.ts'
import { worker } from '../support/people.ts'
import { until } from '../support/post-office.ts'
import { startTwoServers, type TwoServers } from '../support/two-servers.ts'
import { makeKey, password } from '../support/journeys.ts'
import type { World } from '../support/world.ts'
import { answerWrong, identifyAs, rightAnswers, walkTo } from '../web/first-key/walk.ts'

const posts = 200
let two: TwoServers
/** The steps of a walk need a clock, an inbox and a look at the deck; the pages come from the servers. */
const world = (): World => two as unknown as World
before(async () => {
  two = await startTwoServers()
})
after(() => two.close())

/** A person, and browsers of strangers at both servers that stand before the questions. */
async function besieged(n: number, counts: { readonly usedToday: number; readonly usedInAll: number }): Promise<{ key: Buffer; browsers: { at: Browser; screen: Screen }[]; record: RegisterRecord }> {
  const record = worker(n)
  const key = await two.enrol(record)
  const browsers: { at: Browser; screen: Screen }[] = []
  for (let at = 0; at < 8; at += 1) {
    await two.database.sql('delete from clave.robot_tickets')
    const browser = two.browser((at % 2) as 0 | 1)
    browsers.push({ at: browser, screen: await identifyAs(world(), browser, record.id.value) })
  }
  // Attempts spent before: shown and failed, so that the plan stands and no deck is open.
  const [first] = browsers
  await first!.at.submit(first!.screen, 'Ver las preguntas')
  await two.database.sql(`update clave.proofing_attempts set open_attempt = null, used_today = $2::int, used_in_all = $3::int, last_attempt = $3::int, day = (clave.now() at time zone 'America/Guayaquil')::date where person_key = $1`,
    [key, counts.usedToday, counts.usedInAll])
  return { key, browsers, record }
}

const count = async (key: Buffer, type: string): Promise<number> =>
  Number((await two.database.sql<{ n: string }>('select count(*) as n from clave.audit_events where person_key = $1 and type = $2', [key, type]))[0]?.n)

for (const [name, n, spent] of [['third of the day', 0, { usedToday: 2, usedInAll: 2 }], ['ninth in all', 1, { usedToday: 0, usedInAll: 8 }]] as const) {
  test(`PROOF-2: ${posts} posts at the ${name}: one deck, one comparison`, async () => {
    const { key, browsers, record } = await besieged(n, spent)
    const shownBefore = await count(key, 'proofing.deck-shown')
    const screens = await Promise.all(Array.from({ length: posts }, (_, at) => {
      const { at: browser, screen } = browsers[at % browsers.length]!
      return browser.submit(screen, 'Ver las preguntas')
    }))
    assert.equal(await count(key, 'proofing.deck-shown') - shownBefore, 1)
    const questions = screens.filter(({ path }) => path.startsWith('/clave/preguntas'))
    assert.ok(questions.length > 0)
    assert.equal(new Set(questions.map(({ text }) => text)).size, 1, 'everybody sees the same deck')
    const typed = { ...await rightAnswers(world(), { browser: browsers[0]!.at, record, email: '' }), 'nacimiento-year': '1931' }
    await Promise.all(Array.from({ length: posts }, (_, at) => browsers[at % browsers.length]!.at.submit(hereOf(questions[0]!, screens[at]!), 'Enviar mis respuestas', typed)))
    assert.equal(await count(key, 'proofing.failed'), 1)
    await Promise.all(Array.from({ length: posts }, (_, at) => browsers[at % browsers.length]!.at.submit(browsers[at % browsers.length]!.screen, 'Ver las preguntas')))
    assert.equal(await count(key, 'proofing.deck-shown') - shownBefore, 1)
    const [row] = await two.database.sql<{ used_in_all: number }>('select used_in_all from clave.proofing_attempts where person_key = $1', [key])
    assert.equal(row?.used_in_all, spent.usedInAll + 1)
  })
}

/** The form this browser would send: its own token, the deck all of them see. */
function hereOf(questions: Screen, own: Screen): Screen {
  return own.path.startsWith('/clave/preguntas') ? own : questions
}

test(`LOGIN-1: ${posts} posts at the fifth try: one comparison`, async () => {
  const record = worker(2)
  const key = await two.enrol(record)
  await two.database.sql(`insert into clave.login_attempts values ($1, 'stranger', 4, 4, '-infinity')`, [key])
  const browsers = await Promise.all(Array.from({ length: 8 }, async (_, at) => {
    const browser = two.browser((at % 2) as 0 | 1)
    return { browser, screen: await browser.get('/ingresar') }
  }))
  const answers = await Promise.all(Array.from({ length: posts }, (_, at) => {
    const { browser, screen } = browsers[at % browsers.length]!
    return browser.submit(screen, 'Ingresar', { 'Número de cédula': record.id.value, Clave: 'no es la clave de nadie' })
  }))
  assert.equal(await count(key, 'login.failed'), 1)
  const [row] = await two.database.sql<{ in_a_row: number; since_success: number }>('select in_a_row, since_success from clave.login_attempts where person_key = $1', [key])
  assert.deepEqual(row, { in_a_row: 5, since_success: 5 })
  assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort().filter((status) => status !== 503), [422], 'one answer for all that got a place in the queue')
})

test(`LINK-3: ${posts} posts of one link: used once`, async () => {
  const record = worker(3)
  const key = await two.enrol(record)
  await two.database.sql('delete from clave.robot_tickets')
  const browser = two.browser(0)
  await walkTo(world(), { browser, record, email: 'carrera@example.org' }, 'figure-again')
  const mail = await two.inbox.waitFor('carrera@example.org')
  const path = new URL(mail.links.find((link) => link.includes('/enlace/'))!).pathname
  const landing = await browser.get(path)
  const other = two.browser(1)
  for (const [name, value] of browser.cookies) other.cookies.set(name, value)
  await Promise.all(Array.from({ length: posts }, (_, at) => (at % 2 === 0 ? browser : other).submit(landing, 'Clic para continuar')))
  assert.equal(await count(key, 'link.consumed'), 1)
})

test('SESSION-1: a session ended at one server is over at the other within a second', async () => {
  const record = worker(4)
  await two.enrol(record)
  await makeKey(world(), record, 'sesion@example.org')
  const [one, other] = [two.browser(0), two.browser(1)]
  const home = await one.submit(await one.get('/ingresar'), 'Ingresar', { 'Número de cédula': record.id.value, Clave: password })
  assert.equal(home.path, '/mi-clave')
  for (const [name, value] of one.cookies) other.cookies.set(name, value)
  assert.equal((await other.get('/mi-clave')).path, '/mi-clave')
  await one.submit(home, 'Salir')
  const ended = Date.now()
  assert.match((await other.get('/mi-clave')).path, /^\/ingresar/)
  assert.ok(Date.now() - ended < 1_000)
})

test('D-03: a key destroyed by a command is forgotten by both servers within seconds, and the person can begin anew at either', async () => {
  const record = worker(5)
  await two.enrol(record)
  await makeKey(world(), record, 'primera@example.org')
  const main = join(import.meta.dirname, '../../src/cli/main.ts')
  execFileSync(process.execPath, [main, 'person', 'erase', '--case', 'LOPDP-1'], {
    env: { PATH: process.env['PATH'], DATABASE_URL: two.database.url, CLAVE_KEYS: two.keysFile }, input: `${record.id.value}\nERASE\n`, stdio: ['pipe', 'ignore', 'inherit'],
  })
  const told = (): number => two.logs.join('').split('the key ring was read again').length - 1
  await until('both read the ring again', () => told() === 2)
  two.keyring.adopt(loadKeyring(two.keysFile)) // this process walks the journey, with a ring of its own
  await makeKey(world(), record, 'segunda@example.org')
  // A sign-in seals the place: with a ring that still had the first key the database would refuse it.
  for (const server of [0, 1] as const) {
    const browser = two.browser(server)
    await browser.submit(await browser.get('/ingresar'), 'Ingresar', { 'Número de cédula': record.id.value, Clave: password })
    assert.match((await browser.get('/mi-clave/contactos')).text, /segunda@example\.org/)
  }
})

test('PROOF-11: two processes trip the breaker with one alarm and one line of log; both divert, and sign-in works at both', async () => {
  const failing = worker(20)
  const owner = worker(21)
  for (const record of [failing, owner]) await two.enrol(record)
  await makeKey(world(), owner, 'interruptor@example.org')
  await two.database.sql('delete from clave.robot_tickets')
  const at = [two.browser(0), two.browser(1)] as const
  const ready = [await identifyAs(world(), at[0], failing.id.value), await identifyAs(world(), at[1], failing.id.value)] as const
  await two.database.sql('delete from clave.proofing_failures') // of the tests before
  await two.database.sql("insert into clave.proofing_failures values (date_trunc('minute', clave.now()), 0, 40000)")
  await answerWrong(world(), { browser: at[0], record: failing, email: '' }, await at[0].submit(ready[0], 'Ver las preguntas'))
  const said = (): number => two.logs.join('').split('"alarm":"breaker"').length - 1
  const diverted = async (browser: Browser): Promise<boolean> => /primero un código/.test((await browser.get('/clave/preparar')).heading)
  for (let turn = 0; turn < 120 && !((await diverted(at[0])) && (await diverted(at[1])) && said() > 0); turn += 1) await sleep(250)
  for (const browser of at) assert.ok(await diverted(browser))
  await sleep(1_000)
  assert.equal(said(), 1)
  const [row] = await two.database.sql("select (select count(*)::int from clave.alarms where code = 'breaker') as alarms, (select count(*)::int from clave.audit_events where type = 'alarm.raised' and facts->>'code' = 'breaker') as events, (select most::int from clave.alarms where code = 'breaker') as most")
  assert.deepEqual(row, { alarms: 1, events: 1, most: 40_001 })
  for (const server of [0, 1] as const) {
    const browser = two.browser(server)
    assert.equal((await browser.submit(await browser.get('/ingresar'), 'Ingresar', { 'Número de cédula': owner.id.value, Clave: password })).path, '/mi-clave')
  }
})

test('ID-3: no number, name, address or token stands in the logs', () => {
  const text = two.logs.join('')
  const tokens = two.inbox.mails.flatMap(({ links }) => links.map((link) => link.split('/').pop()!))
  assert.ok(tokens.length > 0)
  assert.ok(text.includes('"route"'), 'there is a log')
  for (const secret of [worker(0).id.value, worker(3).id.value, worker(3).surnames, 'carrera@example.org', ...tokens]) assert.ok(!text.includes(secret), secret)
})
