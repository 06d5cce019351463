import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { askForChange, finishChange } from '../../src/app/change-contact.ts'
import { askForMail, useCode, useLink } from '../../src/app/confirm-address.ts'
import { answerOwnQuestions, bankStanding, openRound, showOwnQuestions } from '../../src/app/own-questions.ts'
import { logIn } from '../../src/app/log-in.ts'
import { ownSessionOf } from '../../src/app/own-session.ts'
import { outlook } from '../../src/app/proofing.ts'
import { mailTo, waysOnFile } from '../../src/app/recovery-ways.ts'
import { repudiate } from '../../src/app/repudiate.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { day, hour } from '../../src/domain/types.ts'
import { begin, makeKey, nextCode, origin, password } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { answerBank, bankAnswers, confirmMail, newPassword, setNewPassword, walkToBank, walkToNewPassword } from '../support/recovery.ts'
import { mailTo as nextMail } from '../web/my-key/signed-in.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

let people = 0
interface Owner { readonly record: RegisterRecord; readonly email: string; readonly old: string; readonly key: Buffer }

/** A person with a key made four days ago; the register knows another address of theirs unless told otherwise. */
async function owner(known = true): Promise<Owner> {
  people += 1
  const old = `antes${people}@example.org`
  const record: RegisterRecord = { ...worker(people), contacts: known ? [{ kind: 'email', value: old, verifiedBy: 'office', since: '2023-05-01' }] : [] }
  const person = await world.enrol(record)
  const email = `ahora${people}@example.org`
  assert.deepEqual(await makeKey(world, record, email), { is: 'issued' })
  return { record, email, old, key: Buffer.from(person, 'hex') }
}

const one = async <Row>(text: string, key: Buffer): Promise<Row | undefined> => (await world.database.sql<Row>(text, [key]))[0]
const used = async ({ key }: Owner): Promise<number> => (await one<{ used: number }>('select used_in_all as used from clave.proofing_attempts where person_key = $1', key))?.used ?? 0
const events = async ({ key }: Owner): Promise<readonly string[]> =>
  (await world.database.sql<{ type: string }>('select type from clave.audit_events where person_key = $1 order by seq', [key])).map(({ type }) => type)
const signIn = async ({ record }: Owner, typed: string): Promise<string> => (await logIn(world.deps, record.id, typed, origin)).is

test('a forgotten key is made anew: the new one signs in, the old one does not, and nobody is signed in by it', async () => {
  const who = await owner()
  const walk = await walkToNewPassword(world, who.record, who.email)
  assert.deepEqual(await setNewPassword(world, walk), { is: 'issued' })
  assert.equal((await one<{ n: number }>('select count(*)::int as n from clave.sessions where person_key = $1 and ended_at is null', who.key))?.n, 0)
  assert.equal(await signIn(who, password), 'wrong')
  await world.clock.advance(10_000)
  assert.equal(await signIn(who, newPassword), 'in')
})

test('W-09, peers 14: sessions, browsers, tries and open links end with the old key, counters too; probation begins again', async () => {
  const who = await owner()
  assert.equal(await signIn(who, password), 'in')
  await world.clock.advance(4 * day)
  await world.database.sql("insert into clave.login_attempts values ($1, 'stranger', 5, 20, clave.now() + interval '1 hour') on conflict (person_key, lane) do update set in_a_row = 5, since_success = 20", [who.key])
  const sessions = await one<{ n: number }>('select count(*)::int as n from clave.sessions where person_key = $1 and ended_at is null', who.key)
  const walk = await walkToNewPassword(world, who.record, who.email)
  const other = await walkToBank(world, who.record)
  await answerBank(world, other)
  await setNewPassword(world, walk)
  const [row] = await world.database.sql(`
    select (select count(*)::int from clave.sessions where person_key = $1 and ended_at is null) as sessions,
           (select count(*)::int from clave.login_attempts where person_key = $1) as tries,
           (select count(*)::int from clave.proofing_attempts where person_key = $1) as counters,
           (select count(*)::int from clave.links where person_key = $1 and kind <> 'repudiate' and consumed_at is null and superseded_at is null) as links,
           (select extract(epoch from probation_until - recovered_at)::int / 3600 from clave.accounts where person_key = $1) as probation`, [who.key])
  assert.deepEqual(row, { sessions: 0, tries: 0, counters: 0, links: 0, probation: 72 })
  assert.equal(sessions?.n, 1)
  const facts = await one<{ facts: { sessionsEnded: number; by: string } }>("select facts from clave.audit_events where person_key = $1 and type = 'key.recovered'", who.key)
  assert.deepEqual([facts?.facts.sessionsEnded, facts?.facts.by], [1, 'questions'])
  assert.equal(await signIn(who, newPassword), 'in', 'LOGIN-5: a disabled key made anew is usable')
})

test('peers 8, NOTICE-1: every verified address is told, the register’s too, each with a link that freezes the key', async () => {
  const who = await owner()
  await world.database.sql(`
    with given as (select person_key, kind, value_hash, value from clave.contacts where person_key = $1 and kind = 'email')
    insert into clave.former_contacts select person_key, kind, 'x', value, clave.now() - interval '1 day' from given`, [who.key])
  const walk = await walkToNewPassword(world, who.record, who.email)
  await setNewPassword(world, walk)
  const notices = await Promise.all([who.email, who.old].map((to) => noticeTo(to)))
  assert.ok(notices[0] && notices[1] && notices[0] !== notices[1])
  assert.equal((await repudiate(world.deps, notices[1], who.record.id, 'es', origin)).is, 'frozen')
  assert.equal((await events(who)).at(-1), 'key.frozen')
})

async function noticeTo(to: string): Promise<string> {
  for (;;) {
    const mail = await world.inbox.waitFor(to)
    const link = mail.links.find((each) => each.includes('/no-fui-yo/'))
    if (mail.subject.includes('recuperó') && link) return link.split('/').pop()!
  }
}

test('BANK-3: showing the questions claims one attempt, and looking again claims nothing; the same two questions at every round (peers 17)', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  assert.equal(await used(who), 0)
  const asked: (readonly string[] | undefined)[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    await showOwnQuestions(world.deps, await walk.read(), origin)
    asked.push((await openRound(world.deps, await walk.read()))?.questions)
  }
  assert.equal(await used(who), 1)
  assert.equal(asked[0]?.length, 2)
  for (const each of asked) assert.deepEqual(each, asked[0])
  await answerBank(world, walk, { figure: 'luna' })
  await showOwnQuestions(world.deps, await walk.read(), origin)
  assert.deepEqual((await openRound(world.deps, await walk.read()))?.questions, asked[0])
})

test('BANK-3: a wrong answer or a wrong figure gets the same verdict and costs an attempt of PROOF-2; three close the day', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  const wrong = { 'first-teacher': 'nadie sabe', 'first-boss': 'nadie sabe', neighbour: 'nadie sabe' }
  for (const spoil of [{ figure: 'luna' }, { answers: wrong }, { answers: wrong, figure: 'luna' }]) assert.equal(await answerBank(world, walk, spoil), 'wrong')
  assert.deepEqual(await bankStanding(world.deps, await walk.read()), { is: 'closed-today' })
  assert.deepEqual(await showOwnQuestions(world.deps, await walk.read(), origin), { is: 'closed-today' })
  assert.equal((await walk.read()).facts.vouched, undefined)
  const again = await begin(world, who.record.id)
  assert.deepEqual((await outlook(world.deps, await again.read())).outlook, { is: 'closed-today' }, 'one budget with the decks')
  assert.deepEqual((await events(who)).slice(-7), ['bank.attempt', 'bank.failed', 'bank.attempt', 'bank.failed', 'bank.attempt', 'bank.failed', 'proofing.refused'])
})

test('BANK-3: right answers are not given back before the key is made', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  assert.equal(await answerBank(world, walk), 'right')
  assert.equal(await used(who), 1)
})

test('BANK-3: a round is compared once, whoever sends it how often', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await showOwnQuestions(world.deps, await walk.read(), origin)
  const { round } = (await openRound(world.deps, await walk.read()))!
  const journey = await walk.read()
  const verdicts = await Promise.all(Array.from({ length: 20 }, () => answerOwnQuestions(world.deps, journey, { round, answers: bankAnswers, figure: 'luna' }, origin)))
  assert.equal(verdicts.filter((each) => each === 'wrong').length, 1)
  assert.ok(verdicts.every((each) => each === 'wrong' || each === 'stale' || each === 'busy'))
})

test('a stranger’s open deck does not keep the owner from the personal questions, nor the other way round', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  const stranger = await begin(world, who.record.id)
  assert.deepEqual(await stranger.show(), { is: 'open' })
  assert.equal(await answerBank(world, walk), 'right')
  assert.deepEqual(await stranger.answer(null), { is: 'failed' })
  assert.equal(await used(who), 2)
})

test('LOGIN-6: a full queue costs no round', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await showOwnQuestions(world.deps, await walk.read(), origin)
  const { round } = (await openRound(world.deps, await walk.read()))!
  const full = { ...world.deps, hasher: { ...world.deps.hasher, reserve: () => null } }
  assert.equal(await answerOwnQuestions(full, await walk.read(), { round, answers: bankAnswers, figure: 'sol' }, origin), 'busy')
  assert.equal((await openRound(world.deps, await walk.read()))?.round, round)
})

test('L-14: all three are compared, with real hashes or decoys, whatever the first one says', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await showOwnQuestions(world.deps, await walk.read(), origin)
  const { round } = (await openRound(world.deps, await walk.read()))!
  let compared = 0
  const { hasher } = world.deps
  const counting: typeof hasher = {
    ...hasher,
    reserve(lane) {
      const slot = hasher.reserve(lane)
      return slot && { ...slot, verify: (stored, text) => (compared += 1, slot.verify(stored, text)) }
    },
  }
  await answerOwnQuestions({ ...world.deps, hasher: counting }, await walk.read(), { round, answers: {}, figure: 'luna' }, origin)
  assert.equal(compared, 3)
})

test('X-02: a code to the second verified address takes the place of questions and figure; the first must still be opened', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  assert.deepEqual(await waysOnFile(world.deps, await walk.read()), { second: true, secondIsFree: false })
  assert.deepEqual(await askForMail(world.deps, await walk.read(), 'vouch'), { is: 'queued' })
  assert.deepEqual(await useCode(world.deps, await walk.read(), await nextCode(world, who.old), 'vouch'), { is: 'confirmed' })
  assert.equal((await walk.read()).facts.vouched?.by, 'contact')
  assert.equal(await used(who), 0)
  assert.equal(await mailTo(world.deps, await walk.read(), 'second'), false, 'one mailbox does not count twice')
  await askForMail(world.deps, await walk.read())
  await confirmMail(world, walk, who.email)
  assert.deepEqual(await setNewPassword(world, walk), { is: 'issued' })
})

test('X-02: without a second verified address there is no code', async () => {
  const who = await owner(false)
  const walk = await walkToBank(world, who.record)
  assert.deepEqual(await waysOnFile(world.deps, await walk.read()), { second: false, secondIsFree: false })
  assert.deepEqual(await askForMail(world.deps, await walk.read(), 'vouch'), { is: 'no-address' })
})

test('a lost mailbox: with questions and figure the mail may go to the second address, and what went to the first stops working', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await answerBank(world, walk)
  await askForMail(world.deps, await walk.read())
  const toFirst = await nextCode(world, who.email)
  assert.equal(await mailTo(world.deps, await walk.read(), 'second'), true)
  assert.deepEqual(await useCode(world.deps, await walk.read(), toFirst), { is: 'not-good', state: { is: 'superseded' } })
  await askForMail(world.deps, await walk.read())
  await confirmMail(world, walk, who.old)
  assert.deepEqual(await setNewPassword(world, walk), { is: 'issued' })
})

test('who answered the questions meanwhile and sent the mail to the second address gains nothing from the code to it', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await askForMail(world.deps, await walk.read(), 'vouch')
  const code = await nextCode(world, who.old)
  await answerBank(world, walk)
  await mailTo(world.deps, await walk.read(), 'second')
  await useCode(world.deps, await walk.read(), code, 'vouch')
  assert.equal((await walk.read()).facts.vouched?.by, 'questions')
})

test('W-08: a journey that claims a confirmed mail without a consumed link changes no key', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await answerBank(world, walk)
  const { deps } = world
  const journey = await walk.read()
  await deps.store.transaction((tx) => deps.store.journeys.save(tx, journey.idHash, journey, { ...journey.facts, confirmed: { email: null, at: journey.now }, terms: { ...deps.terms, at: journey.now } }))
  assert.deepEqual(await setNewPassword(world, walk), { is: 'not-possible' })
  assert.equal(await signIn(who, password), 'in')
})

test('W-08: not even the mail that confirms another address of a journey will do', async () => {
  const who = await owner()
  const walk = await walkToNewPassword(world, who.record, who.email)
  await world.database.sql("update clave.links set kind = 'vouch' where person_key = $1 and kind = 'recover'", [who.key])
  assert.deepEqual(await setNewPassword(world, walk), { is: 'not-possible' })
})

test('peers 18: two browsers at the end of a recovery set one password, and a form sent twice sets it once', async () => {
  const who = await owner()
  const first = await walkToNewPassword(world, who.record, who.email)
  const second = await walkToNewPassword(world, who.record, who.email)
  const ends = await Promise.all([first, second].map(async (walk) => (await setNewPassword(world, walk)).is))
  assert.deepEqual(ends.sort(), ['issued', 'not-possible'])
  for (const walk of [first, second]) assert.deepEqual(await setNewPassword(world, walk, 'otra frase larga que no vale'), { is: 'not-possible' })
  assert.equal((await events(who)).filter((type) => type === 'key.recovered').length, 1)
})

test('M-06: a recovery under way ends when a contact is changed, though its mail was confirmed before; the owner stays signed in', async () => {
  const who = await owner()
  await world.clock.advance(4 * day)
  const entered = await logIn(world.deps, who.record.id, password, origin)
  assert.equal(entered.is, 'in')
  const walk = await walkToNewPassword(world, who.record, who.email)
  const own = (await ownSessionOf(world.deps, entered.is === 'in' ? entered.sessionId : ''))!
  const value = `otra-${who.email}`
  assert.deepEqual(await askForChange(world.deps, own, { place: 'email', kind: 'email', value }, 'es', origin), { is: 'asked' })
  const [current, fresh] = [(await nextMail(world, who.email, /Código para cambiar/)).code!, (await nextMail(world, value, /Código para confirmar/)).code!]
  assert.deepEqual(await finishChange(world.deps, own, { current, fresh, language: 'es' }, origin), { is: 'changed' })
  assert.deepEqual(await setNewPassword(world, walk), { is: 'not-possible' })
  assert.ok(await ownSessionOf(world.deps, entered.is === 'in' ? entered.sessionId : ''))
  const again = await walkToNewPassword(world, who.record, value)
  assert.deepEqual(await setNewPassword(world, again), { is: 'issued' }, 'another one, by the new address, is none of that')
})

test('peers 9: a refused password tells nothing about the answers and asks for none again', async () => {
  const who = await owner()
  const walk = await walkToNewPassword(world, who.record, who.email)
  const before = await used(who)
  for (const typed of ['corta', `${who.record.id.value}-${who.record.id.value}`, `${who.email}!!`]) assert.equal((await setNewPassword(world, walk, typed)).is, 'refused')
  assert.equal(await used(who), before)
  assert.deepEqual(await setNewPassword(world, walk), { is: 'issued' })
})

test('peers 16: the mail of a recovery is good for 15 minutes and not for 20 hours', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await answerBank(world, walk)
  await askForMail(world.deps, await walk.read())
  const code = await nextCode(world, who.email)
  await world.clock.advance(15 * 60_000 + 2_000)
  assert.equal((await useCode(world.deps, await walk.read(), code)).is, 'not-good')
})

test('LINK-2: the link of a recovery finishes in no other browser', async () => {
  const who = await owner()
  const walk = await walkToBank(world, who.record)
  await answerBank(world, walk)
  await askForMail(world.deps, await walk.read())
  const mails = world.inbox.mails
  await nextCode(world, who.email)
  const token = mails.filter(({ to }) => to === who.email).at(-1)!.links.find((link) => link.includes('/enlace/'))!.split('/').pop()!
  const other = await begin(world, who.record.id)
  assert.deepEqual(await useLink(world.deps, token, await other.read()), { is: 'unknown' })
  assert.deepEqual(await useLink(world.deps, token, await walk.read()), { is: 'confirmed' })
})

test('the terms are asked only when they are others than those accepted with the key', async () => {
  const who = await owner()
  assert.ok((await (await walkToBank(world, who.record)).read()).facts.terms)
  await world.database.sql("update clave.accounts set terms_version = 'antigua', signed_in_at = signed_in_at where person_key = $1", [who.key])
  const walk = await walkToBank(world, who.record)
  assert.equal((await walk.read()).facts.terms, undefined)
  await answerBank(world, walk)
  await askForMail(world.deps, await walk.read())
  await confirmMail(world, walk, who.email)
  assert.deepEqual(await setNewPassword(world, walk), { is: 'issued' })
  assert.notEqual((await one<{ terms_version: string }>('select terms_version from clave.accounts where person_key = $1', who.key))?.terms_version, 'antigua')
})

test('P-13: a frozen key is not recovered: the right answers fail; frozen on the way, nothing is made', async () => {
  const [frozen, onTheWay] = [await owner(), await owner()]
  const freeze = ({ key }: Owner) => world.database.sql(`
    with event as (select clave.append_event($1, 'key.frozen', '{"sessionsEnded":0}'))
    update clave.accounts set state = 'frozen', frozen_at = clave.now() from event where person_key = $1`, [key])
  const late = await walkToNewPassword(world, onTheWay.record, onTheWay.email)
  await freeze(frozen)
  await freeze(onTheWay)
  const walk = await begin(world, frozen.record.id)
  await walk.show()
  assert.deepEqual(await walk.answer(frozen.record), { is: 'failed' })
  assert.deepEqual(await setNewPassword(world, late), { is: 'not-possible' })
})

test('a proof from before a recovery opens nothing after it', async () => {
  const who = await owner()
  const early = await walkToBank(world, who.record)
  const walk = await walkToNewPassword(world, who.record, who.email)
  await world.clock.advance(hour / 6)
  await setNewPassword(world, walk)
  assert.deepEqual(await bankStanding(world.deps, await early.read()), { is: 'stale' })
  assert.deepEqual(await showOwnQuestions(world.deps, await early.read(), origin), { is: 'stale' })
})
