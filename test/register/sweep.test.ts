import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sweepRegister, type Sweep, type SweepParts } from '../../src/register/sweep.ts'
import { atOneMoment, openPeopleReader } from '../../src/store/register-sweep.ts'
import type { CountingSetup } from './counting-fold.ts'
import { fileOf, importWorld, invented, type ImportWorld } from './import-world.ts'

const records = invented(400, 31)

describe('a pass over the register', () => {
  let world: ImportWorld
  before(async () => {
    world = await importWorld('server')
    await world.importText(fileOf(records))
  })
  after(() => world.end())

  const fold = (setup: CountingSetup) => ({ module: new URL('./counting-fold.ts', import.meta.url).href, setup })
  const sweep = (setup: CountingSetup = {}, more: Partial<SweepParts> = {}): Promise<Sweep> => sweepRegister({
    db: world.db, database: world.database.config, keyring: world.keyringFile, threads: 2, pagesAtOnce: 3, folds: [fold(setup)], onProgress: () => undefined, ...more,
  })
  const sorted = (people: unknown): string[] => (people as [string, string][]).map(([key, names]) => `${key} ${names}`).sort()
  const everybody = (): string[] => records.map(({ id, givenNames }) => `${world.keyring.personKey(id)} ${givenNames}`).sort()

  for (const threads of [1, 3]) test(`meets everybody once, opened (threads: ${threads})`, async () => {
    const shares: number[] = []
    const { people, merged } = await sweep({}, { threads, folds: [fold({}), fold({})], onProgress: ({ share }) => shares.push(share) })
    assert.deepEqual(merged.map(sorted), [everybody(), everybody()], 'both folds met them')
    assert.deepEqual([people, shares.at(-1), shares.length > 10], [400, 1, true])
  })

  test('is of one moment: an import that changes everybody meanwhile doubles nobody and hides nobody', async () => {
    const met: string[] = []
    await atOneMoment(world.db, async ({ snapshot, pages }) => {
      const middle = Math.floor(pages / 2)
      const read = async (from: number, to: number): Promise<void> => {
        const reader = await openPeopleReader(world.database.config, snapshot)
        await reader.read(from, to, (key) => met.push(key.toString('hex')))
        await reader.close()
      }
      await read(0, middle)
      const changed = await world.importText(fileOf(records.map((record) => ({ ...record, contributions: 1_111 }))))
      assert.equal(changed.counts.changed, 400)
      await world.database.sql('vacuum clave.people')
      await read(middle, pages)
    })
    assert.deepEqual(met.sort(), records.map(({ id }) => world.keyring.personKey(id)).sort())
  })

  test('ends with the reason of a fold that fails, and with no word of the person', async () => {
    await assert.rejects(sweep({ failAt: records[200]!.givenNames }), /^Error: the fold gives up$/)
  })

  test('ends at facts that were tampered with', async () => {
    await world.database.sql("update clave.people set facts = set_byte(facts, 60, 255 - get_byte(facts, 60)) where person_key = (select person_key from clave.people limit 1)")
    await assert.rejects(sweep(), /unable to authenticate/)
  })

  test('of nobody is nothing', async () => {
    await world.database.sql('truncate clave.people, clave.aliases')
    assert.deepEqual(await sweep(), { people: 0, merged: [[]] })
  })
})
