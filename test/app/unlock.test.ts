/** LOGIN-2, UNLOCK-1 at the application: lanes under attack, and an attacker who asks for mails too. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { logIn, type LoggedIn, type LoginBrowser } from '../../src/app/log-in.ts'
import { homeOf, sessionOf } from '../../src/app/sessions.ts'
import { askUnlockMail, beginUnlock, openUnlock, unlockByCode, type UnlockJourney } from '../../src/app/unlock.ts'
import type { HashSlot } from '../../src/app/secret-ports.ts'
import type { Identifier } from '../../src/domain/person.ts'
import { minute } from '../../src/domain/types.ts'
import { origin, password } from '../support/journeys.ts'
import { noon } from '../support/people.ts'
import { linkIn, mailThat, owner, wrongKey } from '../support/unlocking.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})
const from = (device?: string | null, shared = false): LoginBrowser => ({ device: device ?? undefined, shared, language: 'es' })
const tryKey = async (id: Identifier, typed: string, browser = from()): Promise<LoggedIn> => {
  await world.clock.advance(minute)
  return logIn(world.deps, id, typed, origin, browser)
}
const enter = async (id: Identifier, browser = from()): Promise<{ sessionId: string; device: string | null }> => {
  const answer = await tryKey(id, password, browser)
  assert.ok(answer.is === 'in', answer.is)
  return answer
}
const events = async (id: Identifier, type: string): Promise<number> => (await world.database.sql<{ n: number }>(
  `select count(*)::int as n from clave.audit_events where person_key = decode($1, 'hex') and type = $2`, [world.personKey(id), type]))[0]!.n

let challenges = 0
async function ask(id: Identifier): Promise<UnlockJourney> {
  challenges += 1
  const begun = await beginUnlock(world.deps, id, { solved: true, challenge: `unlock-${challenges}`, expiresAt: (await world.clock.now()) + 600_000 }, 'es', origin)
  assert.ok(begun.is === 'asked')
  return (await openUnlock(world.deps, begun.journeyId))!
}
const settled = async (): Promise<void> => {
  for (;;) {
    const [row] = await world.database.sql<{ n: number }>(`select (select count(*) from clave.unlock_requests where done_at is null)::int
      + (select count(*) from clave.outbox where sent_at is null and given_up_at is null)::int as n`)
    if (row!.n === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('LOGIN-2: strangers block the key; the known browser signs in as before, and the block stays for strangers (peers 12)', async () => {
  const { record } = await owner(world, 0)
  const { device, sessionId } = await enter(record.id)
  for (let turn = 0; turn < 8; turn += 1) await tryKey(record.id, wrongKey)
  const again = await enter(record.id, from(device))
  assert.notEqual(await sessionOf(world.deps, sessionId), null, 'L-09')
  assert.notEqual(await homeOf(world.deps, again.sessionId), null)
  assert.deepEqual(await tryKey(record.id, password), { is: 'wrong' }, 'using a session or signing in elsewhere lifts nothing')
})

test('LOGIN-2: the known browser has its own five, without waits, and using them up touches no stranger', async () => {
  const { record } = await owner(world, 1)
  const { device } = await enter(record.id)
  for (let turn = 0; turn < 5; turn += 1) assert.equal((await logIn(world.deps, record.id, wrongKey, origin, from(device))).is, 'wrong')
  assert.equal((await tryKey(record.id, password, from(device))).is, 'wrong', 'LOGIN-3: the right key while blocked')
  await enter(record.id)
})

test('LOGIN-2: a forged cookie, and one of somebody else, is a stranger’s', async () => {
  const victim = await owner(world, 2)
  const { device: own } = await enter((await owner(world, 3)).record.id)
  for (let turn = 0; turn < 5; turn += 1) await tryKey(victim.record.id, wrongKey)
  for (const cookie of [own, `${own?.slice(0, 60)}AAAAAAAAAAA`, 'A'.repeat(54)]) assert.equal((await tryKey(victim.record.id, password, from(cookie))).is, 'wrong')
})

test('LOGIN-2: one browser serves a family, each with their own five', async () => {
  const [ana, luis] = [await owner(world, 5), await owner(world, 6)]
  const first = await enter(ana.record.id)
  const second = await enter(luis.record.id, from(first.device))
  for (const { record } of [ana, luis]) for (let turn = 0; turn < 5; turn += 1) await tryKey(record.id, wrongKey)
  for (let turn = 0; turn < 5; turn += 1) await tryKey(ana.record.id, wrongKey, from(second.device))
  await enter(luis.record.id, from(second.device))
  assert.equal((await tryKey(ana.record.id, password, from(second.device))).is, 'wrong')
})

test('«Este equipo es compartido» in a known browser forgets it', async () => {
  const { record } = await owner(world, 7)
  const { device } = await enter(record.id)
  assert.equal((await enter(record.id, from(device, true))).device, null)
  assert.equal(await events(record.id, 'device.ended'), 1)
  for (let turn = 0; turn < 5; turn += 1) await tryKey(record.id, wrongKey)
  assert.equal((await tryKey(record.id, password, from(device))).is, 'wrong')
})

test('LOGIN-6: only a browser known for this very number waits among the owners, and that is known before any statement', async () => {
  const [ana, luis] = [await owner(world, 8), await owner(world, 9)]
  const { device } = await enter(ana.record.id)
  const asked: string[] = []
  const hasher = { ...world.deps.hasher, reserve: (lane: 'owner' | 'stranger'): HashSlot | null => (asked.push(lane), null) }
  for (const { record } of [ana, luis]) await logIn({ ...world.deps, hasher }, record.id, wrongKey, origin, from(device))
  await logIn({ ...world.deps, hasher }, ana.record.id, wrongKey, origin)
  assert.deepEqual(asked, ['owner', 'stranger', 'stranger'])
})

test('NOTICE-1: a new browser is told once, with what it was; a known one is not', async () => {
  const { record, email } = await owner(world, 10)
  const { device } = await enter(record.id)
  assert.match((await mailThat(world, email, /navegador nuevo/)).text, /203\.0\.113\.0\/24/)
  await enter(record.id, from(device))
  await settled()
  assert.equal(world.inbox.mails.filter(({ to, subject }) => to === email && /navegador nuevo/.test(subject)).length, 1)
  assert.equal(await events(record.id, 'device.trusted'), 1)
})

test('LINK-4: one mail for a block, however long strangers go on, and an event that says so (peers 8)', async () => {
  const { record, email } = await owner(world, 11)
  for (let turn = 0; turn < 30; turn += 1) await logIn(world.deps, record.id, wrongKey, origin).then(() => world.clock.advance(10_000))
  await settled()
  assert.equal(world.inbox.mails.filter(({ to, subject }) => to === email && /se bloqueó/.test(subject)).length, 1)
  assert.equal(await events(record.id, 'key.blocked'), 1)
})

test('LOGIN-1, NOTICE-1: a program that dies between the claim of the fifth wrong key and its event leaves a block that is told all the same, once', async () => {
  const { record, email } = await owner(world, 14)
  for (let turn = 0; turn < 4; turn += 1) await logIn(world.deps, record.id, wrongKey, origin).then(() => world.clock.advance(10_000))
  await world.deps.store.logins.claim(world.personKey(record.id), null) // and nothing comes after it
  await world.clock.advance(59_000)
  await settled()
  assert.equal(await events(record.id, 'key.blocked'), 0, 'it may be compared yet')
  await world.clock.advance(2_000)
  assert.ok(linkIn(await mailThat(world, email, /se bloqueó/)))
  await world.clock.advance(10 * minute)
  await settled()
  assert.equal(await events(record.id, 'key.blocked'), 1)
  assert.equal(world.inbox.mails.filter(({ to, subject }) => to === email && /se bloqueó/.test(subject)).length, 1)
})

test('LOGIN-1: the fifth try with the right key blocks nothing, and nobody is told that it did', async () => {
  const { record } = await owner(world, 15)
  for (let turn = 0; turn < 4; turn += 1) await logIn(world.deps, record.id, wrongKey, origin).then(() => world.clock.advance(10_000))
  await enter(record.id)
  await world.clock.advance(5 * minute)
  await settled()
  assert.equal(await events(record.id, 'key.blocked'), 0)
})

test('NOTICE-1: a block is told to the address of the register too, which gets nothing that unlocks (UNLOCK-1)', async () => {
  const { record, email } = await owner(world, 16)
  await world.enrol({ ...record, contacts: [{ kind: 'email', value: 'ventanilla16@example.org', verifiedBy: 'office', since: '2020-01-01' }] })
  for (let turn = 0; turn < 5; turn += 1) await logIn(world.deps, record.id, wrongKey, origin).then(() => world.clock.advance(10_000))
  assert.ok(linkIn(await mailThat(world, email, /se bloqueó/)))
  const other = await mailThat(world, 'ventanilla16@example.org', /se bloqueó/)
  assert.deepEqual([other.links, other.code], [[], null])
  assert.deepEqual(await world.database.sql("select facts from clave.audit_events where type = 'key.blocked' and person_key = decode($1, 'hex')", [world.personKey(record.id)]), [{ facts: { notices: 2 } }])
})

test('LINK-4, L-08: an attacker asks without pause and types wrong codes; five mails an hour, and the owner gets in at any moment', async () => {
  const { record, email } = await owner(world, 12)
  const mailed = (): typeof world.inbox.mails => world.inbox.mails.filter(({ to, subject }) => to === email && /Desbloquee|se bloqueó/.test(subject))
  const start = await world.clock.now()
  for (let turn = 0; turn < 12; turn += 1) {
    const attacker = await ask(record.id)
    for (let code = 0; code < 6; code += 1) assert.notEqual((await unlockByCode(world.deps, attacker, '00000000', { device: undefined, origin })).is, 'unlocked')
    await askUnlockMail(world.deps, attacker)
    await settled()
    if (turn === 7) {
      const mine = await ask(record.id)
      await settled()
      const unlocked = await unlockByCode(world.deps, mine, mailed().at(-1)!.code!, { device: undefined, origin })
      assert.equal(unlocked.is, 'unlocked', 'by the mail that is in the mailbox, whoever asked for it')
      await enter(record.id, from(unlocked.is === 'unlocked' ? unlocked.device : null))
    }
    await world.clock.advance(4 * minute)
  }
  assert.ok((await world.clock.now()) - start < 60 * minute)
  assert.ok(mailed().length <= 5, `${mailed().length} mails`)
})

test('LOGIN-5: strangers never disable a key, however often it is unlocked; wrong keys in the unlocked browser do, at twenty', async () => {
  const { record } = await owner(world, 13)
  const run = async (): Promise<unknown> => (await world.database.sql(`select since_success from clave.login_attempts where lane = 'stranger' and person_key = decode($1, 'hex')`, [world.personKey(record.id)]))[0]
  let device: string | null = null
  for (let cycle = 0; cycle < 5; cycle += 1) {
    for (let turn = 0; turn < 6; turn += 1) await tryKey(record.id, wrongKey)
    await settled()
    await world.clock.advance(61 * minute)
    const mine = await ask(record.id)
    await settled()
    const code = world.inbox.mails.filter(({ to, subject }) => to === 'duena13@example.org' && /Desbloquee/.test(subject)).at(-1)!.code!
    const unlocked = await unlockByCode(world.deps, mine, code, { device: device ?? undefined, origin })
    assert.ok(unlocked.is === 'unlocked')
    device = unlocked.device
  }
  assert.deepEqual(await run(), { since_success: 15 })
  for (let turn = 0; turn < 4; turn += 1) await logIn(world.deps, record.id, wrongKey, origin, from(device))
  assert.deepEqual(await run(), { since_success: 19 })
  assert.equal((await logIn(world.deps, record.id, wrongKey, origin, from(device))).is, 'wrong')
  assert.deepEqual(await run(), { since_success: 20 })
  assert.equal((await logIn(world.deps, record.id, password, origin, from(device))).is, 'wrong')
  await mailThat(world, 'duena13@example.org', /clave nueva/)
})
