import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refusePassword, type PasswordContext } from '../../src/domain/password.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'

const context: PasswordContext = {
  words: ['clave', 'iess', 'seguro social'],
  ownData: ['1710034065', 'María José', 'Ñacato Quishpe', '1985-03-14', '14031985', 'maria.nacato@example.org', '0991234567'],
  isCommon: (candidate) => ['contraseña', 'password', 'qwertyuiopasdfg', 'contrasena'].includes(candidate),
}
const refuse = (typed: string): string | null => refusePassword(typed, defaultPolicy.password, context)?.why ?? null

test('PASS-1: 14 code points are too few and 15 are enough, whatever the letters are', () => {
  assert.equal(refuse('ñandú-cóndor-1'), 'too-short')
  assert.equal(refuse('ñandú-cóndor-17'), null)
  assert.equal(refuse('🐴🌵🌽🐦🏔️🚲🎸⛵🌙🍎🐟🌻🌳🦋'.repeat(1).slice(0, 20)), 'too-short')
  assert.equal(refuse('🐴🌵🌽🐦🚲🎸⛵🌙🍎🐟🌻🌳🦋🏠🎩'), null)
})

test('PASS-1: combining accents are one letter after NFC', () => {
  assert.equal(refuse('a\u0301rbol pino 12'.normalize('NFD')), 'too-short')
})

test('PASS-1: 256 code points pass, 257 do not', () => {
  const long = Array.from({ length: 257 }, (_, at) => String.fromCodePoint(97 + ((at * 7 + (at >> 3)) % 26))).join('')
  assert.equal(refuse(long.slice(0, 256)), null)
  assert.equal(refuse(long), 'too-long')
})

test('PASS-2: common, own data, institution words and simple runs are refused, each with its reason', () => {
  const table: [string, string][] = [
    ['qwertyuiopasdfg', 'common'], ['contraseña123456789', 'common'], ['PASSWORD!!!!!!!!', 'common'], ['p4ssw0rd0000000', 'common'],
    ['1710034065-1710034065', 'own-data'], ['mariajose1985-03', 'own-data'], ['nacato quishpe 2026', 'own-data'], ['14031985-14031985', 'own-data'],
    ['claveclaveclave1', 'too-simple'], ['segurosocial2026', 'institution-word'],
    ['123456789012345', 'too-simple'], ['abcdefghijklmnop', 'too-simple'], ['aaaaaaaaaaaaaaaa', 'too-simple'], ['987654321098765', 'too-simple'],
    ['sol1sol1sol1sol1', 'too-simple'],
  ]
  for (const [typed, why] of table) assert.equal(refuse(typed), why, typed)
})

test('PASS-2: a sentence with one own word in it is still taken', () => {
  assert.equal(refuse('a mi abuela maría josé le gustan los helados'), null)
  assert.equal(refuse('la clave de mi bicicleta roja'), null)
})

test('PASS-1: every printable text of the right length that is not simple is decided without a fault', () => {
  fc.assert(fc.property(fc.string({ minLength: 0, maxLength: 300, unit: 'binary' }), (typed) => {
    const found = refusePassword(typed, defaultPolicy.password, { ...context, isCommon: () => false })
    if (found === null) assert.ok([...typed.normalize('NFC')].length >= 15)
  }), { numRuns: 10_000 })
})
