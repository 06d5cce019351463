import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { askForMail, mailState, openLink, useCode, useLink } from '../../src/app/confirm-address.ts'
import { issueKey } from '../../src/app/issue-key.ts'
import { logIn } from '../../src/app/log-in.ts'
import { keepContacts } from '../../src/app/personal-bank.ts'
import { minute, second } from '../../src/domain/types.ts'
import { begin, makeKey, origin, password, walkToPassword } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})
const phone = { value: '+593991234567', kind: 'mobile' } as const
let people = 0
const somebody = async () => {
  people += 1
  const record = { ...worker(people), contacts: [{ kind: 'email', value: `antes${people}@example.org`, verifiedBy: 'office', since: '2023-05-01' }] as const }
  await world.enrol(record)
  return { record, email: `ahora${people}@example.org` }
}

test('a person makes a key and signs in with it', async () => {
  const { record, email } = await somebody()
  assert.deepEqual(await makeKey(world, record, email), { is: 'issued' })
  assert.equal((await logIn(world.deps, record.id, password, origin)).is, 'in')
})

test('NOTICE-1: the new address and the one known before are told, each with its own link', async () => {
  const { record, email } = await somebody()
  await makeKey(world, record, email)
  const notices = await Promise.all([world.inbox.waitFor(email), world.inbox.waitFor(record.contacts[0].value)])
  const links = notices.map(({ links }) => links.find((link) => link.includes('/no-fui-yo/')))
  assert.ok(links[0] && links[1] && links[0] !== links[1])
  for (const { text, html } of notices) for (const secret of [password, record.id.value, record.givenNames]) assert.ok(!text.includes(secret) && !html.includes(secret))
})

test('PROOF-10: the key is basic and on probation for 72 hours', async () => {
  const { record, email } = await somebody()
  await makeKey(world, record, email)
  const [row] = await world.database.sql<{ hours: number }>('select extract(epoch from probation_until - issued_at)::int / 3600 as hours from clave.accounts where person_key = $1', [Buffer.from(world.personKey(record.id), 'hex')])
  assert.equal(row?.hours, 72)
})

test('PASS-2: a refused password says why and the journey stays where it is', async () => {
  const { record, email } = await somebody()
  const walk = await walkToPassword(world, record, email)
  const tried = async (typed: string): Promise<string> => {
    const answer = await issueKey(world.deps, await walk.read(), typed, origin)
    return answer.is === 'refused' ? answer.refusal.why : answer.is
  }
  assert.equal(await tried('corta'), 'too-short')
  assert.equal(await tried(`${record.id.value}-${record.id.value}`), 'own-data')
  assert.equal(await tried(`${record.surnames} 12`.padEnd(15, '1')), 'own-data')
  assert.equal(await tried(password), 'issued')
})

test('P-13: somebody who died between the questions and the password gets no key', async () => {
  const { record, email } = await somebody()
  const walk = await walkToPassword(world, record, email)
  await world.enrol({ ...record, status: 'deceased' })
  assert.deepEqual(await issueKey(world.deps, await walk.read(), password, origin), { is: 'not-possible' })
})

test('peers 18: two browsers at the end of the journey make one key', async () => {
  const { record, email } = await somebody()
  const first = await walkToPassword(world, record, email)
  const second = await walkToPassword(world, record, email)
  const ends = await Promise.all([first, second].map(async (walk) => (await issueKey(world.deps, await walk.read(), password, origin)).is))
  assert.deepEqual(ends.sort(), ['issued', 'not-possible'])
})

test('a person with a key is told so only after proving who they are', async () => {
  const { record, email } = await somebody()
  await makeKey(world, record, email)
  const walk = await begin(world, record.id)
  await walk.show()
  assert.deepEqual(await walk.answer(null), { is: 'failed' })
  await walk.show()
  assert.deepEqual(await walk.answer(record), { is: 'passed' })
  assert.equal((await walk.read()).facts.proven?.mode, 'recovery')
})

const atMail = async () => {
  const { record, email } = await somebody()
  const walk = await begin(world, record.id)
  await walk.show()
  await walk.answer(record)
  await keepContacts(world.deps, await walk.read(), { email, phone })
  await askForMail(world.deps, await walk.read())
  const mail = await world.inbox.waitFor(email)
  const token = mail.links.find((link) => link.includes('/enlace/'))!.split('/').pop()!
  return { walk, email, mail, token, record }
}

test('LINK-2: another browser is shown the code, and pressing there changes nothing', async () => {
  const { walk, mail, token } = await atMail()
  const elsewhere = await openLink(world.deps, token, null)
  assert.ok(elsewhere.is === 'elsewhere' && elsewhere.code === mail.code)
  const other = await begin(world, worker(0).id)
  for (const journey of [null, await other.read()]) assert.deepEqual(await useLink(world.deps, token, journey), { is: 'unknown' })
  assert.equal((await walk.read()).facts.confirmed, undefined)
  assert.deepEqual(await useLink(world.deps, token, await walk.read()), { is: 'confirmed' })
})

test('LINK-3: a used link says so, and the code beside it is used up with it', async () => {
  const { walk, mail, token } = await atMail()
  await useLink(world.deps, token, await walk.read())
  for (const again of [await useLink(world.deps, token, await walk.read()), await useCode(world.deps, await walk.read(), mail.code!)]) {
    assert.deepEqual(again, { is: 'not-good', state: { is: 'used' } })
  }
})

test('LINK-3: five wrong codes use up the mail; a new one starts with five', async () => {
  const { walk, email } = await atMail()
  const answers: string[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    const answer = await useCode(world.deps, await walk.read(), '00000000')
    answers.push(answer.is === 'wrong-code' ? String(answer.triesLeft) : answer.is)
  }
  assert.deepEqual(answers, ['4', '3', '2', '1', '0', 'not-good'])
  assert.deepEqual(await mailState(world.deps, await walk.read()), { is: 'tries-used-up' })
  await askForMail(world.deps, await walk.read())
  const mail = await world.inbox.waitFor(email)
  assert.deepEqual(await useCode(world.deps, await walk.read(), mail.code!), { is: 'confirmed' })
})

test('LINK-1: the code works at 14:59 and not at 15:01', async () => {
  const { walk, mail } = await atMail()
  await world.clock.advance(15 * minute + 2 * second)
  assert.equal((await useCode(world.deps, await walk.read(), mail.code!)).is, 'not-good')
  const next = await atMail()
  await world.clock.advance(14 * minute + 50 * second)
  assert.equal((await useCode(world.deps, await next.walk.read(), next.mail.code!)).is, 'confirmed')
})

test('LINK-4: the sixth mail of an hour is not sent, and asking resets nothing', async () => {
  const { walk } = await atMail()
  const asked: string[] = []
  for (let turn = 0; turn < 5; turn += 1) asked.push((await askForMail(world.deps, await walk.read())).is)
  assert.deepEqual(asked, ['queued', 'queued', 'queued', 'queued', 'too-many-for-person'])
  await world.clock.advance(61 * minute)
})

test('a changed address must be confirmed again before a key is made', async () => {
  const { record, email } = await somebody()
  const walk = await walkToPassword(world, record, email)
  await keepContacts(world.deps, await walk.read(), { email: 'otra@example.org', phone })
  assert.equal((await walk.read()).facts.confirmed, undefined)
  await assert.rejects(async () => issueKey(world.deps, await walk.read(), password, origin), /P-15/)
})

test('BANK-2, AUDIT-2: no answer, figure, address, phone or number is readable in any table', async () => {
  const { record, email } = await somebody()
  await makeKey(world, record, email)
  const tables = await world.database.sql<{ name: string }>("select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'clave' and relkind = 'r'")
  const dump = (await Promise.all(tables.map(async ({ name }) => JSON.stringify(await world.database.sql(`select t::text from clave.${name} t`))))).join('\n')
  const secrets = [record.id.value, record.givenNames, record.surnames, email, 'senoraibarra', 'Ibarra', '991234567', password, record.contacts[0].value]
  for (const secret of secrets) for (const form of [secret, Buffer.from(secret).toString('hex')]) assert.ok(!dump.includes(form), form)
  assert.ok(dump.length > 10_000)
})
