import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { logIn } from '../../src/app/log-in.ts'
import { repudiate } from '../../src/app/repudiate.ts'
import { day } from '../../src/domain/types.ts'
import type { ReceivedMail } from '../support/inbox.ts'
import { makeKey, origin, password } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const [now, register, old, older] = ['ahora@example.org', 'ventanilla@example.org', 'antes@example.org', 'mucho-antes@example.org']

async function mailThat(to: string, subject: RegExp): Promise<ReceivedMail> {
  for (;;) {
    const mail = await world.inbox.waitFor(to)
    if (subject.test(mail.subject)) return mail
  }
}

test('NOTICE-1: a new browser and a freeze are told to the register’s address and to one given up days ago too', async () => {
  const record = { ...worker(), contacts: [{ kind: 'email' as const, value: register, verifiedBy: 'office' as const, since: '2023-05-01' }] }
  const person = await world.enrol(record)
  assert.equal((await makeKey(world, record, now)).is, 'issued')
  for (const [value, ago] of [[old, 9], [older, 11]] as const) {
    await world.database.sql(`insert into clave.former_contacts values ($1, 'email', $2, $3, clave.now() - $4 * interval '1 ms')`,
      [Buffer.from(person, 'hex'), value, world.cipher.encrypt(person, 'contact', value), ago * day])
  }
  assert.equal((await logIn(world.deps, record.id, password, origin)).is, 'in')
  const told = await Promise.all([now, register, old].map((to) => mailThat(to, /navegador/)))
  const link = told[2]!.links.find((each) => each.includes('/no-fui-yo/'))!
  assert.equal((await repudiate(world.deps, link.split('/').pop()!, record.id, 'es', origin)).is, 'frozen')
  await Promise.all([now, register, old].map((to) => mailThat(to, /congelada/)))
  assert.deepEqual(world.inbox.mails.filter(({ to }) => to === older), [], 'its «No fui yo» would be over')
})
