import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { notJson } from '../../src/register/record.ts'
import { tooLongLine } from '../../src/register/import.ts'
import { OtherStream } from '../../src/register/resume.ts'
import { notUtf8 } from '../../src/register/seal.ts'
import { BrokenSource } from '../../src/register/source.ts'
import { forEachEngine } from '../support/databases.ts'
import { fileOf, importWorld, inPieces, invented, lineOf, type ImportWorld } from './import-world.ts'

const none = { added: 0, changed: 0, same: 0, replaced: 0, bad: 0, blank: 0 }
const records = invented(300)
const file = fileOf(records)
const [ana, eva] = [records[0]!, records[1]!]

forEachEngine('register import', (engine) => {
  let world: ImportWorld
  before(async () => { world = await importWorld(engine) })
  after(() => world.end())
  beforeEach(async () => {
    await world.database.sql('truncate clave.people, clave.aliases, clave.register_imports')
    world.notes.length = world.bad.length = 0
  })

  test('everybody of the file is found afterwards, by each of their identifiers, with the facts of the line', async () => {
    const report = await world.importText(file)
    assert.deepEqual(report, { lines: 300, counts: { ...none, added: 300 }, resumedAfter: 0, stoppedAt: null })
    for (const record of records) {
      for (const identifier of [record.id, ...(record.aliases ?? [])]) {
        const found = await world.people.find(identifier)
        assert.deepEqual([found.record, found.status, found.person], [record, record.status, world.keyring.personKey(record.id)])
      }
    }
  })

  test('the same file again changes nothing, not even when somebody was written', async () => {
    await world.importText(file)
    const state = () => world.database.sql('select person_key, facts, updated_at, ctid::text from clave.people order by 1')
    const before = await state()
    assert.deepEqual((await world.importText(file)).counts, { ...none, same: 300 })
    assert.deepEqual(await state(), before)
  })

  test('blanks, another order of fields and a carriage return are no change', async () => {
    await world.importText(lineOf(ana))
    const turned = JSON.stringify(Object.fromEntries(Object.entries(ana).reverse())).replaceAll('":', '" : ')
    assert.deepEqual((await world.importText(`${turned}\r\n`)).counts, { ...none, same: 1 })
  })

  test('a later line for the same person replaces an earlier one, close behind, in another batch and in another file', async () => {
    const named = (givenNames: string) => lineOf({ ...ana, givenNames })
    assert.deepEqual((await world.importText(named('Una') + named('Dos'))).counts, { ...none, added: 1, replaced: 1 })
    assert.equal((await world.people.find(ana.id)).record?.givenNames, 'Dos')
    await world.importText(named('Tres') + fileOf(records.slice(1)) + named('Cuatro'))
    assert.equal((await world.people.find(ana.id)).record?.givenNames, 'Cuatro')
    assert.deepEqual((await world.importText(named('Cinco'))).counts, { ...none, changed: 1 })
    assert.equal((await world.people.find(ana.id)).record?.givenNames, 'Cinco')
  })

  for (const [name, between] of [['in one batch', ''], ['over batches', fileOf(invented(60, 9))]] as const) {
    test(`ID-2: a foreigner who gets a cédula is one person afterwards, and an alias that is gone is gone (${name})`, async () => {
      const code = { type: 'extranjero', value: 'EX7654321' } as const
      const foreigner = lineOf({ ...eva, id: code, aliases: undefined })
      const citizen = lineOf({ ...ana, aliases: [code] })
      await world.importText(foreigner + between + citizen)
      assert.equal((await world.people.find(code)).record?.givenNames, ana.givenNames)
      const inRegister = (await world.rows()).map(({ person_key }) => (person_key as Buffer).toString('hex'))
      assert.ok(!inRegister.includes(world.keyring.personKey(code)), 'the record under the code ended')
      await world.importText(citizen + between + lineOf({ ...ana, aliases: [] }))
      assert.equal((await world.people.find(code)).record, null)
      await world.importText(citizen + between + foreigner)
      assert.equal((await world.people.find(code)).record?.givenNames, eva.givenNames)
      assert.deepEqual((await world.people.find(ana.id)).record?.givenNames, ana.givenNames)
    })
  }

  test('a bad line stops the import: what stands before it is stored, and the mended file goes on there', async () => {
    const lines = file.split('\n')
    lines[199] = lines[199]!.replace('"v":1', '"v":2')
    const stopped = await world.importText(lines.join('\n'))
    const bad = { line: 200, reason: 'v: expected 1: this program reads version 1 of the record.' }
    assert.deepEqual(stopped, { lines: 199, counts: { ...none, added: 199 }, resumedAfter: 0, stoppedAt: bad })
    assert.deepEqual([(await world.rows()).length, world.bad], [199, [bad]])
    const mended = await world.importText(file)
    assert.deepEqual(mended, { lines: 300, counts: { ...none, added: 300 }, resumedAfter: 199, stoppedAt: null })
    assert.match(world.notes.join(), /cut off; going on after line 199/)
  })

  test('bad lines are skipped when asked, each with its number and reason; blank lines are counted and no harm', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(lineOf(ana)), Buffer.from('\n \r\n'),
      Buffer.from('{"v":1\n'), Buffer.from([0x7b, 0xff, 0x0a]), Buffer.from(lineOf(eva).replace('"surnames"', '"surname"')),
      Buffer.alloc(10_000_000, 'x'), Buffer.from(`\n${lineOf(eva).trimEnd()}`),
    ])
    const report = await world.importText(bytes, { onBadLine: 'skip' })
    assert.deepEqual(report, { lines: 8, counts: { ...none, added: 2, bad: 4, blank: 2 }, resumedAfter: 0, stoppedAt: null })
    assert.deepEqual(world.bad, [
      { line: 4, reason: notJson },
      { line: 5, reason: notUtf8 },
      { line: 6, reason: 'surnames: expected text of 1 to 100 characters.' },
      { line: 7, reason: tooLongLine },
    ])
    assert.deepEqual(world.notes, ['The byte order mark at the start is passed over.'])
  })

  test('a line that is too long stops the import like any bad line', async () => {
    const report = await world.importText(lineOf(ana) + 'x'.repeat(3_000_000) + '\n' + lineOf(eva))
    assert.deepEqual(report.stoppedAt, { line: 2, reason: tooLongLine })
    await world.importText(lineOf(ana) + lineOf(eva))
    assert.equal((await world.rows()).length, 2)
  })

  test('an empty file is a register of nobody', async () => {
    assert.deepEqual(await world.importText(''), { lines: 0, counts: none, resumedAfter: 0, stoppedAt: null })
  })

  test('a source that breaks leaves its whole lines stored, and the import goes on when it is whole', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield* inPieces(Buffer.from(file.slice(0, file.length / 2)))
      throw new BrokenSource('The gzip file ends too early: it was cut off.')
    }
    await assert.rejects(world.importBytes(broken()), BrokenSource)
    const stored = (await world.rows()).length
    assert.equal(stored, file.slice(0, file.length / 2).split('\n').length - 1)
    const report = await world.importText(file)
    assert.deepEqual([report.resumedAfter, report.counts.added, (await world.rows()).length], [stored, 300, 300])
  })

  test('another stream with the same beginning is not taken for the rest of the first', async () => {
    const stopped = file.replace(lineOf(records[250]!), '{}\n')
    await world.importText(stopped)
    const other = fileOf([...records.slice(0, 100), ...records.slice(150)])
    await assert.rejects(world.importText(other), OtherStream)
    await assert.rejects(world.importText(fileOf(records.slice(0, 20))), OtherStream)
    assert.equal((await world.importText(other, { fromStart: true })).lines, 250)
    assert.equal((await world.importText(file)).resumedAfter, 0, 'an import that ended is never gone on with')
  })

  test('of two imports at once the one that began later wins, the other stops', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => { release = resolve })
    async function* slow(): AsyncGenerator<Buffer> {
      yield Buffer.from(file.slice(0, 100_000))
      await held
      yield Buffer.from(file.slice(100_000))
    }
    const first = assert.rejects(world.importBytes(slow()), /Another import has begun; this one stopped/)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await world.importText(fileOf(records.slice(0, 10)), { fromStart: true })
    release()
    await first
  })

  test('AUDIT-2: nothing of a person can be read in the tables', async () => {
    const canary = { ...ana, givenNames: 'Canariedad', surnames: 'Pajarillo', aliases: [{ type: 'extranjero', value: 'EX5550123' }] as const,
      contacts: [{ kind: 'email', value: 'canario@correo.example', verifiedBy: 'none', since: '2020-01-01' }] as const }
    await world.importText(lineOf(canary))
    const dump = (await world.database.sql<{ row: string }>(`
      select p::text as row from clave.people p union all select a::text from clave.aliases a union all select i::text from clave.register_imports i`)).map(({ row }) => row).join('\n')
    const [person] = await world.database.sql<{ facts: Buffer }>('select facts from clave.people')
    const values = ['Canariedad', 'Pajarillo', 'EX5550123', 'canario@', ana.id.value, ana.birthDate]
    for (const value of values) for (const form of [value, Buffer.from(value).toString('hex')]) assert.ok(!dump.includes(form), form)
    for (const value of values) assert.ok(!person!.facts.includes(value), value)
    assert.ok(dump.length > 1_000, 'the dump holds the row')
  })
})
