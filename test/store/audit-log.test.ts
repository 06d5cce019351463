import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

interface EventRow { seq: string; at: string; type: string; facts: string; personal_digest: Buffer | null; hash: Buffer }

forEachEngine('audit log', (engine) => {
  let it: TestStore
  let person: PersonKey
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())
  beforeEach(() => {
    person = randomBytes(16).toString('hex') as PersonKey
  })
  const write = (): Promise<unknown> =>
    it.store.transaction((tx) => it.store.append(tx, person, { type: 'login.failed', facts: { lane: 'stranger', inARow: 1, blocked: false }, personal: { network: '203.0.113.0/24' } }))
  const key = (): Buffer => Buffer.from(person, 'hex')

  test('AUDIT-1: every event carries the hash of the one before, and anyone can count it again', async () => {
    for (let turn = 0; turn < 3; turn += 1) await write()
    const rows = await it.database.sql<EventRow>(`
      select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, type, facts::text, personal_digest, hash
        from clave.audit_events where person_key = $1 order by seq`, [key()])
    let head = Buffer.alloc(0)
    for (const row of rows) {
      const lines = [person, row.seq, row.at, row.type, row.facts, row.personal_digest?.toString('hex') ?? '']
      head = createHash('sha256').update(head).update(lines.join('\n')).digest()
      assert.deepEqual(row.hash, head)
    }
    assert.equal(rows.length, 3)
  })

  test('AUDIT-1: events cannot be changed, removed or emptied out', async () => {
    await write()
    for (const sql of [
      "update clave.audit_events set type = 'login.succeeded'", 'delete from clave.audit_events', 'truncate clave.audit_events',
      "update clave.audit_events set hash = ''", 'update clave.audit_events set at = clave.now()',
    ]) await assert.rejects(it.database.sql(sql), /append-only/, sql)
  })

  test('AUDIT-1: the personal part may be erased and the chain still holds', async () => {
    await write()
    await it.database.sql('update clave.audit_events set personal = null where person_key = $1', [key()])
    const [row] = await it.database.sql<{ personal: unknown; personal_digest: Buffer }>('select * from clave.audit_events where person_key = $1', [key()])
    assert.equal(row?.personal, null)
    assert.equal(row?.personal_digest.length, 32)
  })

  test('AUDIT-1: a change that nobody wrote down cannot be committed', async () => {
    const changes = [
      ["insert into clave.personal_figures (person_key, figure_hash) values ($1, 'x')"],
      ["insert into clave.personal_answers (person_key, question, answer_hash) values ($1, 'q', 'x')"],
      ["insert into clave.contacts (person_key, kind, value_hash, value, rank, verified_by, since) values ($1, 'email', '', '', 1, 'none', clave.now())"],
      ["insert into clave.accounts (person_key, version, state, password_hash, issued_at, probation_until, terms_version, terms_digest) values ($1, 1, 'active', 'x', clave.now(), clave.now(), '1', '')"],
    ] as const
    await write() // an event of an earlier transaction does not count
    for (const [sql] of changes) await assert.rejects(it.database.sql(sql, [key()]), /without an event/, sql)
  })

  test('AUDIT-2: the network of an event is not readable in the table', async () => {
    await write()
    const dump = JSON.stringify(await it.database.sql('select * from clave.audit_events'))
    assert.ok(!dump.includes('203.0.113'))
    assert.ok(!dump.includes(Buffer.from('203.0.113').toString('hex')))
  })

  test('AUDIT-1: two hundred writers at once make one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 200 }, write))
    const [row] = await it.database.sql<{ count: string; last: string }>('select count(*), max(seq) as last from clave.audit_events where person_key = $1', [key()])
    assert.deepEqual([Number(row?.count), Number(row?.last)], [200, 200])
  })
})
