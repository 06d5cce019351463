import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { second } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openPostOffice, until } from '../support/post-office.ts'

forEachEngine('courier killed', (engine) => {
  test('kill -9 in the middle: no mail is lost, and only those under way may come twice', async (t) => {
    const office = await openPostOffice(engine)
    t.after(() => office.close())
    const addresses = Array.from({ length: 24 }, (_, i) => `p${i}@ejemplo.ec`)
    for (const to of addresses) await office.queueNotice(to)
    office.inbox.delay(100)

    const script = join(import.meta.dirname, '..', 'support', 'courier-process.ts')
    const doomed = spawn(process.execPath, [script, office.database.url, office.inbox.url], { stdio: ['pipe', 'ignore', 'inherit'] })
    doomed.stdin.end(office.keyringText)
    await until('six arrived', () => office.inbox.mails.length >= 6 || doomed.exitCode !== null)
    doomed.kill('SIGKILL')
    const left = (await office.rows()).filter(({ sent }) => sent === null).length
    assert.ok(left > 0 && left < 24, `${left} of 24 were left, so the kill came too late or too early`)

    office.courier()
    await office.database.clock.advance(61 * second)
    await office.settled()
    assert.deepEqual([...new Set(office.inbox.mails.map(({ to }) => to))].sort(), [...addresses].sort())
    assert.ok(office.inbox.mails.length <= 24 + 4, `${office.inbox.mails.length} mails for 24 orders`)
  })
})
