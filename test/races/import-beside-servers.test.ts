/**
 * A later import, differences only, beside two servers that answer: the import is held in the middle of storing a batch, with everything it locks
 * locked, and nobody waits for it. What it says holds from its commit on, everywhere.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { issueKey } from '../../src/app/issue-key.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { makeImportDeps } from '../../src/import-deps.ts'
import { importRegister, type ImportReport } from '../../src/register/import.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { fileOf, inPieces, invented } from '../register/import-world.ts'
import type { Browser, Screen } from '../support/browser.ts'
import { makeKey, origin, password, walkToPassword } from '../support/journeys.ts'
import { worker } from '../support/people.ts'
import { startTwoServers, type TwoServers } from '../support/two-servers.ts'
import { signIn } from '../support/unlocking.ts'
import type { World } from '../support/world.ts'
import { deckOf, identifyAs, walkTo } from '../web/first-key/walk.ts'

let two: TwoServers
let db: Database
const world = (): World => two as unknown as World
const [living, dying, asked, late] = [worker(0), worker(1), worker(2), worker(3)]
const others = invented(600, 77).filter(({ id }) => ![living, dying, asked, late].some((one) => one.id.value === id.value))

before(async () => {
  two = await startTwoServers()
  db = openDatabase({ ...two.database.config, connections: 2, statementTimeout: 0 })
  await run([living, dying, asked, late, worker(4), worker(5), worker(6), ...others])
  for (const [record, email] of [[living, 'vive@example.org'], [dying, 'muere@example.org']] as const) assert.equal((await makeKey(world(), record, email)).is, 'issued')
})
after(async () => {
  await db.close()
  await two.close()
})

function run(records: readonly RegisterRecord[]): Promise<ImportReport> {
  return importRegister(inPieces(Buffer.from(fileOf(records)), 64 * 1024), makeImportDeps(db, two.keyring, defaultPolicy), {
    onBadLine: 'stop', fromStart: true, onProgress: () => undefined, onBadLineFound: () => undefined, onNote: () => undefined,
  })
}

/** An import that stands still when its people are written and not yet committed, until it is let go. */
async function held(records: readonly RegisterRecord[]): Promise<() => Promise<ImportReport>> {
  const { sql } = two.database
  await sql(`create function clave.wait_for_the_test() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(42); return new; end'`)
  await sql('create trigger held before update on clave.register_imports for each row execute function clave.wait_for_the_test()')
  await sql('select pg_advisory_lock(42)')
  const importing = run(records)
  const standing = async (): Promise<boolean> => (await sql("select from pg_locks where locktype = 'advisory' and objid = 42 and not granted")).length > 0
  while (!(await standing())) await sleep(10)
  return async () => {
    await sql('select pg_advisory_unlock(42)')
    return await importing
  }
}

interface SignedIn { readonly living: Browser; readonly dying: Browser }

/** What people do all day, at both servers at once. Answers how long the slowest of it took, in milliseconds. */
async function traffic(open: SignedIn, newcomer: RegisterRecord): Promise<number> {
  await two.database.sql('delete from clave.robot_tickets')
  const home = async (browser: Browser): Promise<void> => assert.equal((await browser.get('/mi-clave')).path, '/mi-clave')
  const journey = async (record: RegisterRecord): Promise<void> => {
    const browser = two.browser(1)
    const screen = await identifyAs(world(), browser, record.id.value)
    assert.equal((await browser.submit(screen, 'Ver las preguntas')).path, '/clave/preguntas')
  }
  const began = performance.now()
  await Promise.all([
    ...Array.from({ length: 10 }, () => home(open.living)), home(open.dying),
    signIn(two.browser(0), living.id.value).then(({ path }) => assert.equal(path, '/mi-clave')),
    signIn(two.browser(1), dying.id.value).then(({ path }) => assert.equal(path, '/mi-clave')),
    journey(newcomer),
  ])
  return performance.now() - began
}

test('SESSION-1, PROOF-1, 4, 7: a day with an import in the middle of it', async () => {
  const open: SignedIn = { living: two.browser(0), dying: two.browser(1) }
  for (const [browser, record] of [[open.living, living], [open.dying, dying]] as const) assert.equal((await signIn(browser, record.id.value)).path, '/mi-clave')
  const usual = await traffic(open, worker(4))

  await two.database.sql('delete from clave.robot_tickets')
  const asking = two.browser(0)
  const shown = await walkTo(world(), { browser: asking, record: asked, email: '' }, 'prepare')
  const deck = await deckOf(world(), asking)
  const oneStepAway = await walkToPassword(world(), late, 'tarde@example.org')

  const moved = { ...asked, wages: asked.wages?.map((wage) => ({ ...wage, amount: `1${wage.amount}` })), jobs: asked.jobs?.slice(0, 1), contributions: 3 }
  const fresh = invented(40, 78)
  const dead = (record: RegisterRecord): RegisterRecord => ({ ...record, status: 'deceased', deathDate: '2026-11-01' })
  const letGo = await held([{ ...living, contributions: 7 }, dead(dying), dead(late), moved, ...others.slice(0, 300).map((record) => ({ ...record, contributions: 5 })), ...fresh])

  const during = await traffic(open, worker(5))
  assert.ok(during < 4 * usual + 2_000, `${Math.round(during)} ms, usually ${Math.round(usual)}`)
  assert.equal((await makeKey(world(), worker(6), 'nueva@example.org')).is, 'issued', 'a key is made too')
  const { counts } = await letGo()
  const committed = performance.now()

  // The person who died: signed out at both servers, and refused like anybody with a wrong key.
  assert.match((await open.dying.get('/mi-clave')).path, /^\/ingresar/)
  assert.ok(performance.now() - committed < 1_000, 'SESSION-1: within a second')
  const refused = (screen: Screen) => [screen.status, screen.path]
  assert.deepEqual(refused(await signIn(two.browser(0), dying.id.value)), refused(await signIn(two.browser(0), worker(4).id.value, 'no es la clave de nadie')))
  assert.equal(counts.changed >= 300 && counts.added > 0 && counts.bad === 0, true, JSON.stringify(counts))
  // Who had proven to be somebody that is dead now makes no key, however far they came.
  assert.notEqual((await issueKey(two.deps, await oneStepAway.read(), password, origin)).is, 'issued')
  assert.deepEqual(await two.database.sql('select from clave.accounts where person_key = $1', [Buffer.from(two.keyring.personKey(late.id), 'hex')]), [])
  // Who lives goes on.
  assert.equal((await open.living.get('/mi-clave')).path, '/mi-clave')
  // The deck on the table is the deck on the table, in every tab, and costs nothing again.
  assert.deepEqual(await deckOf(world(), asking), deck)
  assert.equal((await asking.get('/clave/preguntas')).text, shown.text)
  await two.database.sql('delete from clave.robot_tickets')
  const tab = two.browser(1)
  await identifyAs(world(), tab, asked.id.value)
  assert.deepEqual(await deckOf(world(), tab), deck)
  assert.equal((await tab.get('/clave/preguntas')).text, shown.text)
  const [row] = await two.database.sql<{ used_in_all: number }>('select used_in_all from clave.proofing_attempts where person_key = $1', [Buffer.from(two.keyring.personKey(asked.id), 'hex')])
  assert.equal(row?.used_in_all, 1)
})
