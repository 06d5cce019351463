import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isPassphrase, makePassphrase, phraseLength, plainWords } from '../../src/domain/passphrase.ts'
import { refusePassword } from '../../src/domain/password.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { phraseWords, phraseWordSet } from '../../src/web/phrase-words.ts'

const draws = fc.array(fc.nat({ max: phraseWords.length - 1 }), { minLength: phraseLength, maxLength: phraseLength })

function phraseOf(numbers: readonly number[]): string {
  let at = 0
  return makePassphrase(phraseWords, () => numbers[at++] ?? 0)
}

test('PASS-2: the words are many enough, plain to type and without unkind ones', () => {
  assert.ok(Math.log2(phraseWords.length) * phraseLength > 52, `${phraseWords.length} words`)
  assert.equal(phraseWordSet.size, phraseWords.length)
  for (const word of phraseWords) assert.match(word, /^[a-z]{3,8}$/)
  for (const word of ['muerte', 'droga', 'clave']) assert.ok(!phraseWordSet.has(word), word)
})

test('PASS-2: every phrase that can be offered is accepted as a password', () => {
  const context = { words: ['clave', 'seguro social'], ownData: ['1710034065', 'Luna', 'Rosa', 'Mar'], isCommon: () => false }
  fc.assert(fc.property(draws, (numbers) => {
    const phrase = phraseOf(numbers)
    // The same word five times is the one that is refused, as anybody's would be; it comes once in 9 billion.
    fc.pre(new Set(phrase.split('-')).size > 1)
    assert.equal(refusePassword(phrase, defaultPolicy.password, context), null, phrase)
  }), { numRuns: 5_000 })
})

test('a phrase is read back as one, and nothing else is', () => {
  fc.assert(fc.property(draws, (numbers) => isPassphrase(phraseOf(numbers), phraseWordSet)))
  fc.assert(fc.property(fc.string(), (text) => !isPassphrase(text, phraseWordSet)))
  assert.ok(!isPassphrase('sol-luna-mar-rio', phraseWordSet))
  assert.ok(!isPassphrase('sol-luna-mar-rio-"><script>', phraseWordSet))
})

test('every word can come, each as likely as the chance that is given', () => {
  const seen = new Set<string>()
  for (let at = 0; at < phraseWords.length; at += 1) seen.add(makePassphrase(phraseWords, () => at, 1))
  assert.equal(seen.size, phraseWords.length)
})

test('words with accents or ñ, in any normal form, are left out', () => {
  assert.deepEqual(plainWords(['sol', 'a\u0301rbol', 'árbol', 'niño', 'de', 'luna'], new Set(['luna'])), ['sol'])
})
