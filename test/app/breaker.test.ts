/** PROOF-11, P-14: above the limit new proofings need a registered contact or an office first; nothing else changes. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { logIn } from '../../src/app/log-in.ts'
import { outlook } from '../../src/app/proofing.ts'
import { askToReopen, reopenByCode } from '../../src/app/reopen.ts'
import { sessionOf } from '../../src/app/sessions.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { day, minute, second } from '../../src/domain/types.ts'
import { makeSystem } from '../../src/system.ts'
import { begin, makeKey, nextCode, origin, password } from '../support/journeys.ts'
import { noon, worker } from '../support/people.ts'
import { inventedKnowledge } from '../support/knowledge.ts'
import { createWorld, type World } from '../support/world.ts'
import { answerWrong, freshBrowser, identifyAs, rightAnswers } from '../web/first-key/walk.ts'

const limit = 3
let world: World
let people = 0
before(async () => {
  world = await createWorld({ policy: { proofing: { ...defaultPolicy.proofing, failuresPerDay: limit } } })
})

async function somebody(): Promise<{ record: RegisterRecord; email: string }> {
  people += 1
  const email = `conocido${people}@example.org`
  const record: RegisterRecord = { ...worker(people), contacts: [{ kind: 'email', value: email, verifiedBy: 'office', since: '2023-05-01' }] }
  await world.enrol(record)
  return { record, email }
}

async function failing(times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    const walk = await begin(world, (await somebody()).record.id)
    await walk.show()
    assert.deepEqual(await walk.answer(null), { is: 'failed' })
  }
}

async function quiet(): Promise<void> {
  await world.database.sql('delete from clave.proofing_failures')
  await world.clock.setNow(noon)
  await world.watch.look()
}

const standing = async (): Promise<readonly { most: number }[]> => world.database.sql("select most::int from clave.alarms where code = 'breaker' and until is null")
const breakerRows = async (): Promise<number> => (await world.database.sql("select from clave.alarms where code = 'breaker'")).length

test('F failures change nothing; with one more new proofings are diverted, with one alarm; sign-in, sessions and who is past the questions go on', async () => {
  await quiet()
  const owner = await somebody()
  await makeKey(world, owner.record, 'titular@example.org')
  const inside = await logIn(world.deps, owner.record.id, password, origin)
  assert.equal(inside.is, 'in')
  await failing(limit)
  await world.watch.look()
  const newcomer = await somebody()
  const walk = await begin(world, newcomer.record.id)
  assert.equal((await outlook(world.deps, await walk.read())).outlook.is, 'free')
  const past = await somebody()
  const proven = await begin(world, past.record.id)
  await proven.show()
  assert.equal((await proven.answer(past.record)).is, 'passed')
  const atDeck = await somebody()
  const shown = await begin(world, atDeck.record.id)
  await shown.show()
  await failing(1)
  await world.clock.advance(11 * second) // the turn of the watch comes round
  const told = await world.watch.look()
  assert.deepEqual((await outlook(world.deps, await walk.read())).outlook, { is: 'diverted' })
  assert.deepEqual(await walk.show(), { is: 'diverted' })
  assert.deepEqual(await shown.answer(atDeck.record), { is: 'diverted' }, 'right answers are not compared either')
  assert.deepEqual(await standing(), [{ most: limit + 1 }])
  assert.equal(told.filter(({ code }) => code === 'breaker').length, 1, 'the log hears of it once')
  await world.watch.look()
  assert.equal(await breakerRows(), 1)
  assert.equal((await logIn(world.deps, owner.record.id, password, origin)).is, 'in', 'sign-in is not touched')
  assert.ok(inside.is === 'in' && (await sessionOf(world.deps, inside.sessionId)), 'nor is an open session')
  assert.ok((await proven.read()).facts.proven, 'who is past the questions goes on')
})

test('a deck that was on the table stays there: answers are not compared, cost nothing, and can be given later', async () => {
  await quiet()
  const { record } = await somebody()
  const browser = freshBrowser(world)
  const ready = await identifyAs(world, browser, record.id.value)
  const questions = await browser.submit(ready, 'Ver las preguntas')
  const who = { browser, record, email: '' }
  const answers = await rightAnswers(world, who)
  await failing(limit + 1)
  await world.watch.look()
  const sent = await browser.submit(questions, 'Enviar mis respuestas', answers)
  assert.match(sent.heading, /primero un código o una oficina/)
  assert.match(sent.text, /No revisamos las respuestas/)
  assert.equal((await browser.get('/clave/preguntas')).path.split('?')[0], '/clave/preparar')
  const key = [Buffer.from(world.personKey(record.id), 'hex')]
  assert.deepEqual(await world.database.sql('select used_in_all, open_attempt is not null as open from clave.proofing_attempts where person_key = $1', key), [{ used_in_all: 1, open: true }])
  await world.clock.advance(day + 2 * minute)
  await world.watch.look()
  const again = await identifyAs(world, browser, record.id.value)
  const passed = await browser.submit(await browser.get(again.link('Continuar con las preguntas')), 'Enviar mis respuestas', await rightAnswers(world, who))
  assert.match(passed.path, /contactos/)
})

test('a code to a contact verified before leads on to the questions, gives no attempt and is not counted by the year; a wrong one does not', async () => {
  await quiet()
  const { record, email } = await somebody()
  await failing(limit + 1)
  await world.watch.look()
  const browser = freshBrowser(world)
  const diverted = await identifyAs(world, browser, record.id.value)
  const page = await browser.get(diverted.link('Seguir con un código'))
  assert.match(page.text, /Sus intentos quedan como estaban/)
  const asked = await browser.submit(page, 'Pedir el correo')
  assert.deepEqual((await browser.submit(asked, 'Confirmar', { codigo: '1111 1111' })).errors, ['Ese código no es correcto o ya no sirve'])
  const on = await browser.submit(asked, 'Confirmar', { codigo: await nextCode(world, email) })
  assert.match(on.heading, /Prepárese/)
  await answerWrong(world, { browser, record, email }, await browser.submit(on, 'Ver las preguntas'))
  const key = [Buffer.from(world.personKey(record.id), 'hex')]
  assert.deepEqual(await world.database.sql('select used_in_all from clave.proofing_attempts where person_key = $1', key), [{ used_in_all: 1 }])
  assert.deepEqual(await world.database.sql('select from clave.reopenings where person_key = $1', key), [])
  const types = (await world.database.sql<{ type: string }>('select type from clave.audit_events where person_key = $1', key)).map(({ type }) => type)
  assert.ok(types.includes('proofing.let-through') && !types.includes('proofing.reopened'))
  const other = await identifyAs(world, freshBrowser(world), record.id.value)
  assert.match(other.heading, /primero un código/, 'only that journey')
})

test('a code asked for while it stood still helps when it stands no more; a closed process is opened by it as before', async () => {
  await quiet()
  const { record, email } = await somebody()
  const closed = await somebody()
  await (await begin(world, closed.record.id)).show()
  await world.database.sql('update clave.proofing_attempts set open_attempt = null, open_deck = null, used_in_all = 9 where person_key = $1', [Buffer.from(world.personKey(closed.record.id), 'hex')])
  await failing(limit + 1)
  await world.watch.look()
  const walk = await begin(world, record.id)
  assert.equal(await askToReopen(world.deps, await walk.read()), 'asked')
  const code = await nextCode(world, email)
  const reopening = await begin(world, closed.record.id)
  assert.equal(await askToReopen(world.deps, await reopening.read()), 'asked')
  const second = await nextCode(world, closed.email)
  await world.database.sql('delete from clave.proofing_failures')
  await world.watch.look()
  assert.equal(await reopenByCode(world.deps, await walk.read(), code, origin), true)
  assert.equal((await outlook(world.deps, await walk.read())).outlook.is, 'free')
  assert.equal(await reopenByCode(world.deps, await reopening.read(), second, origin), true)
  assert.deepEqual((await outlook(world.deps, await reopening.read())).outlook, { is: 'free', leftToday: 3, leftInAll: 3 })
})

test('a restart keeps it, and after 24 hours it is open again', async () => {
  await quiet()
  await failing(limit + 1)
  const { deps, watch } = await makeSystem({
    db: world.db, keyring: world.keyring, policy: world.deps.policy, institution: '', terms: world.deps.terms, knowledge: inventedKnowledge, isCommonPassword: () => false, wakeCourier: () => {},
  })
  await watch.look()
  const walk = await begin(world, (await somebody()).record.id)
  assert.equal((await outlook(deps, await walk.read())).outlook.is, 'diverted')
  await world.clock.advance(day - minute)
  await watch.look()
  assert.equal(watch.breakerStands(), true)
  await world.clock.advance(3 * minute)
  await watch.look()
  assert.equal(watch.breakerStands(), false)
  assert.deepEqual(await standing(), [])
})
