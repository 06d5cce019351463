import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkFormat, planDecks, type Question } from '../../src/questions/engine.ts'
import { facts, pools, seed, today, truth, wrong, written, weights } from './people.ts'

const typed = (input: 'amount' | 'month' | 'number' | 'name'): Question => {
  if (input === 'amount') return { id: 'wage:2026-03', kind: 'wage', input, month: '2026-03' }
  if (input === 'month') return { id: 'entry', kind: 'entry', input }
  return input === 'number' ? { id: 'contributions', kind: 'contributions', input } : { id: 'employer-name', kind: 'employer-name', input }
}
const bank: Question = { id: 'bank', kind: 'bank', input: 'choice', options: [{ code: 'a', label: 'Banco Uno' }] }

test('what cannot be an answer is told with its reason', () => {
  const table: readonly (readonly [Question, string | undefined, string])[] = [
    [typed('amount'), '', 'empty'], [typed('amount'), undefined, 'empty'], [typed('amount'), ' \n', 'empty'], [bank, '', 'empty'],
    [typed('amount'), 'mucho', 'not-an-amount'], [typed('month'), 'ayer', 'not-a-month'], [typed('number'), '12,5', 'not-a-number'],
    [typed('name'), '?', 'not-a-name'], [typed('name'), 'x'.repeat(121), 'too-long'], [bank, 'b', 'not-an-option'], [bank, 'Banco Uno', 'not-an-option'],
  ]
  for (const [question, raw, fault] of table) assert.deepEqual(checkFormat(question, raw), { ok: false, fault }, `${question.id} ${raw}`)
})

test('PROOF-1: right and wrong answers pass the format alike, so it reveals nothing', () => {
  fc.assert(fc.property(facts, seed, fc.nat(), (person, key, way) => {
    for (const deck of planDecks(person, key, today, { pools, weights: weights() })) {
      for (const question of deck.questions) {
        assert.deepEqual(checkFormat(question, written(question, truth(question, person), way)), { ok: true })
        assert.deepEqual(checkFormat(question, wrong(question, person)), { ok: true })
      }
    }
  }), { numRuns: 3_000 })
})
