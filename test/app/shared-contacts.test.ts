import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { askForMail, useCode } from '../../src/app/confirm-address.ts'
import { keepContacts } from '../../src/app/personal-bank.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { day, hour } from '../../src/domain/types.ts'
import { begin, makeKey, nextCode, type Walk } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
let people = 0
before(async () => {
  world = await createWorld({ policy: { bank: defaultPolicy.bank } })
  await world.clock.setNow(noon)
})

async function somebody(): Promise<RegisterRecord> {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  return record
}

async function atMail(email: string, phone: string): Promise<Walk> {
  const record = await somebody()
  const walk = await begin(world, record.id)
  await walk.show()
  await walk.answer(record)
  await keepContacts(world.deps, await walk.read(), { email, phone: { value: phone, kind: 'mobile' } })
  await askForMail(world.deps, await walk.read())
  return walk
}

/** Everybody of makeKey has one telephone: it is made another for those who stand. */
const otherPhones = (): Promise<unknown> => world.database.sql(`
  with touched as (select person_key, clave.append_event(person_key, 'contact.changed', '{}') from clave.contacts where kind = 'mobile' group by person_key)
  update clave.contacts c set value_hash = sha256(c.person_key) from touched where c.person_key = touched.person_key and c.kind = 'mobile'`)

const flags = async ({ id }: RegisterRecord): Promise<number> =>
  (await world.database.sql("select 1 from clave.audit_events where person_key = $1 and type = 'contact.shared'", [Buffer.from(world.personKey(id), 'hex')])).length

test('PROOF-12, P-12: an address serves three people; the fourth is refused at the confirming step, and the second of a day raises a flag on both', async () => {
  const records = [await somebody(), await somebody(), await somebody()]
  for (const [at, record] of records.entries()) {
    assert.deepEqual(await makeKey(world, record, at === 1 ? 'Familia@example.org' : 'familia@example.org'), { is: 'issued' })
    await otherPhones()
    await world.clock.advance(at === 0 ? hour : 2 * day)
  }
  assert.deepEqual(await Promise.all(records.map(flags)), [1, 1, 0], 'the third came two days later')
  assert.deepEqual((await world.deps.store.alarms.list(9)).map(({ code, most }) => [code, most]), [['shared-contact', 2]], 'and an alarm, once')
  const walk = await atMail('familia@example.org', '+593990000001')
  assert.deepEqual(await useCode(world.deps, await walk.read(), await nextCode(world, 'familia@example.org')), { is: 'not-usable' })
  assert.equal((await walk.read()).facts.confirmed, undefined)
  await keepContacts(world.deps, await walk.read(), { email: 'propio@example.org', phone: { value: '+593990000001', kind: 'mobile' } })
  await askForMail(world.deps, await walk.read())
  assert.deepEqual(await useCode(world.deps, await walk.read(), await nextCode(world, 'propio@example.org')), { is: 'confirmed' })
})

test('PROOF-12: so does a telephone', async () => {
  for (let n = 0; n < 3; n += 1) assert.deepEqual(await makeKey(world, await somebody(), `telefono${n}@example.org`), { is: 'issued' })
  const walk = await atMail('cuarta@example.org', '+593991234567')
  assert.deepEqual(await useCode(world.deps, await walk.read(), await nextCode(world, 'cuarta@example.org')), { is: 'not-usable' })
  await otherPhones()
})

test('P-12: four who confirmed side by side make three keys', async () => {
  const { walkToPassword, password, origin } = await import('../support/journeys.ts')
  const { issueKey } = await import('../../src/app/issue-key.ts')
  const walks: Walk[] = []
  for (let n = 0; n < 4; n += 1) walks.push(await walkToPassword(world, await somebody(), 'alavez@example.org'))
  const ends = await Promise.all(walks.map(async (walk) => (await issueKey(world.deps, await walk.read(), password, origin)).is))
  assert.deepEqual(ends.sort(), ['issued', 'issued', 'issued', 'not-possible'])
})
