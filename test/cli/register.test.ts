import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { newKeyringFile } from '../../src/security/keyring.ts'
import { runCommand as run, startCommand as start } from '../support/command.ts'
import { createTestDatabase, type TestDatabase } from '../support/databases.ts'
import { fileOf, invented } from '../register/import-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'clave-register-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('register invent writes the people of a seed, to a file or to standard output, plain or compressed', async () => {
  const plain = await run(['register', 'invent', '--people', '50', '--seed', '5', '--today', '2026-11-22'])
  assert.deepEqual([plain.code, plain.out], [0, fileOf(invented(50))])
  const file = join(folder, 'people.ndjson.gz')
  const zipped = await run(['register', 'invent', '--people', '50', '--seed', '5', '--today', '2026-11-22', '--gzip', '--out', file, '--json'])
  assert.deepEqual(JSON.parse(zipped.out), { file, people: 50, seed: 5, today: '2026-11-22' })
  assert.equal(gunzipSync(readFileSync(file)).toString(), plain.out)
})

for (const [words, sentence] of [
  [['invent', '--seed', '1'], /--people is needed/],
  [['invent', '--people', '1'], /--seed is needed/],
  [['invent', '--people', '1.5', '--seed', '1'], /--people must be a whole number from 0 to 20000000/],
  [['invent', '--people', '1', '--seed', '1', '--workers-share', '1.5'], /--workers-share must be a number from 0 to 1/],
  [['invent', '--people', '1', '--seed', '1', '--today', '2026-02-30'], /--today must be a real date/],
  [['import'], /needs FILE/],
  [['import', 'x', '--threads', '9'], /--threads must be a whole number from 0 to 8/],
  [['import', 'x', '--on-bad-line', 'pass'], /--on-bad-line must be stop or skip/],
] as const) {
  test(`register ${words.join(' ')} is refused with what would make sense`, async () => {
    const { code, err } = await run(['register', ...words])
    assert.equal(code, 2)
    assert.match(err, sentence)
  })
}

describe('register import', () => {
  let database: TestDatabase
  let environment: Record<string, string>
  before(async () => {
    database = await createTestDatabase()
    const keys = join(folder, 'keys.json')
    writeFileSync(keys, newKeyringFile(randomBytes))
    environment = { DATABASE_URL: database.url, CLAVE_KEYS: keys }
  })
  const file = (name: string, content: Buffer | string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  for (const threads of ['0', '2']) test(`killed in the middle it goes on where it stopped, and in the end everybody is there once (threads: ${threads})`, async () => {
    const whole = Buffer.from(fileOf(invented(6_000)))
    const { child, ended } = start(['register', 'import', '-', '--threads', threads], environment)
    child.stdin.write(whole.subarray(0, whole.length - 1_000_000)) // it can not have ended when it is killed
    const done = async (): Promise<number> => (await database.sql<{ lines_done: number }>('select lines_done from clave.register_imports'))[0]?.lines_done ?? 0
    while ((await done()) === 0) await sleep(50)
    child.kill('SIGKILL')
    assert.equal((await ended).code, null)
    const lines = await done()
    const people = async () => (await database.sql<{ n: number }>('select count(*) as n from clave.people'))[0]?.n
    assert.equal(await people(), lines, 'people and progress are stored together')

    const again = await run(['register', 'import', file('whole.ndjson.gz', gzipSync(whole)), '--json', '--threads', threads], environment)
    const report = JSON.parse(again.out)
    assert.deepEqual([again.code, report.lines, report.added, report.same, report.resumedAfter], [0, 6_000, 6_000, 0, lines])
    assert.equal(await people(), 6_000)
    const { 'people.active': active, 'people.deceased': deceased, 'people.withheld': withheld } = report.statistics
    assert.equal(active + deceased + withheld, 6_000)
    assert.ok(report.statistics['askable-share'] >= 0 && report.statistics['askable-share'] < 1) // so small a register shows little (docs/questions.md)
    await database.sql('truncate clave.people, clave.aliases, clave.register_imports')
  })

  test('a bad line: exit code 1, its number and reason on the screen and in a file, and no word of its content', async () => {
    const bad = file('bad.ndjson', fileOf(invented(3, 8)) + '{"v":1,"givenNames":"Canariedad"}\n')
    const { code, out, err } = await run(['register', 'import', bad], environment)
    assert.equal(code, 1)
    assert.match(out, /line 4: id: expected "cedula" or "extranjero" as type, with its value\./)
    assert.match(out, /Stopped at line 4; the lines before it are stored\./)
    assert.match(readFileSync(`${bad}.rejects`, 'utf8'), /^\{"line":4,"reason":"id: expected [^\n]+"\}\n$/)
    assert.ok(!(out + err + readFileSync(`${bad}.rejects`, 'utf8')).includes('Canariedad'))
    const skipped = await run(['register', 'import', bad, '--on-bad-line', 'skip', '--json', '--from-start'], environment)
    assert.deepEqual([skipped.code, JSON.parse(skipped.out).bad, JSON.parse(skipped.out).lines], [0, 1, 4])
  })

  test('a gzip file that was cut off, one that is damaged, one that is not there: a sentence and exit code 1', async () => {
    const zipped = gzipSync(fileOf(invented(200, 11)))
    const cut = await run(['register', 'import', file('cut.gz', zipped.subarray(0, zipped.length - 500))], environment)
    assert.deepEqual([cut.code, cut.err.trim().split('\n').at(-1)], [1, 'The gzip file ends too early: it was cut off.'])
    const damaged = Buffer.from(zipped)
    damaged.fill(0x55, 2_000, 2_200)
    assert.match((await run(['register', 'import', file('damaged.gz', damaged)], environment)).err, /The gzip file is damaged\./)
    const missing = join(folder, 'nobody.ndjson')
    assert.match((await run(['register', 'import', missing], environment)).err, /^There is no file .*nobody\.ndjson\.$/m)
  })

  test('a file that begins like the one that was cut off and then differs is read from its first line', async () => {
    const people = invented(400, 21)
    const stopped = file('one.ndjson', fileOf(people.slice(0, 300)) + '{}\n')
    assert.equal((await run(['register', 'import', stopped], environment)).code, 1)
    const other = fileOf([...people.slice(0, 200), ...people.slice(350)])
    const piped = await run(['register', 'import', '-'], environment, other)
    assert.equal(piped.code, 2)
    assert.match(piped.err, /--from-start/)
    const again = await run(['register', 'import', file('two.ndjson', other), '--json'], environment)
    assert.deepEqual([again.code, JSON.parse(again.out).lines, JSON.parse(again.out).resumedAfter], [0, 250, 0])
  })
})
