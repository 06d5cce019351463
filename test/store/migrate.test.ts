import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { migrate, MigrationRefused, migrationsFolder } from '../../src/store/migrate.ts'
import { createEmptyDatabase, forEachEngine } from '../support/databases.ts'

const temporary: string[] = []
after(() => temporary.forEach((folder) => rmSync(folder, { recursive: true })))

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'clave-migrations-'))
  temporary.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const two = { '0001-first.sql': 'create table numbers (n integer)', '0002-second.sql': 'insert into numbers values (1); insert into numbers values (2)' }

forEachEngine('migrations', (engine) => {
  test('bring an empty database up to date, and then have nothing to do', async () => {
    const database = await createEmptyDatabase(engine)
    const all = readdirSync(migrationsFolder).map((file) => file.replace('.sql', '')).sort()
    assert.deepEqual(await migrate(database.config), all)
    assert.deepEqual(await migrate(database.config), [])
    assert.equal((await database.sql('select clave.now()')).length, 1)
  })

  test('run once each when twenty servers start together', async () => {
    const database = await createEmptyDatabase(engine)
    const folder = folderWith(two)
    const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(database.config, { folder })))
    assert.deepEqual(applied.flat().sort(), ['0001-first', '0002-second'])
    assert.deepEqual(await database.sql('select n from clave.numbers order by n'), [{ n: 1 }, { n: 2 }])
  })

  test('refuse a changed file and run nothing after it', async () => {
    const database = await createEmptyDatabase(engine)
    await migrate(database.config, { folder: folderWith(two) })
    const changed = folderWith({ ...two, '0002-second.sql': 'select 1', '0003-third.sql': 'create table third ()' })
    await assert.rejects(migrate(database.config, { folder: changed }), (error) => error instanceof MigrationRefused && /0002-second is not the one/.test(error.message))
    assert.deepEqual(await database.sql("select to_regclass('clave.third') as third"), [{ third: null }])
  })

  test('take the same text with other line ends for the same', async () => {
    const database = await createEmptyDatabase(engine)
    await migrate(database.config, { folder: folderWith({ '0001-first.sql': 'select 1;\nselect 2' }) })
    assert.deepEqual(await migrate(database.config, { folder: folderWith({ '0001-first.sql': 'select 1;\r\nselect 2' }) }), [])
  })

  test('refuse a database newer than the program', async () => {
    const database = await createEmptyDatabase(engine)
    await migrate(database.config, { folder: folderWith(two) })
    const older = folderWith({ '0001-first.sql': two['0001-first.sql'] })
    await assert.rejects(migrate(database.config, { folder: older }), (error) => error instanceof MigrationRefused && /newer than this program/.test(error.message))
  })

  test('leave nothing of a failing file behind, and go on from there once it is mended', async () => {
    const database = await createEmptyDatabase(engine)
    const broken = folderWith({ ...two, '0002-second.sql': 'insert into numbers values (7); select nothing_like_this()' })
    await assert.rejects(migrate(database.config, { folder: broken }), /0002-second failed and changed nothing/)
    assert.deepEqual(await database.sql('select n from clave.numbers'), [])
    assert.deepEqual(await migrate(database.config, { folder: folderWith(two) }), ['0002-second'])
  })

  test('of the last release run on to the present', async () => {
    const database = await createEmptyDatabase(engine)
    const [first = ''] = readdirSync(migrationsFolder).sort()
    const old = folderWith({})
    copyFileSync(join(migrationsFolder, first), join(old, first))
    await migrate(database.config, { folder: old })
    await migrate(database.config)
    assert.deepEqual(await migrate(database.config), [])
  })
})

test('a gap in the numbers is a fault of the program', async () => {
  const database = await createEmptyDatabase()
  await assert.rejects(migrate(database.config, { folder: folderWith({ '0002-second.sql': 'select 1' }) }), /without gaps/)
})
