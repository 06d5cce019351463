import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { catalogue, type Setting } from '../../src/config/catalogue.ts'
import { ConfigProblems, parseConfig } from '../../src/config/parse.ts'

const serving = {
  CLAVE_BASE_URL: 'https://clave.example.org',
  DATABASE_URL: 'postgres://clave:secret@db/clave',
  SMTP_URL: 'smtps://user:secret@mail:465',
  CLAVE_MAIL_FROM: 'Clave <clave@example.org>',
  CLAVE_KEYS: '/etc/clave/keys.json',
}

function problemsOf(environment: Record<string, string>, purpose: 'serve' | 'demo' | 'tool' = 'serve'): readonly string[] {
  try {
    parseConfig(environment, purpose)
    return []
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
}

test('the demo needs nothing', () => {
  const config = parseConfig({}, 'demo')
  assert.equal(config.baseUrl, 'http://localhost:3000')
  assert.equal(config.databaseUrl, null)
  assert.equal(config.home, join(import.meta.dirname, '..', '..', '.clave'))
  assert.ok(Object.isFrozen(config))
})

test('serving has no default for an address, a secret or a key, and says all that is missing together', () => {
  const named = problemsOf({}).map((problem) => problem.split(' ')[0])
  assert.deepEqual(named, ['CLAVE_BASE_URL', 'DATABASE_URL', 'SMTP_URL', 'CLAVE_MAIL_FROM', 'CLAVE_KEYS'])
})

test('no secret has a default', () => {
  const secrets = Object.values<Setting<unknown>>(catalogue).filter((setting) => setting.secret)
  assert.ok(secrets.length > 0)
  for (const setting of secrets) assert.equal(setting.default, null, setting.name)
})

test('a complete environment is taken as it stands', () => {
  const config = parseConfig({ ...serving, PORT: '8080', CLAVE_TRUST_PROXY: '10.0.0.0/8, ::1', CLAVE_DATABASE_NAMED_STATEMENTS: 'off' }, 'serve')
  assert.equal(config.port, 8080)
  assert.deepEqual(config.trustProxy, ['10.0.0.0/8', '::1'])
  assert.equal(config.namedStatements, false)
  assert.equal(config.databaseUrl, serving.DATABASE_URL)
})

test('the word embedded chooses the database of the data folder', () => {
  assert.equal(parseConfig({ ...serving, DATABASE_URL: 'embedded' }, 'serve').databaseUrl, null)
  assert.deepEqual(problemsOf({ DATABASE_URL: 'embedded' }, 'tool'), [])
  assert.equal(problemsOf({}, 'tool').length, 1)
})

const wrong: Record<string, readonly string[]> = {
  PORT: ['65536', '-1', '80a', '3e3'],
  CLAVE_BASE_URL: ['http://clave.example.org', 'https://clave.example.org/path', 'ftp://x', 'clave', 'https://user@clave.example.org', 'javascript:alert(1)'],
  DATABASE_URL: ['mysql://x', 'Embedded', 'postgres'],
  SMTP_URL: ['http://x', 'smtp://'],
  CLAVE_MAIL_FROM: ['nobody', 'a@b\r\nBcc: c@d'],
  CLAVE_TRUST_PROXY: ['on', 'true', '0', '11', '10.0.0.0/33', 'everybody'],
  CLAVE_LOG_LEVEL: ['loud', 'trace'],
  CLAVE_DATABASE_NAMED_STATEMENTS: ['yes'],
  CLAVE_ADDRESS: ['0.0.0.0:3000', 'a b'],
}

for (const [name, values] of Object.entries(wrong)) {
  for (const value of values) {
    test(`${name}=${JSON.stringify(value)} is refused by name`, () => {
      const problems = problemsOf({ ...serving, [name]: value })
      assert.equal(problems.length, 1)
      assert.match(problems[0] ?? '', new RegExp(`^${name} must be `))
    })
  }
}

test('plain http is for this machine only', () => {
  for (const host of ['localhost:3000', '127.0.0.1', '[::1]:8080']) assert.deepEqual(problemsOf({ ...serving, CLAVE_BASE_URL: `http://${host}` }), [])
})

test('a mistyped name is an error with the name that was meant', () => {
  assert.deepEqual(problemsOf({ ...serving, CLAVE_POLCY: 'x' }), ['CLAVE_POLCY is not a variable of this program; did you mean CLAVE_POLICY?'])
  assert.deepEqual(problemsOf({ ...serving, CLAVE_TEST_DATABASE_URL: 'x' }), [])
})

test('a secret is never repeated in a problem', () => {
  const problems = problemsOf({ ...serving, DATABASE_URL: 'mysql://u:hunter2@h', SMTP_URL: 'imap://u:hunter2@h' })
  assert.equal(problems.length, 2)
  assert.ok(!problems.join().includes('hunter2'))
})

test('a gateway for texts is set up whole or not at all, over TLS off this machine, and its credentials are not repeated', () => {
  const texts = { CLAVE_TEXT_URL: 'https://gateway.example.org/smsmessaging/v1/', CLAVE_TEXT_AUTHORIZATION: 'Bearer secreto', CLAVE_TEXT_SENDER: '+59322000000' }
  const config = parseConfig({ ...serving, ...texts, CLAVE_TEXT_SENDER_NAME: 'CLAVE' }, 'serve')
  assert.deepEqual([config.textUrl, config.textSender, config.textSenderName], ['https://gateway.example.org/smsmessaging/v1', '+59322000000', 'CLAVE'])
  assert.equal(parseConfig(serving, 'serve').textUrl, null)
  for (const name of Object.keys(texts)) {
    const missing = problemsOf({ ...serving, ...texts, [name]: '' })
    assert.deepEqual([missing.length, missing[0]?.startsWith(`${name} is needed for text messages`)], [1, true], name)
  }
  for (const url of ['http://gateway.example.org/v1', 'https://user:pw@gateway.example.org', 'https://gateway.example.org/?to=1']) {
    assert.ok(problemsOf({ ...serving, ...texts, CLAVE_TEXT_URL: url }).some((problem) => problem.startsWith('CLAVE_TEXT_URL must be')), url)
  }
  assert.equal(parseConfig({ ...serving, ...texts, CLAVE_TEXT_URL: 'http://127.0.0.1:8080/v1' }, 'serve').textUrl, 'http://127.0.0.1:8080/v1')
  assert.ok(problemsOf({ ...serving, ...texts, CLAVE_TEXT_AUTHORIZATION: 'secreto\nX: y' }).every((problem) => !problem.includes('secreto')))
})
