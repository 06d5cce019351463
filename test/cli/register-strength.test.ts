import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { unpackStatistics } from '../../src/kept-statistics.ts'
import { fileOf, importWorld, invented, type ImportWorld } from '../register/import-world.ts'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'clave-strength-'))
let world: ImportWorld
before(async () => {
  world = await importWorld('server')
  writeFileSync(join(folder, 'keys.json'), world.keyringFile)
  await world.importText(fileOf(invented(3_000)))
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.end()
})

function start(words: readonly string[], command = ['register', 'strength']) {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: world.database.url, CLAVE_KEYS: join(folder, 'keys.json') }
  const child = spawn(process.execPath, [main, ...command, ...words], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => { out += text })
  child.stderr.on('data', (text) => { err += text })
  return { child, ended: new Promise<{ code: number | null; out: string; err: string }>((resolve) => child.on('close', (code) => resolve({ code, out, err }))) }
}

const kept = (): Promise<unknown[]> => world.database.sql('select name, value from clave.register_statistics order by name')

test('killed at its end it leaves the old statistics; called again it keeps the new ones with the pools, all at once', async () => {
  await world.database.sql("insert into clave.register_statistics values ('people.active', 100000, clave.now())")
  const before = await kept() // of so many a tenth would be looked at
  const writer = await world.db.transaction(async (tx) => {
    await tx.client.query('lock table clave.register_priors in exclusive mode') // the last of what is kept waits here
    const { child, ended } = start([])
    const waiting = async (): Promise<number> => (await world.database.sql<{ n: number }>("select count(*)::int as n from pg_locks where not granted and relation = 'clave.register_priors'::regclass"))[0]!.n
    while ((await waiting()) === 0) await sleep(50)
    child.kill('SIGKILL')
    return await ended
  })
  assert.equal(writer.code, null)
  assert.deepEqual(await kept(), before)
  assert.deepEqual(await world.database.sql('select from clave.register_priors'), [])

  const { code, out } = await start(['--json', '--threads', '2']).ended
  const { people, statistics } = JSON.parse(out)
  assert.deepEqual([code, people, statistics['people.active'] + statistics['people.deceased'] + statistics['people.withheld']], [0, 3_000, 3_000])
  const { odds } = JSON.parse(out)
  assert.equal(odds.people, statistics['people.active'])
  assert.equal(odds.askable + Object.values<number>(odds.notAskable).reduce((sum, people) => sum + people, 0), odds.people)
  assert.equal(statistics['askable-share'], odds.askable / odds.people)
  const [stored] = await world.database.sql<{ value: Buffer }>("select value from clave.register_priors where name = 'statistics'")
  const { pools, priors, shapes } = unpackStatistics(stored!.value)!
  assert.ok(pools.provinces.some(({ weight }) => weight > 50))
  assert.ok(priors.slots['entry']!['all']!.people > 1_000 && shapes['17']!.length > 100)
  assert.ok(odds.worst <= 1e-5)
})

test('small imports add up: once one person in a hundred changed since the last pass, the next import passes over everybody', async () => {
  const madeAt = async (): Promise<unknown> => (await world.database.sql('select made_at from clave.register_priors'))[0]
  const importOf = (people: number, amount: number) => {
    writeFileSync(join(folder, 'more.ndjson'), fileOf(invented(people).map((record) => ({ ...record, contributions: amount }))))
    return start(['import', join(folder, 'more.ndjson')], ['register']).ended
  }
  const before = await madeAt()
  assert.equal((await importOf(20, 1_111)).code, 0)
  assert.deepEqual(await madeAt(), before)
  assert.equal((await importOf(20, 1_112)).code, 0)
  assert.notDeepEqual(await madeAt(), before)
})

test('a number of threads that makes no sense is refused', async () => {
  const { code, err } = await start(['--threads', '0']).ended
  assert.equal(code, 2)
  assert.match(err, /--threads must be a whole number from 1 to 64/)
})
