import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { day } from '../../src/domain/types.ts'
import { outlook } from '../../src/app/proofing.ts'
import type { Identifier, RegisterRecord } from '../../src/domain/person.ts'
import { begin } from '../support/journeys.ts'
import { deceased, noon, thinFile, worker } from '../support/people.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

/** Well-formed numbers that nobody has. */
const unknown = (n: number): Identifier => {
  const nine = `17${String(9_000_000 + n).padStart(7, '0')}`
  const sum = [...nine].reduce((total, sign, at) => {
    const product = Number(sign) * (at % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return { type: 'cedula', value: `${nine}${(10 - (sum % 10)) % 10}` }
}

async function unknownWithDeck(from: number): Promise<Identifier> {
  for (let n = from; n < from + 50; n += 1) {
    const walk = await begin(world, unknown(n))
    if ((await outlook(world.deps, await walk.read())).outlook.is === 'free') return unknown(n)
  }
  throw new Error('no unknown number gets a deck')
}

test('PROOF-3: everything right passes, and the claim is given back', async () => {
  const record = worker(0)
  await world.enrol(record)
  const walk = await begin(world, record.id)
  assert.deepEqual(await walk.show(), { is: 'open' })
  assert.deepEqual(await walk.answer(record), { is: 'passed' })
  const journey = await walk.read()
  assert.ok(journey.facts.proven)
  assert.deepEqual((await outlook(world.deps, journey)).outlook, { is: 'free', leftToday: 3, leftInAll: 9 })
})

test('PROOF-3: one wrong part of any kind fails, with the same answer', async () => {
  const record = worker(1)
  await world.enrol(record)
  for (const spoil of [{ birthDate: true }, { question: 0 }, { question: 1 }] as const) {
    const walk = await begin(world, record.id)
    await walk.show()
    assert.deepEqual(await walk.answer(record, spoil), { is: 'failed' })
  }
  const walk = await begin(world, record.id)
  assert.deepEqual(await walk.show(), { is: 'closed-today' })
})

test('PROOF-1: reload, another tab and coming back later show the same deck and claim nothing', async () => {
  const record = worker(2)
  await world.enrol(record)
  const first = await begin(world, record.id)
  await first.show()
  const deck = (await outlook(world.deps, await first.read())).next
  for (let turn = 0; turn < 50; turn += 1) assert.deepEqual(await first.show(), { is: 'open' })
  const second = await begin(world, record.id)
  await second.show()
  assert.deepEqual((await outlook(world.deps, await second.read())).next, deck)
  assert.deepEqual(await second.answer(null), { is: 'failed' })
  assert.equal((await world.database.sql('select used_in_all from clave.proofing_attempts where person_key = $1', [Buffer.from(world.personKey(record.id), 'hex')]))[0]?.used_in_all, 1)
})

test('PROOF-2, P-08: a deck that is opened and left costs one attempt, and no more until it is answered', async () => {
  const record = worker(3)
  await world.enrol(record)
  const walk = await begin(world, record.id)
  for (let turn = 0; turn < 20; turn += 1) await walk.show()
  const counts = await world.database.sql('select used_today, used_in_all from clave.proofing_attempts where person_key = $1', [Buffer.from(world.personKey(record.id), 'hex')])
  assert.deepEqual(counts, [{ used_today: 1, used_in_all: 1 }])
})

test('PROOF-1: an old form does not answer a new deck', async () => {
  const record = worker(4)
  await world.enrol(record)
  const walk = await begin(world, record.id)
  await walk.show()
  await walk.answer(null)
  const journey = await walk.read()
  const { answerDeck } = await import('../../src/app/proofing.ts')
  assert.deepEqual(await answerDeck(world.deps, journey, { attempt: 1, birthDate: record.birthDate, answers: {} }, { network: 'x' }), { is: 'stale' })
  await walk.show()
  assert.deepEqual(await answerDeck(world.deps, journey, { attempt: 1, birthDate: record.birthDate, answers: {} }, { network: 'x' }), { is: 'stale' })
})

test('PROOF-4: at most three decks are ever seen in nine attempts, and options never change', async () => {
  const record = worker(5)
  await world.enrol(record)
  const decks = new Set<string>()
  for (let attempt = 0; attempt < 9; attempt += 1) {
    if (attempt % 3 === 0 && attempt > 0) await world.clock.advance(day)
    const walk = await begin(world, record.id)
    await walk.show()
    decks.add(JSON.stringify((await outlook(world.deps, await walk.read())).next))
    await walk.answer(null)
  }
  assert.equal(decks.size, 3)
  await world.clock.setNow(noon)
})

test('PROOF-7: an unknown, a deceased and a known number go through the same answers', async () => {
  const dead = deceased()
  const known = worker(6)
  await world.enrol(dead)
  await world.enrol(known)
  const stranger = await unknownWithDeck(1_000)
  const histories: string[][] = []
  for (const [id, record] of [[dead.id, dead], [known.id, null], [stranger, null]] as [Identifier, RegisterRecord | null][]) {
    const seen: string[] = []
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const walk = await begin(world, id)
      const shown = (await walk.show()).is
      seen.push(shown, shown === 'open' ? (await walk.answer(record)).is : '-')
    }
    histories.push(seen)
  }
  assert.deepEqual(histories[0], ['open', 'failed', 'open', 'failed', 'open', 'failed', 'closed-today', '-', 'closed-today', '-'])
  assert.deepEqual(histories[1], histories[0])
  assert.deepEqual(histories[2], histories[0])
})

test('PROOF-6, 7: thin files are told before an attempt is spent, and so are unknown numbers, in like proportion', async () => {
  const record = thinFile()
  const person = await world.enrol(record)
  const walk = await begin(world, record.id)
  assert.deepEqual((await outlook(world.deps, await walk.read())).outlook, { is: 'not-askable' })
  assert.deepEqual(await walk.show(), { is: 'not-askable' })
  assert.deepEqual(await world.database.sql('select * from clave.proofing_attempts where person_key = $1', [Buffer.from(person, 'hex')]), [])
  let told = 0
  for (let n = 0; n < 200; n += 1) if (world.deps.questions.planOfNobody(world.personKey(unknown(n)), unknown(n), '2026-11-22').length === 0) told += 1
  assert.ok(told > 20 && told < 180, `${told} of 200 unknown numbers are told the other ways`)
})

test('PROOF-7: an unknown number sees the same deck at every visit', async () => {
  const stranger = await unknownWithDeck(3_000)
  const first = await begin(world, stranger)
  await first.show()
  const second = await begin(world, stranger)
  assert.deepEqual((await outlook(world.deps, await second.read())).next, (await outlook(world.deps, await first.read())).next)
})

test('ID-2: a code and the cédula it was linked to share counters and decks', async () => {
  const record: RegisterRecord = { ...worker(7), aliases: [{ type: 'extranjero', value: 'EX0099999' }] }
  await world.enrol(record)
  const byCode = await begin(world, { type: 'extranjero', value: 'EX0099999' })
  await byCode.show()
  await byCode.answer(null)
  const byCedula = await begin(world, record.id)
  assert.deepEqual((await outlook(world.deps, await byCedula.read())).outlook, { is: 'free', leftToday: 2, leftInAll: 8 })
})

test('AUDIT-1: showing, failing, passing and refusing are events, for unknown numbers too', async () => {
  const stranger = await unknownWithDeck(4_000)
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const walk = await begin(world, stranger)
    if ((await walk.show()).is === 'open') await walk.answer(null)
  }
  const rows = await world.database.sql<{ type: string }>('select type from clave.audit_events where person_key = $1 order by seq', [Buffer.from(world.personKey(stranger), 'hex')])
  assert.deepEqual(rows.map(({ type }) => type), [
    'proofing.deck-shown', 'proofing.failed', 'proofing.deck-shown', 'proofing.failed', 'proofing.deck-shown', 'proofing.failed', 'proofing.refused',
  ])
})
