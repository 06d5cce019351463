/** The engine over a whole invented register: who can be asked, with what, and how long a plan takes. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { demoSeed } from '../../src/demo/register.ts'
import { judge, kinds, weighDecks, type Deck } from '../../src/questions/engine.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { inventedKnowledge } from '../support/knowledge.ts'
import { betrays, intersectionGains } from './checkers.ts'
import { today, truths } from './people.ts'

const inAll = 10_000
const seedOf = (n: number): Uint8Array => createHash('sha256').update(`person ${n}`).digest()
const share = (some: number, all: number): string => `${((100 * some) / all).toFixed(1)} %`

const records = [...inventPeople({ people: inAll, seed: demoSeed, today })].filter(({ status }) => status === 'active')
const { weights, pools } = inventedKnowledge()
const started = process.cpuUsage()
const weighed = records.map((record, n) => weighDecks(record, seedOf(n), today, { weights, pools }))
const spent = process.cpuUsage(started)
const plans: readonly (readonly Deck[])[] = weighed.map((decks) => decks.map(({ questions }) => ({ questions })))

test('PROOF-5: every deck of 10,000 invented people has two typed answers, two kinds of record, and odds under the bound', (t) => {
  for (const { questions, odds } of weighed.flat()) {
    const asked = questions.map((question) => kinds[question.kind])
    assert.equal(asked.filter((kind) => kind.input !== 'choice').length >= 2, true)
    assert.equal(new Set(asked.map((kind) => kind.record)).size >= 2, true)
    assert.equal(odds <= 1e-5, true)
  }
  const sizes = Map.groupBy(weighed.flat(), (deck) => deck.questions.length)
  t.diagnostic(`questions in a deck: ${[...sizes].map(([size, decks]) => `${size}: ${share(decks.length, weighed.flat().length)}`).join(', ')}`)
})

test('PROOF-6: a good part of those who work can be asked', (t) => {
  const asked = plans.filter((decks) => decks.length > 0).length
  const working = records.flatMap((record, n) => ((record.jobs ?? []).some((job) => job.to === null) ? [plans[n]!] : []))
  const askedWorking = working.filter((decks) => decks.length > 0).length
  t.diagnostic(`askable: ${share(asked, records.length)} of all, ${share(askedWorking, working.length)} of those with a job now`)
  t.diagnostic(`decks: ${[0, 1, 2, 3].map((n) => `${n}: ${share(plans.filter((decks) => decks.length === n).length, records.length)}`).join(', ')}`)
  assert.equal(askedWorking / working.length > 0.35, true) // by odds that are computed; estimates asked more
  assert.equal(asked / records.length < 0.9, true, 'some files are thin: a planner that asks everybody forgot a rule')
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
  const each = (spent.user + spent.system) / 1000 / records.length
  t.diagnostic(`${each.toFixed(3)} ms a person`)
  assert.equal(each < 2, true, `${each} ms`)
})

test('the kinds that are asked are many', (t) => {
  const asked = Map.groupBy(plans.flat().flatMap((deck: Deck) => deck.questions), (question) => question.kind)
  t.diagnostic([...asked].sort(([, a], [, b]) => b.length - a.length).map(([kind, all]) => `${kind} ${all.length}`).join(', '))
  assert.equal(asked.size, Object.keys(kinds).length)
})
