import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { main } from '../../src/cli/main.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

let it: TestStore
before(async () => {
  it = await openTestStore('embedded')
})
after(() => it.close())

async function status(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await main(['status', ...words], { DATABASE_URL: it.database.url }, { out: (line) => void out.push(line), err: (line) => void err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('a notice is set in both languages, shown and cleared', async () => {
  assert.deepEqual(await status('show'), { code: 0, out: 'Pages say nothing.', err: '' })
  assert.equal((await status('set', '--spanish', 'Hoy no hay turnos.', '--english', 'No appointments today.')).code, 0)
  assert.match((await status('show')).out, /^Since \S+ pages say:\n {2}Hoy no hay turnos\.\n {2}No appointments today\.$/)
  assert.equal(JSON.parse((await status('show', '--json')).out).notice.en, 'No appointments today.')
  assert.equal((await status('clear')).out, 'The sentence is taken away.')
  assert.equal((await status('clear')).out, 'There was none.')
})

test('one language alone is refused, and so is what may be somebody’s number; what was there stays', async () => {
  await status('set', '--spanish', 'Sigue', '--english', 'Stays')
  const alone = await status('set', '--spanish', 'Hola')
  assert.deepEqual([alone.code, alone.err], [2, '--english is needed.'])
  const number = await status('set', '--spanish', 'La cédula 1710034065', '--english', 'x')
  assert.equal(number.code, 2)
  assert.ok(!number.err.includes('1710034065'))
  assert.match((await status('show')).out, /Sigue/)
})
