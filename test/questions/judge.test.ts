import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judge, planDecks, type Answers, type Deck, type Facts } from '../../src/questions/engine.ts'
import { answersWith, verdicts } from './checkers.ts'
import { facts, pools, seed, today, truth, truths, written, weights } from './people.ts'

/** People who can be asked, each with one of the decks. */
const asked = fc.constantFrom(...fc.sample(fc.tuple(facts, seed, fc.nat(2)), { numRuns: 6_000, seed: 2026 }).flatMap(([person, key, n]) => {
  const decks = planDecks(person, key, today, { pools, weights: weights() })
  return decks.length === 0 ? [] : [{ person, deck: decks[n % decks.length]! }]
}))

test('PROOF-8: the right answers pass, in whatever way honest people write them', () => {
  fc.assert(fc.property(asked, fc.nat(7), ({ person, deck }, way) => {
    assert.equal(judge(deck, person, person.birthDate, truths(deck, person)), true)
    const answers = Object.fromEntries(deck.questions.map((one) => [one.id, written(one, truth(one, person), way)]))
    assert.equal(judge(deck, person, person.birthDate, answers), true, JSON.stringify(answers))
  }), { numRuns: 10_000 })
})

test('PROOF-3: any set of wrong parts fails, whichever they are', () => {
  fc.assert(fc.property(asked, ({ person, deck }) => {
    const [allRight, ...others] = verdicts(judge, deck, person)
    assert.equal(allRight, true)
    assert.equal(others.includes(true), false)
  }), { numRuns: 2_000 })
})

test('PROOF-3: a single wrong or missing part fails', () => {
  fc.assert(fc.property(asked, fc.nat(), ({ person, deck }, n) => {
    const at = n % deck.questions.length
    assert.equal(judge(deck, person, person.birthDate, answersWith(deck, person, 1 << at)), false)
    const missing = { ...truths(deck, person), [deck.questions[at]!.id]: undefined }
    assert.equal(judge(deck, person, person.birthDate, missing), false)
    assert.equal(judge(deck, person, '', truths(deck, person)), false)
  }), { numRuns: 10_000 })
})

test('PROOF-3: every part is looked at, in the same order, whatever is wrong before it', () => {
  fc.assert(fc.property(asked, ({ person, deck }) => {
    const traces = new Set(Array.from({ length: 2 ** deck.questions.length }, (_, set) => trace(deck, person, set)).flat())
    assert.equal(traces.size, 1)
    for (const question of deck.questions) assert.equal([...traces][0]!.includes(`answer ${question.id}`), true)
  }), { numRuns: 300 })
})

/** What is read of the answers and of the facts, with the right birth date and with a wrong one. */
function trace(deck: Deck, person: Facts, set: number): string[] {
  return [person.birthDate, '1901-01-01'].map((birthDate) => {
    const read: string[] = []
    judge(deck, watched(person, 'fact', read), birthDate, watched(answersWith(deck, person, set), 'answer', read))
    return read.join('\n')
  })
}

function watched<T extends object>(target: T, name: string, read: string[]): T {
  return new Proxy(target, {
    get(from, key) {
      read.push(`${name} ${String(key)}`)
      return Reflect.get(from, key) as unknown
    },
  })
}

test('PROOF-7: nobody is never right, nor is an empty deck', () => {
  fc.assert(fc.property(asked, ({ person, deck }) => {
    assert.equal(judge(deck, undefined, '', truths(deck, person)), false)
    assert.equal(judge(deck, undefined, person.birthDate, truths(deck, person)), false)
    assert.equal(judge({ questions: [] }, person, person.birthDate, {}), false)
  }), { numRuns: 500 })
})

test('the verdict never throws, whatever is sent, and chance does not pass', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), fc.constantFrom('none', '__proto__', '0', '1e9', 'NaN', '9'.repeat(400)))
  fc.assert(fc.property(asked, fc.array(text, { minLength: 6, maxLength: 6 }), fc.object(), text, ({ person, deck }, typed, odd, birth) => {
    const answers = Object.fromEntries(deck.questions.map((question, n) => [question.id, typed[n]]))
    assert.equal(judge(deck, person, person.birthDate, answers), false)
    assert.equal(judge(deck, person, birth, odd as Answers), false)
  }), { numRuns: 10_000 })
})

test('a fact that has left the register since the deck was shown is a wrong answer, not a fault', () => {
  fc.assert(fc.property(asked, ({ person, deck }) => {
    assert.equal(judge(deck, { birthDate: person.birthDate }, person.birthDate, truths(deck, person)), false)
  }), { numRuns: 1_000 })
})
