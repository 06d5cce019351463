import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { main } from '../../src/cli/main.ts'
import { oddsText } from '../../src/cli/odds-text.ts'
import { madeUp, ofNobody } from '../questions/odds-reports.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

let it: TestStore
before(async () => {
  it = await openTestStore('embedded')
})
after(() => it.close())

async function clave(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const environment = { DATABASE_URL: it.database.url, CLAVE_BASE_URL: 'https://clave.example.org' }
  const code = await main(words, environment, { out: (line) => void out.push(line), err: (line) => void err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('watch status and list: nothing yet; then the breaker and its alarm', async () => {
  assert.match((await clave('watch', 'status')).out, /^The breaker is open.*\n0 proofings failed in 24 hours; the limit is 40,000\.\nNo alarm stands\.$/)
  assert.equal((await clave('watch', 'list')).out, 'There was never an alarm.')
  await it.database.sql("insert into clave.proofing_failures values (date_trunc('minute', clave.now()), 0, 40001)")
  assert.match((await clave('watch', 'status')).out, /^The breaker stands: .* opens by itself at 36,000\.\n40,001 proofings failed.*\nNOW breaker: /)
  const { breaker, alarms } = JSON.parse((await clave('watch', 'status', '--json')).out)
  assert.deepEqual([breaker, alarms.length, alarms[0].code, alarms[0].until], [{ stands: true, failures: 40_001, limit: 40_000, opensAt: 36_000 }, 1, 'breaker', null])
  await it.database.sql('delete from clave.proofing_failures')
  await clave('watch', 'status')
  assert.doesNotMatch((await clave('watch', 'list', '--most', '5')).out, /NOW/)
  assert.equal((await clave('watch', 'list', '--most', '0')).code, 2)
})

test('officer link: an address of the configured base, good once; the case is needed and holds no identifier', async () => {
  const { out, code } = await clave('officer', 'link', '--case', 'SEG-2026-014')
  const token = /^https:\/\/clave\.example\.org\/seguridad\/entrar\/([\w-]{43})\n/.exec(out)?.[1]
  assert.ok(token)
  assert.equal(code, 0)
  assert.ok(await it.store.officers.linkUntil(it.secrets.tokenHash(token)))
  assert.equal((await clave('officer', 'link')).code, 2)
  const refused = await clave('officer', 'link', '--case', '1710034065')
  assert.equal(refused.code, 2)
  assert.ok(!refused.err.includes('1710034065'))
})

test('odds: names the command that computes them; then figures with a bar a line, and the report itself with --json', async () => {
  assert.match((await clave('odds')).out, /clave register strength/)
  assert.deepEqual(JSON.parse((await clave('odds', '--json')).out), { report: null })
  await it.store.odds.keep(madeUp)
  const { out } = await clave('odds')
  assert.match(out, /15,300,000 can be asked \(85\.0 %\)/)
  assert.match(out, /^ {2}23 █{40} 5,400,000$/m)
  assert.match(out, /^ {2}18 {42}0$/m)
  assert.match(out, /without:wage +6,000,000 +-9,300,000 1 in 101,010, 21/)
  assert.deepEqual(JSON.parse((await clave('odds', '--json')).out), { report: madeUp })
})

test('odds of nobody are a sentence', () => {
  assert.equal(oddsText(ofNobody), 'Computed on 2026-11-22 for 0 people; 0 can be asked.\n\nPeople by decks\n  0                                     0\n  1                                     0\n  2                                     0\n  3                                     0')
})
