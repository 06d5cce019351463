/** The engine over a whole invented register: who can be asked, with what, and how long a plan takes. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { defaultPools, judge, kinds, planDecks, type Deck } from '../../src/questions/engine.ts'
import { PoolGatherer } from '../../src/questions/gather-pools.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { betrays, intersectionGains } from './checkers.ts'
import { today, truths } from './people.ts'

const inAll = 10_000
const records = [...inventPeople({ people: inAll, seed: 1, today })]
const gatherer = new PoolGatherer(today)
for (const record of records) gatherer.add(record)
const pools = gatherer.pools()
const seedOf = (n: number): Uint8Array => createHash('sha256').update(`person ${n}`).digest()

const started = process.cpuUsage()
const plans = records.map((record, n) => planDecks(record, seedOf(n), today, { pools }))
const spent = process.cpuUsage(started)
const share = (some: number, all: number): string => `${((100 * some) / all).toFixed(1)} %`

test('PROOF-5: every deck of 10,000 invented people has two typed answers, one choice, two kinds of record', (t) => {
  for (const deck of plans.flat()) {
    const weighed = deck.questions.map((question) => kinds[question.kind])
    assert.equal(weighed.filter((kind) => kind.input !== 'choice').length >= 2, true)
    assert.equal(weighed.some((kind) => kind.input === 'choice'), true)
    assert.equal(new Set(weighed.map((kind) => kind.record)).size >= 2, true)
  }
  const sizes = Map.groupBy(plans.flat(), (deck) => deck.questions.length)
  t.diagnostic(`questions in a deck: ${[...sizes].map(([size, decks]) => `${size}: ${share(decks.length, plans.flat().length)}`).join(', ')}`)
})

test('PROOF-6: a good part of those who work can be asked', (t) => {
  const asked = plans.filter((decks) => decks.length > 0).length
  const working = records.flatMap((record, n) => ((record.jobs ?? []).some((job) => job.to === null) ? [plans[n]!] : []))
  const askedWorking = working.filter((decks) => decks.length > 0).length
  const without = records.filter((record, n) => planDecks(record, seedOf(n), today, { pools: defaultPools }).length > 0).length
  t.diagnostic(`askable: ${share(asked, inAll)} of all, ${share(askedWorking, working.length)} of those with a job now; ${share(without, inAll)} without statistics`)
  t.diagnostic(`decks: ${[0, 1, 2, 3].map((n) => `${n}: ${share(plans.filter((decks) => decks.length === n).length, inAll)}`).join(', ')}`)
  assert.equal(askedWorking / working.length > 0.55, true)
  assert.equal(asked / inAll < 0.9, true, 'some files are thin: a planner that asks everybody forgot a rule')
})

test('PROOF-3, 4: their right answers pass, their lists give nothing away', () => {
  for (const [n, decks] of plans.entries()) {
    const record = records[n]!
    for (const deck of decks) assert.equal(judge(deck, record, record.birthDate, truths(deck, record)), true)
    assert.equal(intersectionGains(() => decks), false)
    assert.equal(betrays(decks, record), false)
  }
})

test('a plan takes well under a millisecond of processor time', (t) => {
  const each = (spent.user + spent.system) / 1000 / inAll
  t.diagnostic(`${each.toFixed(3)} ms a person`)
  assert.equal(each < 2, true, `${each} ms`)
})

test('the kinds that are asked are many', (t) => {
  const asked = Map.groupBy(plans.flat().flatMap((deck: Deck) => deck.questions), (question) => question.kind)
  t.diagnostic([...asked].sort(([, a], [, b]) => b.length - a.length).map(([kind, all]) => `${kind} ${all.length}`).join(', '))
  assert.equal(asked.size, Object.keys(kinds).length)
})
