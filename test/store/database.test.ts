import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDatabase, statement, type Database, type Statement } from '../../src/store/database.ts'
import { createEmptyDatabase, forEachEngine, type TestDatabase } from '../support/databases.ts'

const backend = statement('test_backend', 'select pg_backend_pid() as pid')
const types = statement('test_types', `select 9007199254740991::bigint as big, '2026-11-22 14:59:59.123456+00'::timestamptz as at,
  '2026-11-22'::date as day, '\\x00ff'::bytea as bytes, 612.50::numeric as amount, 'infinity'::timestamptz as never`)
const tooBig = statement('test_too_big', 'select 9007199254740993::bigint as big')
const insert = statement('test_insert', 'insert into public.numbers (n) values ($1)')
const raise = statement('test_raise', 'update public.numbers set n = n + 1 where id = $1')
const all = statement('test_all', 'select n from public.numbers order by id')
const slow = statement('test_slow', 'select pg_sleep(5)')

forEachEngine('database', (engine) => {
  let fresh: TestDatabase
  let database: Database
  const open = (more: object = {}): Database => openDatabase({ ...fresh.config, ...more })
  before(async () => {
    fresh = await createEmptyDatabase(engine)
    await fresh.sql('create table public.numbers (id integer primary key generated always as identity, n integer unique deferrable initially immediate)')
    database = open({ connections: 3 })
  })
  after(() => database.close())

  test('gives instants as milliseconds, days as text and bigint as a safe number', async () => {
    assert.deepEqual(await database.row(types), {
      big: Number.MAX_SAFE_INTEGER, at: Date.parse('2026-11-22T14:59:59.123Z'), day: '2026-11-22', bytes: Buffer.from([0, 255]), amount: '612.50', never: Infinity,
    })
    await assert.rejects(database.row(tooBig), /too large/)
  })

  test('does not touch the parsers of the process', async () => {
    const { default: pg } = await import('pg')
    assert.equal(pg.types.getTypeParser(20)('1'), '1')
  })

  test('a transaction that throws leaves nothing', async () => {
    const own = new Error('own')
    await assert.rejects(database.transaction(async (tx) => {
      await tx.run(insert, [100])
      throw own
    }), own)
    assert.deepEqual(await database.rows(all), [])
  })

  test('a statement that failed unseen is not reported as a commit', async () => {
    await assert.rejects(database.transaction(async (tx) => {
      await tx.run(insert, [100])
      await tx.run(insert, [100]).catch(() => undefined)
    }), /failed unseen/)
    assert.deepEqual(await database.rows(all), [])
  })

  test('a refused duplicate costs no connection', async () => {
    await fresh.sql('truncate public.numbers')
    const single = open({ connections: 1 })
    const pid = await single.row(backend)
    await single.run(insert, [1])
    await assert.rejects(single.run(insert, [1]), /unique/)
    await assert.rejects(single.transaction((tx) => tx.run(insert, [1])), /unique/)
    assert.deepEqual(await single.row(backend), pid)
    await single.close()
  })

  test('two transactions that wait for each other both end well', async () => {
    await fresh.sql('truncate public.numbers')
    for (const n of [1, 10]) await database.run(insert, [n])
    const ids = await fresh.sql<{ id: number }>('select id from public.numbers order by id')
    const [one, two] = [ids[0]?.id, ids[1]?.id]
    let [runs, holding] = [0, 0]
    const bothHoldOne = Promise.withResolvers<void>()
    const both = (first: unknown, second: unknown): Promise<void> =>
      database.transaction(async (tx) => {
        runs += 1
        await tx.run(raise, [first])
        holding += 1
        if (holding === 2) bothHoldOne.resolve()
        await bothHoldOne.promise
        await tx.run(raise, [second])
      })
    await Promise.all([both(one, two), both(two, one)])
    assert.deepEqual(await database.rows(all), [{ n: 3 }, { n: 12 }])
    assert.ok(runs > 2, 'one of them must have been the victim of a deadlock and have run again')
  })

  test('a single statement that loses a deadlock runs again', async () => {
    await fresh.sql('create table public.pair (id int primary key, n int not null)')
    await fresh.sql('insert into public.pair values (1, 0), (2, 0)')
    const ordered = (first: number): Statement => statement(`test_pair_${first}`, `
      with a as (update public.pair set n = n + 1 where id = ${first} returning pg_sleep(0.2)), b as (select count(*) from a)
      update public.pair set n = n + (select count(*) from b) where id = ${3 - first}`)
    const db = open()
    assert.deepEqual(await Promise.all([db.run(ordered(1)), db.run(ordered(2))]), [1, 1])
    assert.deepEqual(await fresh.sql('select n from public.pair order by id'), [{ n: 2 }, { n: 2 }])
    await db.close()
  })

  test('a statement that takes too long is ended by the server', async () => {
    const impatient = open({ statementTimeout: 100 })
    await assert.rejects(impatient.row(slow), /statement timeout/)
    assert.ok(await impatient.row(backend))
    await impatient.close()
  })

  test('a connection the server ends is replaced', async () => {
    const lost: Error[] = []
    const single = open({ connections: 1, onLost: (error: Error) => lost.push(error) })
    const before = await single.row<{ pid: number }>(backend)
    await fresh.sql('select pg_terminate_backend($1)', [before?.pid])
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.notDeepEqual(await single.row(backend), before)
    assert.equal(lost.length, 1)
    await single.close()
  })

  test('a connection that is lost between two statements of a transaction fails the transaction, not the process', async () => {
    const single = open({ connections: 1 })
    const counted = await fresh.sql('select n from public.numbers')
    await assert.rejects(single.transaction(async (tx) => {
      await tx.run(insert, [77])
      const { pid } = (await tx.row<{ pid: number }>(backend))!
      await fresh.sql('select pg_terminate_backend($1, 5000)', [pid])
      await new Promise((resolve) => setTimeout(resolve, 50)) // the driver hears of it while nothing is under way
      await tx.run(insert, [78])
    }))
    assert.deepEqual(await fresh.sql('select n from public.numbers'), counted)
    assert.ok(await single.row(backend), 'another connection took its place')
    await single.close()
  })

  test('names can be left out, for poolers that mix them up', async () => {
    const prepared = statement('test_prepared', 'select name from pg_prepared_statements')
    const [named, unnamed] = [open({ connections: 1 }), open({ connections: 1, namedStatements: false })]
    assert.deepEqual(await named.rows(prepared), [{ name: 'test_prepared' }])
    assert.deepEqual(await unnamed.rows(prepared), [])
    await Promise.all([named.close(), unnamed.close()])
  })
})

test('one name for two texts is a fault when it is declared', () => {
  assert.throws(() => statement('test_backend', 'select 1'), /two statements/)
  assert.throws(() => statement('x'.repeat(64), 'select 1'), /too long/)
})
