/** D-04, A-08: every rule of src/domain/retention.ts with the clock just before and just after its time, and what must stay. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { countAll, makeRetentionTurn, sweepAll } from '../../src/app/retention.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { keptTables, periodOf, retentionNames, retentionRules, type RetentionName } from '../../src/domain/retention.ts'
import { day, hour, minute, type PersonKey } from '../../src/domain/types.ts'
import { chainStart, verifyAllChains } from '../../src/store/audit-chains.ts'
import { openDatabase, statement } from '../../src/store/database.ts'
import { makeRetention } from '../../src/store/retention.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

const noon = Date.parse('2026-11-22T17:00:00Z')

forEachEngine('retention', (engine) => {
  let it: TestStore
  let person: PersonKey
  const retention = () => makeRetention(it.db)
  const sweep = () => sweepAll(retention(), defaultPolicy, 3)
  const sql = (text: string, ...values: readonly unknown[]) => it.database.sql(text, values)
  const key = (): Buffer => Buffer.from(person, 'hex')
  const event = (): Promise<unknown> => it.store.note(person, { type: 'login.refused', facts: { lane: 'stranger', reason: 'wait' }, personal: { network: '203.0.113.0/24' } })

  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())
  beforeEach(async () => {
    person = randomBytes(16).toString('hex') as PersonKey
    await it.database.clock.freeze(noon)
  })

  const link = (columns: string, values: string): Promise<unknown> => sql(`
    insert into clave.links (token_hash, person_key, kind, address_hash, code_hash, tries_left, created_at, lifetime${columns})
    values ($1, $2, 'unlock', '', '', 5, clave.now(), '15 min'${values})`, randomBytes(32), key())
  const device = (ended: string, expires: string): Promise<unknown> => it.store.transaction(async (tx) => {
    await it.store.append(tx, person, { type: 'device.trusted', facts: { notices: 0 } })
    await it.store.devices.trust(tx, person, Buffer.alloc(32, 7), 'Firefox')
  }).then(() => sql(`with e as (select clave.append_event($1, 'device.ended', '{"reason":"x"}')) update clave.devices set ended_at = ${ended}, expires_at = ${expires} from e where person_key = $1`, key()))
    .then(() => sql(`insert into clave.login_attempts values ($1, $2, 4, 0, '-infinity'), ($1, 'stranger', 5, 19, clave.now())`, key(), `device ${'07'.repeat(32)}`))

  /** Each makes one row whose time begins at the clock's now. */
  const rows: Readonly<Record<RetentionName, () => Promise<unknown>>> = {
    journeys: () => sql("insert into clave.journeys values ($1, $2, 1, '', clave.now() - interval '9 hours', clave.now())", randomBytes(32), key()),
    'contact-changes': async () => {
      const hash = randomBytes(32)
      await sql("insert into clave.links (token_hash, person_key, kind, address_hash, code_hash, tries_left, created_at, lifetime) values ($1, $2, 'change-current', '', '', 5, clave.now(), '15 min')", hash, key())
      await sql("insert into clave.contact_changes values ($1, '', 'email', '', $2, null, clave.now())", key(), hash)
    },
    'bank-changes': () => sql("insert into clave.bank_changes values ($1, '', '', clave.now())", key()),
    challenges: () => sql('insert into clave.used_challenges values ($1, clave.now())', person),
    tickets: () => sql("insert into clave.robot_tickets (network, issued_at, ripe_at) values ('', clave.now(), clave.now())"),
    mails: () => sql("insert into clave.outbox (person_key, kind, address_hash, created_at, due_at, sent_at) values ($1, 'unlock', '', clave.now() - interval '1 hour', clave.now(), clave.now())", key()),
    links: () => link(', expires_at', ', clave.now()'),
    sessions: () => sql("insert into clave.sessions (id_hash, person_key, started_at, seen_at, ended_at) values ($1, $2, clave.now() - interval '1 hour', clave.now(), clave.now())", randomBytes(32), key()),
    'unlock-requests': () => sql("insert into clave.unlock_requests (person_key, reason, language, asked_at, due_at, done_at, mailed) values ($1, 'asked', 'es', clave.now(), clave.now(), clave.now(), true)", key()),
    'ended-browsers': () => device('clave.now()', 'null'),
    'unused-browsers': () => device('null', 'null'),
    decks: () => it.store.transaction((tx) => it.store.proofing.begin(tx, person, [{ questions: [] }])),
    'former-contacts': () => sql("insert into clave.former_contacts values ($1, 'email', 'h', 'v', clave.now())", key()),
    reopenings: () => sql("insert into clave.reopenings values ($1, clave.now(), 'contact')", key()),
    places: event,
    events: event,
    'watched-tries': () => sql("insert into clave.watched_tries values (clave.now(), 'number', 'c', 'm')"),
    'failed-proofings': () => sql('insert into clave.proofing_failures values (clave.now(), 1, 1)'),
    'failed-sign-ins': () => sql('insert into clave.login_failures values (clave.now(), 1)'),
    alarms: () => sql("insert into clave.alarms (code, since, seen_at, until, most) values ('login-spray', clave.now() - interval '1 hour', clave.now(), clave.now(), 1)"),
    'officer-links': () => sql("insert into clave.officer_links values ($1, 'c', clave.now(), null)", randomBytes(32)),
    'officer-sessions': () => sql("insert into clave.officer_sessions values ($1, 'c', clave.now() - interval '1 hour', clave.now(), null)", randomBytes(32)),
  }

  for (const name of retentionNames) {
    test(`${name}: there just before its time, gone just after, and a second run finds nothing`, async () => {
      await sweep()
      await rows[name]()
      // A day of the calendar begins and ends within the period and a day beside it.
      const slack = name === 'decks' ? 2 * day : 1
      await it.database.clock.freeze(noon + periodOf(name, defaultPolicy) - (name === 'decks' ? 0 : 1))
      assert.equal(await retention().count(name, periodOf(name, defaultPolicy)), 0)
      assert.equal((await sweep())[name], 0)
      await it.database.clock.freeze(noon + periodOf(name, defaultPolicy) + slack)
      assert.equal(await retention().count(name, periodOf(name, defaultPolicy)), name === 'events' || name === 'places' ? await eventsOlder(name) : 1)
      assert.ok((await sweep())[name] >= 1)
      assert.equal((await sweep())[name], 0)
      assert.equal(Object.values(await countAll(retention(), defaultPolicy)).reduce((a, b) => a + b), 0)
    })
  }
  const eventsOlder = (name: 'events' | 'places') => retention().count(name, periodOf(name, defaultPolicy))

  test('a dry run counts and changes nothing', async () => {
    for (let turn = 0; turn < 7; turn += 1) await rows.mails()
    await it.database.clock.freeze(noon + 8 * day)
    assert.equal((await countAll(retention(), defaultPolicy)).mails, 7)
    assert.equal((await countAll(retention(), defaultPolicy)).mails, 7)
    assert.equal((await sweep()).mails, 7, 'in batches of three')
  })

  test('what is alive stays, however old: mail that waits and its link, an open round, a «No fui yo» within its ten days, a request that waits', async () => {
    const hash = randomBytes(32)
    await sql("insert into clave.links (token_hash, person_key, kind, address_hash, code_hash, tries_left, created_at, lifetime, expires_at) values ($1, $2, 'unlock', '', '', 5, clave.now(), '15 min', clave.now())", hash, key())
    await sql("insert into clave.outbox (person_key, kind, address_hash, created_at, due_at, link_hash) values ($1, 'unlock', '', clave.now(), clave.now(), $2)", key(), hash)
    await sql("insert into clave.links (token_hash, person_key, kind, address_hash, code_hash, tries_left, created_at, lifetime, expires_at) values ($1, $2, 'repudiate', '', '', 5, clave.now(), '240 h', clave.now() + interval '240 h')", randomBytes(32), key())
    await sql("insert into clave.unlock_requests (person_key, reason, language, asked_at, due_at) values ($1, 'asked', 'es', clave.now(), clave.now())", key())
    await it.database.clock.freeze(noon + 10 * day - minute)
    const counts = await sweep()
    assert.deepEqual([counts.mails, counts.links, counts['unlock-requests']], [0, 0, 0])
    await sql('update clave.outbox set given_up_at = clave.now() where person_key = $1', key())
    await it.database.clock.freeze(noon + 17 * day + minute)
    const later = await sweep()
    assert.deepEqual([later.mails, later.links], [1, 2], 'a mail goes before its link, in one run')
  })

  test('PROOF-2, PROOF-4: failures and their decks stay for years; a deck on the table stays too', async () => {
    await rows.decks()
    const claim = () => it.store.transaction((tx) => it.store.proofing.claim(tx, person))
    const first = (await claim())!
    await it.database.clock.freeze(noon + 400 * day)
    await sweep()
    const load = () => it.store.transaction((tx) => it.store.proofing.load(tx, person))
    assert.equal((await load())?.open?.attempt, first.attempt)
    await it.store.transaction((tx) => it.store.proofing.take(tx, person, first.attempt))
    await it.database.clock.freeze(noon + 800 * day)
    await sweep()
    assert.deepEqual((await load())?.standing, { is: 'free', leftToday: 3, leftInAll: 8 })
    assert.equal((await load())?.plan, null) // of an earlier day: made anew at the next try
  })

  test('LOGIN-1, LOGIN-5: with a browser goes the count of its lane, never the run of failures nor the strangers’ block', async () => {
    await rows['ended-browsers']()
    await it.database.clock.freeze(noon + 30 * day)
    assert.equal((await sweep())['ended-browsers'], 1)
    assert.deepEqual(await sql('select lane, in_a_row, since_success from clave.login_attempts where person_key = $1', key()), [{ lane: 'stranger', in_a_row: 5, since_success: 19 }])
  })

  test('AUDIT-1: a browser that has its lane is still not deleted without an event', async () => {
    await rows['unused-browsers']()
    await assert.rejects(sql('delete from clave.devices where person_key = $1', key()), /a change to devices without an event/)
  })

  test('A-08: a chain that lost its beginning verifies, its receipts do, it goes on, and the database refuses to let go of younger events', async () => {
    for (let turn = 0; turn < 5; turn += 1) await event()
    await it.database.clock.advance(periodOf('events', defaultPolicy) - day)
    for (let turn = 0; turn < 2; turn += 1) await event()
    const faults = async (): Promise<unknown[]> => {
      const found: unknown[] = []
      await verifyAllChains(it.db, { onFault: (fault) => found.push(fault) })
      return found
    }
    await it.database.clock.advance(2 * day)
    await sweep()
    assert.deepEqual(await sql('select seq::int, personal is null as erased from clave.audit_events where person_key = $1 order by seq', key()), [{ seq: 6, erased: false }, { seq: 7, erased: false }])
    assert.deepEqual(await faults(), [])
    assert.equal((await chainStart(it.db, person))?.seq, 5)
    await event()
    assert.deepEqual(await faults(), [])
    const young = (seq: number): Promise<unknown> => sql('update clave.person_streams s set trimmed_seq = $2, trimmed_hash = e.hash from clave.audit_events e where s.person_key = $1 and e.person_key = $1 and e.seq = $2', key(), seq)
    await assert.rejects(young(7), /younger than two years/)
    await assert.rejects(sql('delete from clave.audit_events where person_key = $1 and seq = 6', key()), /append-only/)
    await sql('set session_replication_role = replica')
    await young(6)
    await sql('set session_replication_role = default')
    assert.deepEqual(await faults(), [{ person, seq: 6, kind: 'missing' }, { person, seq: 6, kind: 'changed' }], 'an event before the beginning')
    await sql('set session_replication_role = replica')
    await sql('update clave.person_streams set trimmed_seq = 5, trimmed_hash = sha256(trimmed_hash) where person_key = $1', key())
    await sql('set session_replication_role = default')
    assert.deepEqual(await faults(), [{ person, seq: 6, kind: 'changed' }], 'a beginning that does not fit')
  })

  test('A-08: when every event of a chain went, its end holds against its beginning', async () => {
    await event()
    await it.database.clock.advance(periodOf('events', defaultPolicy) + day)
    await sweep()
    const found: unknown[] = []
    const look = () => verifyAllChains(it.db, { onFault: (fault) => fault.person === person && found.push(fault) })
    await look()
    assert.deepEqual(found, [])
    await event()
    await look()
    assert.deepEqual(found, [])
  })

  test('several servers: one has the turn, once an hour; a dead one loses it; a clock that went back stops nothing', async () => {
    await sql("update clave.recurring_work set due_at = '-infinity'")
    const all = async (step: () => Promise<boolean>): Promise<number> => {
      let steps = 0
      while (await step()) steps += 1
      return steps
    }
    const servers = [1, 2, 3].map(() => makeRetentionTurn(retention(), defaultPolicy))
    for (let turn = 0; turn < 4; turn += 1) await rows.mails()
    await it.database.clock.freeze(noon + 8 * day)
    const steps = await Promise.all(servers.map(all))
    assert.deepEqual(steps.filter((each) => each > 0), [retentionNames.length + 1])
    const [row] = await it.database.sql<{ counts: { mails: number } }>("select counts from clave.recurring_work where name = 'retention'")
    assert.equal(row?.counts.mails, 4)
    assert.deepEqual(await Promise.all(servers.map(all)), [0, 0, 0])
    await it.database.clock.advance(hour + 1)
    const dead = servers[0]!
    await dead()
    assert.equal(await servers[1]!(), false)
    await it.database.clock.advance(5 * minute + 1)
    assert.equal(await all(servers[1]!), retentionNames.length)
    await it.database.clock.advance(-30 * day)
    assert.equal(await all(servers[2]!), retentionNames.length)
  })

  test('a row that somebody holds is passed over and goes the next time', async () => {
    await rows.mails()
    await it.database.clock.freeze(noon + 8 * day)
    let meanwhile = -1
    await it.db.transaction(async (tx) => {
      await tx.client.query('select from clave.outbox where person_key = $1 for update', [key()])
      meanwhile = (await sweep()).mails
    })
    assert.deepEqual([meanwhile, (await sweep()).mails], [0, 1])
  })

  test('a sweep that finds nothing reads no young row of the tables that grow with use', async () => {
    await sql(`insert into clave.links (token_hash, person_key, kind, address_hash, code_hash, tries_left, created_at, lifetime, expires_at)
      select sha256(g::text::bytea), substring(sha256(g::text::bytea) for 16), 'unlock', '', '', 5, clave.now(), '15 min', clave.now() from generate_series(1, 6000) g`)
    await sql(`insert into clave.outbox (person_key, kind, address_hash, created_at, due_at, sent_at) select person_key, 'unlock', '', created_at, created_at, created_at from clave.links`)
    await sql('insert into clave.sessions (id_hash, person_key, started_at, seen_at) select token_hash, person_key, created_at, created_at from clave.links')
    await sql("insert into clave.journeys select token_hash, person_key, 1, sha256('x'), created_at, created_at from clave.links")
    await sql(`select count(clave.append_event(substring(sha256((g % 500)::text::bytea) for 16), 'login.failed', '{}', sha256('p'))) from generate_series(1, 6000) g`)
    await sql('analyze')
    const one = openDatabase({ ...it.database.config, connections: 1 })
    const flush = statement('test-flush', 'select pg_stat_force_next_flush()')
    const rowsRead = async (): Promise<number> => {
      // What a connection counted is seen by others after the transaction that follows this one.
      for (const text of [flush.text, flush.text]) await Promise.all([one.rows(flush), it.db.rows(flush), sql(text)])
      const [row] = await it.database.sql<{ rows: number }>(`select sum(seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_user_tables
        where schemaname = 'clave' and relname in ('links', 'outbox', 'sessions', 'journeys', 'audit_events')`)
      return row!.rows
    }
    const sweepOnce = async (): Promise<number> => {
      const before = await rowsRead()
      await sweepAll(makeRetention(one), defaultPolicy)
      return (await rowsRead()) - before
    }
    const read = await sweepOnce()
    assert.ok(read < 500, `${read} rows read`)
    await sql('drop index clave.sessions_by_time')
    const without = await sweepOnce()
    await sql('create index sessions_by_time on clave.sessions (started_at)')
    await one.close()
    assert.ok(without >= 6000, `this test finds a missing index: ${without} rows read`)
  })

  test('every table is under a rule or among those that time does not touch, and no rule names another', async () => {
    const tables = (await it.database.sql<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'clave' and table_name <> 'test_clock' order by 1")).map(({ name }) => name)
    const named = [...new Set([...Object.values(retentionRules).flatMap((rule) => [...rule.tables]), ...Object.keys(keptTables)])].sort()
    assert.deepEqual(named, tables)
  })
})
