/** The privacy page says the periods by which is deleted, every one of them, in both languages (D-04, LOPDP article 12). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts'
import { retentionNames, retentionRules } from '../../src/domain/retention.ts'
import { aboutWords } from '../../src/web/texts/about-words.ts'

const page = (language: 'es' | 'en', policy: Policy): string => JSON.stringify(aboutWords[language].privacy({ institution: 'X', policy, help: undefined, privacy: undefined }))

for (const language of ['es', 'en'] as const) {
  test(`every period that is configured stands on the page and follows the configuration (${language})`, () => {
    const standard = page(language, defaultPolicy)
    for (const name of Object.keys(defaultPolicy.retention) as (keyof Policy['retention'])[]) {
      const changed = { ...defaultPolicy, retention: { ...defaultPolicy.retention, [name]: defaultPolicy.retention[name] * 2 } }
      assert.notEqual(page(language, changed), standard, name)
    }
  })
}

test('no period is configured that no rule uses', () => {
  const used = new Set<string>(retentionNames.map((name) => retentionRules[name].period))
  assert.deepEqual(Object.keys(defaultPolicy.retention).filter((name) => !used.has(name)), [])
})

test('the default periods, in words', () => {
  const text = page('es', defaultPolicy)
  for (const words of ['24 horas después', 'a los 7 días', '365 días más', 'a los 30 días', '366 días', 'se guarda 5 años', 'se borra a los 365 días']) assert.ok(text.includes(words), words)
})
