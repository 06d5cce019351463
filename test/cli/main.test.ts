import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { commands } from '../../src/cli/commands.ts'
import { main } from '../../src/cli/main.ts'
import { parseKeyring } from '../../src/security/keyring.ts'
import { createEmptyDatabase } from '../support/databases.ts'

const folder = mkdtempSync(join(tmpdir(), 'clave-cli-'))
after(() => rmSync(folder, { recursive: true }))

async function clave(words: string, environment: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main(words.split(' ').filter(Boolean), environment, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('the help names every command', async () => {
  const { code, out } = await clave('--help')
  assert.equal(code, 0)
  for (const { name, summary } of commands) assert.ok(out.includes(name) && out.includes(summary), name)
})

for (const { name, summary } of commands) {
  test(`clave ${name} --help explains itself in sentences`, async () => {
    const { code, out } = await clave(`${name} --help`)
    assert.equal(code, 0)
    assert.ok(out.startsWith(summary))
    assert.match(summary, /^[A-Z].*\.$/)
    for (const line of out.split('\n').filter((each) => each.startsWith('  --'))) assert.match(line, /\.$/, line)
  })
}

const wrongUse: readonly (readonly [string, RegExp])[] = [
  ['migrat', /There is no command migrat\. Did you mean migrate\?/],
  ['key new', /Did you mean keys new\?/],
  ['keys', /There is keys new/],
  ['migrate --jsn', /There is no option --jsn\. Did you mean --json\?/],
  ['migrate now', /takes nothing but options/],
  ['keys new --file', /--file/],
]

for (const [words, sentence] of wrongUse) {
  test(`clave ${words} is wrong use: exit code 2 and what would be right`, async () => {
    const { code, out, err } = await clave(words)
    assert.equal(code, 2)
    assert.equal(out, '')
    assert.match(err, sentence)
  })
}

test('without words it shows the help, as wrong use', async () => assert.equal((await clave('')).code, 2))

test('what fails has exit code 1 and a sentence, or an object with --json', async () => {
  assert.match((await clave('migrate')).err, /DATABASE_URL is needed/)
  const { code, err } = await clave('migrate --json', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  assert.equal(code, 1)
  assert.match((JSON.parse(err) as { error: string }).error, /^The database cannot be reached/)
})

test('clave migrate brings a database up to date', async () => {
  const { url } = await createEmptyDatabase()
  const first = await clave('migrate --json', { DATABASE_URL: url })
  assert.ok((JSON.parse(first.out) as { applied: string[] }).applied.length > 0)
  assert.equal((await clave('migrate', { DATABASE_URL: url })).out, 'The database is up to date.')
})

test('clave keys new makes a key ring that only its owner may read, and never writes over one', async () => {
  const file = join(folder, 'keys.json')
  assert.equal((await clave(`keys new --file ${file}`)).code, 0)
  const text = readFileSync(file, 'utf8')
  assert.equal(parseKeyring(text).ids.length, 1)
  assert.equal(statSync(file).mode & 0o077, 0)
  assert.equal((await clave(`keys new --file ${file}`)).code, 2)
  assert.equal(readFileSync(file, 'utf8'), text)
  assert.notEqual((await clave('keys new')).out, (await clave('keys new')).out)
})

test('bin/clave runs from any folder', () => {
  const { status, stdout } = spawnSync(join(import.meta.dirname, '..', '..', 'bin', 'clave'), ['--help'], { cwd: folder, encoding: 'utf8' })
  assert.equal(status, 0)
  assert.match(stdout, /The commands are:/)
})
