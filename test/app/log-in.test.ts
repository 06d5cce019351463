import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { logIn, type LoggedIn } from '../../src/app/log-in.ts'
import { homeOf, sessionOf, signOut } from '../../src/app/sessions.ts'
import { repudiate, repudiationState } from '../../src/app/repudiate.ts'
import type { Identifier, RegisterRecord } from '../../src/domain/person.ts'
import { day, minute } from '../../src/domain/types.ts'
import { makeKey, origin, password } from '../support/journeys.ts'
import type { ReceivedMail } from '../support/inbox.ts'
import { noon, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
let people = 20
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})
const withKey = async (): Promise<{ record: RegisterRecord; email: string }> => {
  people += 1
  const record = worker(people)
  await world.enrol(record)
  const email = `persona${people}@example.org`
  await makeKey(world, record, email)
  return { record, email }
}
const tryKey = async (id: Identifier, typed: string): Promise<LoggedIn> => {
  await world.clock.advance(minute)
  return logIn(world.deps, id, typed, origin)
}
const nobody: Identifier = { type: 'cedula', value: '1700000001' }

test('LOGIN-4: unknown number, wrong key, blocked and the right key while blocked are one answer', async () => {
  const { record } = await withKey()
  const seen: Record<string, string[]> = { unknown: [], wrong: [] }
  for (let turn = 0; turn < 6; turn += 1) {
    seen.unknown!.push((await tryKey(nobody, 'una clave cualquiera')).is)
    seen.wrong!.push((await tryKey(record.id, 'una clave cualquiera')).is)
  }
  assert.deepEqual(seen.unknown, seen.wrong)
  assert.deepEqual(await tryKey(record.id, password), { is: 'wrong' })
})

test('LOGIN-3: a try that comes too early is told to wait, known or not', async () => {
  const { record } = await withKey()
  for (const id of [record.id, { ...nobody, value: '0100000009' }]) {
    await tryKey(id, 'una clave cualquiera')
    assert.equal((await logIn(world.deps, id, 'una clave cualquiera', origin)).is, 'wait')
  }
})

test('LOGIN-1: four wrong ones and the right one open, and the count starts anew', async () => {
  const { record } = await withKey()
  for (let turn = 0; turn < 4; turn += 1) await tryKey(record.id, 'una clave cualquiera')
  assert.equal((await tryKey(record.id, password)).is, 'in')
  for (let turn = 0; turn < 4; turn += 1) await tryKey(record.id, 'una clave cualquiera')
  assert.equal((await tryKey(record.id, password)).is, 'in')
})

test('L-09: a block leaves open sessions alone', async () => {
  const { record } = await withKey()
  const session = await tryKey(record.id, password)
  assert.ok(session.is === 'in')
  for (let turn = 0; turn < 6; turn += 1) await tryKey(record.id, 'una clave cualquiera')
  assert.notEqual(await sessionOf(world.deps, session.sessionId), null)
})

test('SESSION-1: every sign-in has a new id, and signing out ends only its own', async () => {
  const { record } = await withKey()
  const [first, second] = [await tryKey(record.id, password), await tryKey(record.id, password)]
  assert.ok(first.is === 'in' && second.is === 'in' && first.sessionId !== second.sessionId)
  await signOut(world.deps, first.sessionId)
  assert.equal(await sessionOf(world.deps, first.sessionId), null)
  const home = await homeOf(world.deps, second.sessionId)
  assert.equal(home?.record?.id.value, record.id.value)
  assert.ok(home?.activity.some(({ type }) => type === 'session.ended'))
})

test('somebody who died can not sign in with the right key, and is answered like anybody', async () => {
  const { record } = await withKey()
  await world.enrol({ ...record, status: 'deceased' })
  assert.deepEqual(await tryKey(record.id, password), { is: 'wrong' })
})

test('PASS-1: the whole password counts, and its two Unicode spellings are one', async () => {
  const { record } = await withKey()
  assert.equal((await tryKey(record.id, `${password}.`)).is, 'wrong')
  assert.equal((await tryKey(record.id, password.normalize('NFD'))).is, 'in')
  assert.equal((await tryKey(record.id, password.toUpperCase())).is, 'wrong')
})

const mailThat = async (email: string, subject: RegExp): Promise<ReceivedMail> => {
  for (;;) {
    const mail = await world.inbox.waitFor(email)
    if (subject.test(mail.subject)) return mail
  }
}
const noticeToken = async (email: string): Promise<string> => (await mailThat(email, /Se generó/)).links.find((each) => each.includes('/no-fui-yo/'))!.split('/').pop()!

test('NOTICE-1: «No fui yo» freezes the key and ends every session at once', async () => {
  const { record, email } = await withKey()
  const session = await tryKey(record.id, password)
  assert.ok(session.is === 'in')
  const token = await noticeToken(email)
  assert.deepEqual(await repudiate(world.deps, token, nobody, 'es', origin), { is: 'not-theirs', triesLeft: 4 })
  assert.notEqual(await sessionOf(world.deps, session.sessionId), null)
  assert.deepEqual(await repudiate(world.deps, token, record.id, 'es', origin), { is: 'frozen', sessionsEnded: 1 })
  assert.equal(await sessionOf(world.deps, session.sessionId), null)
  assert.deepEqual(await tryKey(record.id, password), { is: 'wrong' })
  await mailThat(email, /congelada/)
})

test('NOTICE-1: the link is good for 240 hours', async () => {
  const { email } = await withKey()
  const token = await noticeToken(email)
  await world.clock.advance(10 * day - minute)
  assert.equal((await repudiationState(world.deps, token))?.is, 'good')
  await world.clock.advance(2 * minute)
  assert.equal((await repudiationState(world.deps, token))?.is, 'expired')
})

test('LINK-2: five wrong numbers use the link up, so that guessing the number does not freeze anybody', async () => {
  const { record, email } = await withKey()
  const token = await noticeToken(email)
  for (let turn = 0; turn < 5; turn += 1) await repudiate(world.deps, token, nobody, 'es', origin)
  assert.equal((await repudiate(world.deps, token, record.id, 'es', origin)).is, 'not-good')
})

test('L-07: strangers at one number wait for each other; a browser that is known for it, and strangers at others, wait for none of them', async () => {
  const { record } = await withKey()
  const first = await tryKey(record.id, password)
  assert.ok(first.is === 'in' && first.device)
  const device = first.device
  let letGo = (): void => {}
  const held = world.deps.turns.take(world.personKey(record.id), () => new Promise<void>((resolve) => { letGo = resolve }))
  await world.clock.advance(minute)
  let answered = 0
  const flood = Array.from({ length: 5 }, () => logIn(world.deps, record.id, 'una clave cualquiera', origin).then(() => { answered += 1 }))
  assert.equal((await logIn(world.deps, record.id, password, origin, { device, shared: false, language: 'es' })).is, 'in')
  assert.equal((await tryKey({ ...nobody, value: '0900000007' }, 'una clave cualquiera')).is, 'wrong')
  assert.equal(answered, 0)
  letGo()
  await Promise.all([held, ...flood])
})
