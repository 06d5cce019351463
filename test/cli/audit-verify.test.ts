import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { PersonKey } from '../../src/domain/types.ts'
import { runCommand, type Ended } from '../support/command.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'clave-audit-'))
const person = 'ab'.repeat(16) as PersonKey
let it: TestStore
let receipt = ''

before(async () => {
  it = await openTestStore('embedded')
  const write = () => it.store.transaction((tx) => it.store.append(tx, person, { type: 'session.ended', facts: { reason: 'sign-out' } }))
  await write()
  receipt = (await write()).hash.toString('hex').slice(0, 16)
  await write()
})
after(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

function verify(...words: string[]): Promise<Ended> {
  return runCommand(['audit', 'verify', ...words], { DATABASE_URL: it.database.url })
}

const groups = (digits: string): string => digits.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')

test('everything holds: exit code 0, and a list of ends to keep elsewhere', async () => {
  const ends = join(folder, 'ends')
  assert.deepEqual(await verify('--write-ends', ends), { code: 0, out: '3 events of 1 people counted again. Everything holds.\n', err: '' })
  assert.equal((await verify('--against', ends)).code, 0)
})

test('A-08: ends whose events went after their years are no loss, and one that does not fit is', async () => {
  const other = 'cd'.repeat(16) as PersonKey
  for (let turn = 0; turn < 3; turn += 1) await it.store.transaction((tx) => it.store.append(tx, other, { type: 'session.ended', facts: { reason: 'sign-out' } }))
  const ends = join(folder, 'old-ends')
  await verify('--write-ends', ends)
  await it.database.sql(`set session_replication_role = replica;
    update clave.person_streams set trimmed_seq = seq, trimmed_hash = head where person_key = '\\x${other}'; delete from clave.audit_events where person_key = '\\x${other}'; set session_replication_role = default`)
  assert.deepEqual(await verify('--against', ends), { code: 0, out: '3 events of 1 people counted again. Everything holds.\n', err: '' })
  writeFileSync(ends, readFileSync(ends, 'utf8').replace(new RegExp(`(?<=${other} 3 )..`), (two) => (two === '00' ? '11' : '00')))
  const lost = await verify('--against', ends)
  assert.deepEqual([lost.code, lost.err.includes(`${other}: event 3 of the list is not in the chain any more.`)], [1, true])
  await it.database.sql(`set session_replication_role = replica; delete from clave.person_streams where person_key = '\\x${other}'; set session_replication_role = default`)
})

test('one receipt: which event it is, and that its chain holds', async () => {
  const answer = await verify('--receipt', groups(receipt))
  assert.equal(answer.code, 0)
  assert.match(answer.out, /^The receipt is event 2 of 3 of its chain: session\.ended, 20\d\d-\S+Z\. Its chain holds\.\n$/)
  assert.equal((await verify('--receipt', '0'.repeat(16))).code, 1)
  const wrong = await verify('--receipt', 'no')
  assert.deepEqual([wrong.code, /--receipt must be the 16 digits/.test(wrong.err)], [2, true])
})

test('what is broken is said, counted, and the exit code is 1', async () => {
  await it.database.sql(`set session_replication_role = replica; update clave.audit_events set type = 'login.succeeded' where seq = 2; set session_replication_role = default`)
  const text = await verify()
  assert.deepEqual([text.code, text.out], [1, '3 events of 1 people counted again. 1 FAULT.\n'])
  assert.match(text.err, new RegExp(`${person}: event 2 was changed`))
  const json = await verify('--json')
  assert.deepEqual([json.code, JSON.parse(json.out), json.err], [1, { people: 1, events: 3, faults: 1 }, ''])
  const one = await verify('--receipt', receipt)
  assert.deepEqual([one.code, /ITS CHAIN IS BROKEN/.test(one.out)], [1, true])
})
