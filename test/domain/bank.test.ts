import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonAnswers, normaliseAnswer, refuseAnswers } from '../../src/domain/bank.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'

const common = commonAnswers('Quito\nGuayaquil\nfútbol\nno sé\n')
const judge = (...answers: [string, string][]): readonly (string | null)[] =>
  refuseAnswers(answers.map(([question, answer]) => ({ question, answer })), defaultPolicy.bank, common)

test('BANK-1: three different answers of at least four letters are taken', () => {
  assert.deepEqual(judge(['first-teacher', 'Señora Ibarra'], ['first-boss', 'don Ramiro'], ['neighbour', 'los Cevallos']), [null, null, null])
})

test('BANK-1: each kind of bad answer gets its reason', () => {
  assert.deepEqual(judge(['first-teacher', 'Ana'], ['first-teacher', 'Marcela'], ['nonsense', 'Marcela']), ['too-short', 'repeated-question', 'unknown-question'])
  assert.deepEqual(judge(['first-teacher', 'QUITO'], ['first-boss', ' no  sé '], ['neighbour', 'Fútbol']), ['common', 'common', 'common'])
  assert.deepEqual(judge(['first-teacher', 'Ibarra'], ['first-boss', ' íbarra '], ['neighbour', 'aaaaaa']), [null, 'repeated-answer', 'one-letter'])
  assert.deepEqual(judge(['first-teacher', 'x'.repeat(50) + 'y'.repeat(51)]), ['too-long'])
  assert.deepEqual(judge(['first-teacher', '¡¡¡¿¿¿!!!']), ['too-short'])
})

test('BANK-2: case, accents and spaces do not count', () => {
  assert.equal(normaliseAnswer('  Señora  ÍBARRA '), normaliseAnswer('senora ibarra'))
})
