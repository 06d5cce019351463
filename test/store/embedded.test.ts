import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { openDatabase, statement } from '../../src/store/database.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { tryExclusive, tryShared } from '../../src/store/folder-lock.ts'
import { findServer, stopServer } from '../../src/store/postgres-server.ts'

const root = mkdtempSync(join(tmpdir(), 'clave-embedded-'))
chmodSync(root, 0o711)
const homes: string[] = []
after(async () => {
  for (const home of homes) await stopServer(dataOf(home))
  rmSync(root, { recursive: true, force: true })
})

function newHome(name: string): string {
  homes.push(join(root, name))
  return join(root, name)
}

const dataOf = (home: string): string => join(home, 'database', 'cluster', 'data')
const settings = statement('test_settings', 'select name, setting from pg_settings where name = any ($1)')
const addOne = statement('test_add_one', 'insert into public.kept values (1)')
const count = statement('test_count', 'select count(*) as n from public.kept')

async function work<T>(home: string, use: (database: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const postgres = await startEmbeddedPostgres({ home })
  const database = openDatabase({ url: postgres.url })
  try {
    return await use(database)
  } finally {
    await database.close()
    await postgres.stop()
  }
}

/** Another program that starts the server of the folder and then waits to be killed. */
async function otherProgram(home: string): Promise<ChildProcess> {
  const module = join(import.meta.dirname, '..', '..', 'src', 'store', 'embedded-postgres.ts')
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)})
    await startEmbeddedPostgres({ home: ${JSON.stringify(home)} }); console.log('ready'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => assert.fail('the other program ended'))])
  return child
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await once(child, 'exit')
}

test('the embedded server is durable, checks its pages, listens on no port, and ends with its program', async () => {
  const home = newHome('plain')
  await work(home, async (database) => {
    const rows = await database.rows<{ name: string; setting: string }>(settings, [['fsync', 'data_checksums', 'listen_addresses']])
    assert.deepEqual(Object.fromEntries(rows.map((row) => [row.name, row.setting])), { fsync: 'on', data_checksums: 'on', listen_addresses: '' })
  })
  assert.equal(findServer(dataOf(home)), undefined)
})

test('nobody but its user may look into its folders', async () => {
  const home = newHome('private')
  await work(home, async () => undefined)
  for (const each of ['cluster', 'cluster/data', 'socket']) assert.equal(statSync(join(home, 'database', each)).mode & 0o077, 0, each)
  assert.equal(statSync(join(home, 'database', 'password')).mode & 0o077, 0)
})

test('without the password nobody gets in', async () => {
  const postgres = await startEmbeddedPostgres({ home: newHome('password') })
  const stranger = openDatabase({ url: postgres.url.replace(/:[^:@]+@/, ':wrong@') })
  await assert.rejects(stranger.rows(count), /password authentication failed/)
  await stranger.close()
  await postgres.stop()
})

test('a program killed with -9 leaves a server behind, which the next one uses and stops; nothing committed is lost', async () => {
  const home = newHome('orphan')
  const first = await otherProgram(home)
  const before = findServer(dataOf(home))
  await kill(first, 'SIGKILL')
  await work(home, async (database) => {
    assert.equal(findServer(dataOf(home))?.pid, before?.pid)
    await database.run(statement('test_create', 'create table public.kept (n integer)'))
    await database.run(addOne)
  })
  assert.equal(findServer(dataOf(home)), undefined)
})

test('a server killed with -9 comes back with everything that was committed', async () => {
  const home = newHome('orphan')
  const postgres = await startEmbeddedPostgres({ home })
  const database = openDatabase({ url: postgres.url })
  await database.run(addOne)
  process.kill(findServer(dataOf(home))?.pid ?? NaN, 'SIGKILL')
  await database.close()
  await postgres.stop()
  await work(home, async (again) => assert.deepEqual(await again.row(count), { n: 2 }))
})

test('a server killed under a program that goes on is started again, and the program finds it at the same address', async () => {
  const home = newHome('orphan')
  await work(home, async (database) => {
    await database.row(count)
    const before = findServer(dataOf(home))?.pid
    process.kill(before ?? NaN, 'SIGKILL')
    for (let tries = 0; tries < 1_000; tries += 1) {
      const now = findServer(dataOf(home))
      if (now?.ready && now.pid !== before) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    assert.deepEqual(await database.row(count).catch(() => database.row(count)), { n: 2 })
  })
  assert.equal(findServer(dataOf(home)), undefined, 'and nobody starts it after the end')
})

test('two programs share one server; the one that leaves last stops it', async () => {
  const home = newHome('shared')
  const other = await otherProgram(home)
  await work(home, async () => undefined)
  assert.ok(findServer(dataOf(home)), 'the first to leave must not take it from the other')
  await work(home, async () => await kill(other, 'SIGKILL'))
  assert.equal(findServer(dataOf(home)), undefined)
})

test('five programs that start at once on an empty folder get one server', async () => {
  const home = newHome('together')
  const started = await Promise.all(Array.from({ length: 5 }, () => startEmbeddedPostgres({ home })))
  assert.equal(new Set(started.map((each) => each.url)).size, 1)
  for (const each of started) await each.stop()
  assert.equal(findServer(dataOf(home)), undefined)
})

test('a program that exits without stopping still takes the server with it', async () => {
  const home = newHome('exit')
  const module = join(import.meta.dirname, '..', '..', 'src', 'store', 'embedded-postgres.ts')
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)}); await startEmbeddedPostgres({ home: ${JSON.stringify(home)} }); process.exit(0)`
  await once(spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' }), 'exit')
  for (let tries = 0; findServer(dataOf(home)) && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  assert.equal(findServer(dataOf(home)), undefined)
})

test('a postmaster.pid that names another live program is not believed', async () => {
  const home = newHome('stale')
  await work(home, async () => undefined)
  const pidFile = join(dataOf(home), 'postmaster.pid')
  writeFileSync(pidFile, `${process.pid}\n${dataOf(home)}\n1\n5432\n/nowhere\n\n\nready   \n`)
  assert.equal(findServer(dataOf(home)), undefined)
  await work(home, async (database) => assert.equal((await database.rows(settings, [['fsync']])).length, 1))
})

test('a folder whose name is too long for a socket gets a short private one', async () => {
  const home = newHome('long-'.repeat(30))
  const postgres = await startEmbeddedPostgres({ home })
  const folder = decodeURIComponent(/host=([^&]+)/.exec(postgres.url)?.[1] ?? '')
  assert.ok(folder.length < 90)
  assert.equal(statSync(folder).mode & 0o077, 0)
  const second = await startEmbeddedPostgres({ home })
  assert.equal(second.url, postgres.url)
  await second.stop()
  await postgres.stop()
  assert.equal(statSync(folder, { throwIfNoEntry: false }), undefined)
})

test('a home that other users may not enter works too', async () => {
  const closed = join(root, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  await work(newHome('closed/inside'), async (database) => assert.equal((await database.rows(settings, [['fsync']])).length, 1))
})

test('a lock ends with its holder, is shared among sharers and denied to others', () => {
  const file = join(root, 'a.lock')
  const [one, two] = [tryShared(file), tryShared(file)]
  assert.ok(one && two)
  assert.equal(tryExclusive(file), undefined)
  one.release()
  two.release()
  const alone = tryExclusive(file)
  assert.ok(alone)
  assert.equal(tryShared(file), undefined)
  alone.release()
  assert.equal(readFileSync(file).length, 0)
})
