/** PROOF-10: a young key is confirmed by an address the register knew before it, and by nothing else. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askToConfirm, canConfirm, confirmByCode, confirmationState } from '../../src/app/confirm-key.ts'
import { logIn, unknownBrowser } from '../../src/app/log-in.ts'
import { ownSessionOf, type OwnSession } from '../../src/app/own-session.ts'
import { repudiate } from '../../src/app/repudiate.ts'
import type { RegisterContact, RegisterRecord } from '../../src/domain/person.ts'
import { mayUse, type Access } from '../../src/domain/service-access.ts'
import { hour, minute, second } from '../../src/domain/types.ts'
import { contactHash } from '../../src/store/contact-hash.ts'
import type { ReceivedMail } from '../support/inbox.ts'
import { makeKey, origin, password } from '../support/journeys.ts'
import { newPassword, setNewPassword, walkToNewPassword } from '../support/recovery.ts'
import { inventedToday, noon, worker } from '../support/people.ts'
import { until } from '../support/post-office.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.freeze(noon)
})
after(() => world.close())

let people = 40
const office = (value: string, since = '2024-05-06'): RegisterContact => ({ kind: 'email', value, verifiedBy: 'office', since })

interface Somebody { readonly record: RegisterRecord; readonly email: string; readonly known: string; signIn(): Promise<OwnSession>; money(): Promise<Access> }

/** A person with a key of this minute; `contacts` given the address the register knows. */
async function somebody(contacts: (known: string) => readonly RegisterContact[] = (known) => [office(known)]): Promise<Somebody> {
  const n = (people += 1)
  const [email, known] = [`nueva${n}@example.org`, `conocida${n}@example.org`]
  const record = { ...worker(n), contacts: contacts(known) }
  const person = await world.enrol(record)
  assert.deepEqual(await makeKey(world, record, email), { is: 'issued' })
  return {
    record, email, known,
    async signIn() {
      const done = await logIn(world.deps, record.id, password, origin, unknownBrowser)
      assert.ok(done.is === 'in', done.is)
      return (await ownSessionOf(world.deps, done.sessionId))!
    },
    async money() {
      const standing = await world.deps.store.transaction((tx) => world.deps.store.services.standing(tx, person))
      return mayUse('money', standing!, await world.clock.now())
    },
  }
}

async function mailThat(to: string, subject: RegExp): Promise<ReceivedMail> {
  for (;;) {
    const mail = await world.inbox.waitFor(to)
    if (subject.test(mail.subject)) return mail
  }
}
const codeFor = async (own: OwnSession, to: string): Promise<string> => {
  assert.equal(await askToConfirm(world.deps, own, 'es'), 'asked')
  const { code } = await mailThat(to, /Código para confirmar su clave nueva/)
  await until('the code is good', async () => (await confirmationState(world.deps, own))?.is === 'good')
  return code!
}
const confirm = (own: OwnSession, typed: string) => confirmByCode(world.deps, own, typed, 'es', origin)
const another = (code: string): string => String((Number(code) + 1) % 100_000_000).padStart(8, '0')
const events = async (record: RegisterRecord): Promise<string[]> => (await world.database.sql<{ type: string }>(
  `select type from clave.audit_events where person_key = decode($1, 'hex') order by seq`, [world.personKey(record.id)])).map(({ type }) => type)

test('the code of the known address opens class money at once, with an event and a notice to both addresses; the mail has no link', async () => {
  const who = await somebody()
  const own = await who.signIn()
  assert.equal((await who.money()).is, 'wait')
  assert.equal(await canConfirm(world.deps, own), true)
  assert.equal(await askToConfirm(world.deps, own, 'es'), 'asked')
  const mail = await mailThat(who.known, /Código para confirmar/)
  assert.deepEqual(mail.links, [])
  assert.match(mail.text, /hasta las 12:15 \(hora de Ecuador\)/)
  await until('the code is good', async () => (await confirmationState(world.deps, own))?.is === 'good')
  assert.deepEqual(await confirm(own, mail.code!), { is: 'confirmed' })
  assert.deepEqual(await who.money(), { is: 'allowed' })
  for (const to of [who.known, who.email]) assert.match((await mailThat(to, /Su clave nueva quedó confirmada/)).links[0] ?? '', /\/no-fui-yo\//)
  assert.deepEqual((await events(who.record)).slice(-3), ['link.issued', 'link.consumed', 'key.confirmed'])
  assert.equal(await canConfirm(world.deps, own), false, 'nothing is left to confirm')
  assert.deepEqual(await confirm(own, mail.code!), { is: 'not-good' }, 'LINK-3: once')
})

test('P-10: no way for an address of the very day, one that nobody verified, a mobile, or the one just given', async () => {
  for (const contacts of [
    (known: string) => [office(known, inventedToday)], (known: string) => [{ ...office(known), verifiedBy: 'none' as const }],
    () => [{ ...office('+593991112233'), kind: 'mobile' as const }], () => [],
  ]) {
    const who = await somebody(contacts)
    const own = await who.signIn()
    assert.equal(await canConfirm(world.deps, own), false)
    assert.equal(await askToConfirm(world.deps, own, 'es'), 'no-address')
    assert.deepEqual(await confirm(own, '12345678'), { is: 'not-good' })
    assert.equal((await who.money()).is, 'wait')
  }
})

test('an address the person gave up here does not count', async () => {
  const who = await somebody()
  const person = world.personKey(who.record.id)
  const own = await who.signIn()
  await world.database.sql(`insert into clave.former_contacts (person_key, kind, value_hash, value, ended_at) values (decode($1, 'hex'), 'email', $2, $3, clave.now())`,
    [person, contactHash(world.keyring, who.known), world.cipher.encrypt(person, 'contact', who.known)])
  assert.equal(await canConfirm(world.deps, own), false)
  assert.equal(await askToConfirm(world.deps, own, 'es'), 'no-address')
})

test('a recovered key is not confirmed by the address that recovered it, but by another', async () => {
  const email = 'recupera@example.org'
  const known = 'recupera-otra@example.org'
  const record = { ...worker(39), contacts: [office(email), office(known)] }
  await world.enrol(record)
  assert.deepEqual(await makeKey(world, record, email), { is: 'issued' })
  await world.clock.advance(80 * hour)
  const walk = await walkToNewPassword(world, record, email)
  assert.deepEqual(await setNewPassword(world, walk), { is: 'issued' })
  await world.clock.advance(minute)
  const done = await logIn(world.deps, record.id, newPassword, origin, unknownBrowser)
  assert.ok(done.is === 'in')
  const own = (await ownSessionOf(world.deps, done.sessionId))!
  assert.equal(await askToConfirm(world.deps, own, 'es'), 'asked')
  assert.match((await mailThat(known, /Código para confirmar su clave nueva/)).text, /generó o se recuperó/)
  const sent = await world.database.sql<{ n: number }>(`select count(*)::int as n from clave.outbox where kind = 'confirm-key' and person_key = decode($1, 'hex')`, [world.personKey(record.id)])
  assert.deepEqual(sent, [{ n: 1 }], 'to that one alone')
})

test('LINK-3, LINK-1: five tries, claimed before they are compared; 14:59 after the hand-over it is good, 15:01 it is not', async () => {
  const who = await somebody()
  const own = await who.signIn()
  const code = await codeFor(own, who.known)
  for (let left = 4; left >= 0; left -= 1) assert.deepEqual(await confirm(own, another(code)), { is: 'wrong-code', triesLeft: left })
  assert.deepEqual(await confirm(own, code), { is: 'not-good' })
  assert.equal((await who.money()).is, 'wait')
  const second_ = await codeFor(own, who.known)
  await world.clock.advance(14 * minute + 59 * second)
  assert.equal((await confirmationState(world.deps, own))?.is, 'good')
  await world.clock.advance(2 * second)
  assert.deepEqual(await confirm(own, second_), { is: 'not-good' })
})

test('LINK-2: the code of one session is nothing in another; the newest of two is the good one', async () => {
  const who = await somebody()
  const [first, second_] = [await who.signIn(), await who.signIn()]
  const code = await codeFor(first, who.known)
  assert.deepEqual(await confirm(second_, code), { is: 'not-good' })
  const newer = await codeFor(second_, who.known)
  assert.deepEqual(await confirm(first, code), { is: 'not-good' })
  assert.deepEqual(await confirm(second_, newer), { is: 'confirmed' })
})

test('a hundred posts of the right code confirm once', async () => {
  const who = await somebody()
  const own = await who.signIn()
  const code = await codeFor(own, who.known)
  const done = await Promise.all(Array.from({ length: 100 }, () => confirm(own, code)))
  assert.equal(done.filter(({ is }) => is === 'confirmed').length, 1)
  assert.equal((await events(who.record)).filter((type) => type === 'key.confirmed').length, 1)
})

test('LINK-4: five mails an hour, then it says so and writes it down', async () => {
  const who = await somebody()
  const own = await who.signIn()
  // One of the five was the mail of the first key.
  for (let turn = 0; turn < 4; turn += 1) assert.equal(await askToConfirm(world.deps, own, 'es'), 'asked')
  assert.equal(await askToConfirm(world.deps, own, 'es'), 'too-many')
  assert.equal((await events(who.record)).at(-1), 'link.refused')
  await world.clock.advance(hour + minute)
  assert.equal(await askToConfirm(world.deps, own, 'es'), 'asked')
})

test('NOTICE-1: «No fui yo» from the notice of the new key comes first: nothing confirms a frozen key', async () => {
  const who = await somebody()
  const own = await who.signIn()
  const code = await codeFor(own, who.known)
  const notice = world.inbox.mails.find(({ to, links }) => to === who.known && links.some((link) => link.includes('/no-fui-yo/')))
  const token = notice!.links.find((link) => link.includes('/no-fui-yo/'))!.split('/no-fui-yo/')[1]!
  assert.equal((await repudiate(world.deps, token, who.record.id, 'es', origin)).is, 'frozen')
  assert.deepEqual(await confirm(own, code), { is: 'not-good' })
  assert.deepEqual(await who.money(), { is: 'refused', why: 'frozen' })
})

test('M-11: a contact changed lately keeps class money closed all the same', async () => {
  const who = await somebody()
  const own = await who.signIn()
  const code = await codeFor(own, who.known)
  await world.deps.store.transaction(async (tx) => {
    const now = await world.deps.store.lock(tx, own.person)
    await world.deps.store.own.contacts.put(tx, own.person, 'phone', { kind: 'mobile', value: '+593991110000', verifiedBy: 'none', moneyFrom: now + 72 * hour })
    await world.deps.store.append(tx, own.person, { type: 'contact.changed', facts: { kind: 'phone', moneyFrom: '', notices: 0 }, personal: { network: '' } })
  })
  assert.deepEqual(await confirm(own, code), { is: 'confirmed' })
  const access = await who.money()
  assert.ok(access.is === 'wait' && access.why === 'new-contact', JSON.stringify(access))
})
