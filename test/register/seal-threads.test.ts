import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { importRegister } from '../../src/register/import.ts'
import { openSealThreads, type SealThreads } from '../../src/register/seal-threads.ts'
import { fileOf, importWorld, inPieces, invented, lineOf, type ImportWorld } from './import-world.ts'

const records = invented(400, 31)
const file = fileOf(records)
const options = { onBadLine: 'stop', fromStart: false, batchSize: 150_000, onProgress: () => undefined, onBadLineFound: () => undefined, onNote: () => undefined } as const

describe('register import with threads', () => {
  let world: ImportWorld
  let open: SealThreads
  before(async () => {
    world = await importWorld('embedded')
    open = threads()
  })
  after(async () => {
    await open.close()
    await world.end()
  })
  beforeEach(() => world.database.sql('truncate clave.people, clave.aliases, clave.register_imports'))

  const threads = (keyring = world.keyringFile): SealThreads => openSealThreads({ keyring, foreignerCode: defaultPolicy.identifier.foreignerCode, threads: 2 })
  /** Pieces of 5 KB: many blocks, which go round the threads. */
  const importWith = ({ seal }: SealThreads, text: string | Buffer, more: { onBadLine?: 'skip' } = {}) =>
    importRegister(inPieces(Buffer.from(text as string), 5_000), { ...world.deps, seal }, { ...options, ...more })

  test('the tables end as they do without threads, and the facts open', async () => {
    await world.importText(file)
    const [rows, aliases] = [await world.rows(), await world.aliases()]
    await world.database.sql('truncate clave.people, clave.aliases')
    const report = await importWith(open, file)
    assert.deepEqual([report.lines, report.counts.added], [400, 400])
    assert.deepEqual([await world.rows(), await world.aliases()], [rows, aliases])
    for (const record of records.slice(0, 50)) assert.deepEqual((await world.people.find(record.id)).record, record)
  })

  test('later lines replace earlier ones though another thread sealed them', async () => {
    const named = (round: number): string => fileOf(records.slice(0, 40).map((record) => ({ ...record, givenNames: `Nombre ${round}` })))
    await importWith(open, Array.from({ length: 8 }, (_, round) => named(round)).join(''))
    for (const { id } of records.slice(0, 40)) assert.equal((await world.people.find(id)).record?.givenNames, 'Nombre 7')
  })

  test('a byte order mark, blank lines and bad lines are told by their number, and the import goes on where it stopped', async () => {
    const lines = (from: number, to: number): string => fileOf(records.slice(from, to))
    const begun = `\ufeff${lines(0, 150)}\n \r\n${lines(150, 299)}`
    assert.deepEqual((await importWith(open, `${begun}{"v":1\n${lines(299, 400)}`)).stoppedAt, { line: 302, reason: 'The line is not one JSON object: it is cut off or malformed.' })
    assert.equal((await world.rows()).length, 299)
    const report = await importWith(open, begun + lines(299, 400))
    assert.deepEqual([report.resumedAfter, report.counts.added, report.counts.blank, report.stoppedAt], [301, 400, 2, null])
    const skipped = await importWith(open, Buffer.concat([Buffer.from(lineOf(records[0]!)), Buffer.alloc(2_000_000, 'x'), Buffer.from(`\n{}\n${lines(1, 20)}`)]), { onBadLine: 'skip' })
    assert.deepEqual([skipped.counts.bad, skipped.counts.same], [2, 20])
  })

  test('a thread that cannot work ends the import with its reason, and nothing is stored', async () => {
    const broken = threads('{"identity":"x"}')
    await assert.rejects(importWith(broken, file), /key ring: identity/)
    await broken.close()
    assert.deepEqual(await world.rows(), [])
  })

  test('a thread that ends in the middle ends the import; what was stored is the beginning of the file, and the import goes on there', async () => {
    const ending = threads()
    const half = Buffer.from(file).subarray(0, file.length / 2)
    async function* pieces(): AsyncGenerator<Buffer> {
      yield* inPieces(half, 5_000)
      await ending.close()
      yield Buffer.from(file).subarray(half.length)
    }
    await assert.rejects(importRegister(pieces(), { ...world.deps, seal: ending.seal }, options), /A thread of the import ended before its work was done/)
    const stored = await world.rows()
    const [{ lines_done: lines }] = await world.database.sql<{ lines_done: number }>('select lines_done from clave.register_imports order by id desc limit 1') as [{ lines_done: number }]
    assert.equal(stored.length, lines)
    assert.ok(lines > 0 && lines < 400)
    assert.deepEqual((await importWith(open, file)).resumedAfter, lines)
    assert.equal((await world.rows()).length, 400)
  })
})
