import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '../../src/domain/types.ts'
import { runCommand, type Ended } from '../support/command.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

let it: TestStore
before(async () => {
  it = await openTestStore('embedded')
})
after(() => it.close())

function run(...words: string[]): Promise<Ended> {
  return runCommand(['retention', 'run', ...words], { DATABASE_URL: it.database.url })
}

test('D-04: clave retention run counts with --dry-run, deletes without, and says so', async () => {
  assert.deepEqual(await run(), { code: 0, out: 'Nothing is past its time.\n', err: '' })
  await it.database.sql("insert into clave.bank_changes values ('\\x01', '', '', clave.now()), ('\\x02', '', '', clave.now())")
  await it.database.clock.advance(2 * day)
  assert.equal((await run('--dry-run')).out, 'Past its time, and still there:\n  bank-changes                 2\n')
  const json = JSON.parse((await run('--json', '--dry-run')).out) as { dryRun: boolean; counts: Record<string, number> }
  assert.deepEqual([json.dryRun, json.counts['bank-changes'], json.counts['mails']], [true, 2, 0])
  assert.equal((await run()).out, 'Deleted or erased:\n  bank-changes                 2\n')
  assert.equal((await run()).out, 'Nothing is past its time.\n')
  assert.deepEqual(await it.database.sql('select * from clave.bank_changes'), [])
})
