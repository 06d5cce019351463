import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { minute } from '../../src/domain/types.ts'
import { makeSiteStatus } from '../../src/store/site-status.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

let it: TestStore
const person = Buffer.alloc(16, 7)
before(async () => {
  it = await openTestStore('embedded')
})
after(() => it.close())

const mail = (state: 'waiting' | 'sent' | 'given up'): Promise<unknown> => it.database.sql(`
  insert into clave.outbox (person_key, kind, address_hash, created_at, due_at, sent_at, given_up_at)
  values ($1, 'unlock', '', clave.now(), clave.now() + interval '1 hour', case $2 when 'sent' then clave.now() end, case $2 when 'given up' then clave.now() end)`, [person, state])

test('one notice: set, set again, cleared', async () => {
  const status = makeSiteStatus(it.db)
  assert.deepEqual(await status.read(), { notice: null, mailLate: false })
  await status.set('Hola', 'Hello')
  await status.set('Mantenimiento', 'Maintenance')
  const { notice } = await status.read()
  assert.deepEqual([notice?.es, notice?.en], ['Mantenimiento', 'Maintenance'])
  assert.ok(Math.abs((notice?.setAt ?? 0) - (await it.store.now())) < 60_000)
  assert.equal(await status.clear(), true)
  assert.equal(await status.clear(), false)
})

test('mail is late when some has waited for five minutes and none went out meanwhile', async () => {
  const late = async (): Promise<boolean> => (await makeSiteStatus(it.db).read()).mailLate
  await it.database.clock.setNow(Date.UTC(2026, 10, 22, 17))
  await mail('given up')
  await mail('waiting')
  assert.equal(await late(), false)
  await it.database.clock.advance(5 * minute + 1)
  assert.equal(await late(), true, 'one waits, none went out')
  await mail('sent')
  assert.equal(await late(), false, 'others go out: it is that one mail')
  await it.database.clock.advance(5 * minute + 1)
  assert.equal(await late(), true)
  await it.database.sql('update clave.outbox set given_up_at = clave.now() where sent_at is null')
  assert.equal(await late(), false)
})
