import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planDecks } from '../../src/questions/engine.ts'
import { questionsWords, wordsFor } from '../../src/web/texts/questions-words.ts'
import { facts, pools, seed, today, weights } from '../questions/people.ts'

test('both languages say text, hint and format of every kind', () => {
  for (const language of ['es', 'en'] as const) {
    for (const words of Object.values(questionsWords[language].kinds)) {
      assert.equal(words.hint.length > 15 && words.format.length > 8, true)
    }
  }
  assert.equal(questionsWords.es.none, 'Ninguna de las anteriores')
})

test('PROOF-4: the words of a question tell no amount, name, bank or place of the register', () => {
  fc.assert(fc.property(facts, seed, (person, key) => {
    const secrets = [
      ...(person.jobs ?? []).map((job) => job.employer),
      ...(person.wages ?? []).map((wage) => wage.amount),
      ...(person.loans ?? []).map((loan) => loan.installment),
      ...(person.pension ? [person.pension.amount] : []),
      ...(person.account ? [person.account.bank] : []),
    ]
    for (const question of planDecks(person, key, today, { pools, weights: weights() }).flatMap((deck) => deck.questions)) {
      for (const language of ['es', 'en'] as const) {
        const { text, hint, format } = wordsFor(question, language)
        const said = `${text} ${hint} ${format}`
        assert.equal(secrets.some((secret) => said.includes(secret) && secret !== '612.50' && secret !== '612,50'), false, said)
        assert.equal(/undefined|\$\{/.test(said), false)
      }
    }
  }), { numRuns: 1_000 })
})

test('the month asked for stands in words', () => {
  const wage = { id: 'wage:2026-03', kind: 'wage', input: 'amount', month: '2026-03' } as const
  assert.equal(wordsFor(wage, 'es').text, '¿Qué sueldo declaró su empleador por marzo de 2026?')
  assert.equal(wordsFor(wage, 'en').text, 'What wage did your employer declare for March 2026?')
})
