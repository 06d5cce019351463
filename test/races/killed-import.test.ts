/**
 * An import that is killed at any moment, or whose database is, and is called again, ends like one that nobody killed. `CLAVE_KILLS=200` kills that
 * often; a few times unless given. A failure names the moments.
 */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../../src/store/database.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { migrate } from '../../src/store/migrate.ts'
import { findServer } from '../../src/store/postgres-server.ts'
import { fileOf, importWorld, invented, type ImportWorld } from '../register/import-world.ts'

const kills = Number(process.env['CLAVE_KILLS'] ?? 4)
const main = join(import.meta.dirname, '../../src/cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'clave-killed-'))
const [file, keys] = [join(folder, 'register.ndjson'), join(folder, 'keys.json')]

/** Four batches: everybody, a third of them changed, and foreigners with a cédula whose code had a record before. */
const people = invented(5_000)
const codes = people.filter(({ aliases = [] }) => aliases.length > 0).map((record) => ({ ...record, id: record.aliases![0]!, aliases: undefined, represents: undefined }))
const lines = fileOf([...codes, ...people, ...people.filter((_, n) => n % 3 === 0).map((record) => ({ ...record, contributions: 9 }))])

let world: ImportWorld
let expected: { rows: unknown[]; aliases: unknown[] }
before(async () => {
  world = await importWorld('server')
  writeFileSync(file, lines)
  writeFileSync(keys, world.keyringFile)
  await world.importText(lines, { batchSize: 4 * 1024 * 1024 })
  expected = { rows: await world.rows(), aliases: await world.aliases() }
  assert.ok(expected.rows.length === 5_000 && expected.aliases.length > 20)
  await world.database.sql('truncate clave.people, clave.aliases, clave.register_imports')
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.end()
})

interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

function startImport(url: string): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [main, 'register', 'import', file, '--json'], { env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: url, CLAVE_KEYS: keys } })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => { out += text })
  child.stderr.on('data', (text) => { err += text })
  return { child, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, out, err })) }
}

type Ask = <Row>(text: string) => Promise<Row[]>

/** Answers when the import has begun to read, or goes on: it takes as long to load as to work, and killing it before would show little. */
async function underWay(ask: Ask, child: ChildProcess, before: number): Promise<void> {
  const begun = async (): Promise<boolean> => (await ask<{ n: number }>(importing))[0]!.n > 0 || (await progress(ask)) > before
  while (child.exitCode === null && !(await begun())) await sleep(5)
}

const importing = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and application_name = 'clave' and pid <> pg_backend_pid() and query like '%register_imports%'`

const progress = async (ask: Ask): Promise<number> => (await ask<{ lines_done: number }>('select lines_done from clave.register_imports order by id desc limit 1'))[0]?.lines_done ?? 0

test(`killed with -9 at ${kills} moments and called again, it ends as if nobody had`, async () => {
  const ask: Ask = (text) => world.database.sql(text)
  const moments: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const done = await progress(ask)
    const { child, ended } = startImport(world.database.url)
    await underWay(ask, child, done)
    const wait = Math.random() * 600
    await sleep(wait)
    child.kill('SIGKILL')
    const { code } = await ended
    moments.push(`${Math.round(wait)} ms, then line ${await progress(ask)}`)
    if (code !== 0) continue
    await world.database.sql('truncate clave.people, clave.aliases, clave.register_imports') // it was quicker; once more from the start
  }
  const last = await startImport(world.database.url).ended
  assert.equal(last.code, 0, last.err)
  assert.deepEqual({ rows: await world.rows(), aliases: await world.aliases() }, expected, moments.join('; '))
})

test('the database server killed with -9 in the middle: a sentence, and afterwards the same', async () => {
  const home = join(folder, 'home')
  const first = await startEmbeddedPostgres({ home })
  await migrate({ url: first.url })
  const [watch, interrupted] = [openDatabase({ url: first.url, connections: 1 }), startImport(first.url)]
  const ask: Ask = (text) => watch.transaction(async (tx) => (await tx.client.query(text)).rows)
  await underWay(ask, interrupted.child, 0)
  await sleep(Math.random() * 300)
  process.kill(findServer(join(home, 'database', 'cluster', 'data'))?.pid ?? NaN, 'SIGKILL')
  const broken = await interrupted.ended
  assert.equal(broken.code, 1, 'it says that it could not')
  assert.ok(!people.slice(0, 500).some(({ id }) => broken.err.includes(id.value)), 'ID-3')
  await watch.close().catch(() => undefined)
  await first.stop().catch(() => undefined)

  const second = await startEmbeddedPostgres({ home })
  const db = openDatabase({ url: second.url, connections: 1 })
  try {
    const stored = await db.transaction(async (tx) => (await tx.client.query('select count(*)::int as n from clave.people')).rows[0].n as number)
    const again = await startImport(second.url).ended
    assert.equal(again.code, 0, again.err)
    const rows = await db.transaction(async (tx) => (await tx.client.query('select person_key, status, facts_digest from clave.people order by person_key')).rows)
    const aliases = await db.transaction(async (tx) => (await tx.client.query('select alias_key, person_key from clave.aliases order by alias_key')).rows)
    assert.deepEqual({ rows, aliases }, expected, `after ${stored} people`)
  } finally {
    await db.close()
    await second.stop()
  }
})
