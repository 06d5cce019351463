import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alike, distinctLetters, editDistance, employerKey, foldName, sameName, tellingWords } from '../../src/questions/name.ts'

test('PROOF-8: the same employer, as honest people write it', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['floricola el rosal', 'Florícola El Rosal S.A.'],
    ['FLORÍCOLA EL ROSAL SA', 'Florícola El Rosal S.A.'],
    ['El Rosal', 'Florícola El Rosal S.A.'],
    ['rosal floricola', 'Florícola El Rosal S.A.'],
    ['El Rozal', 'Florícola El Rosal S.A.'],
    ['Treshermanos', 'Transportes Tres Hermanos Cía. Ltda.'],
    ['Ñandubay', 'Constructora Nandubay Cía. Ltda.'],
    ['constructora ñandubay compañía limitada', 'Constructora Ñandubay Cía. Ltda.'],
    ['Penafiel e hijos', 'Comercial Peñafiel e Hijos S.A.S.'],
    ['Municipio de Cayambe', 'Gobierno Autónomo Descentralizado Municipal de Cayambe'],
    ['Yahuarcohca', 'Hotel Yahuarcocha C.A.'],
    ['Mar y Cielo', 'Camaronera Mar y Cielo S.A.'],
    ['tres hermanos', 'Transportes Tres Hermanos Cía. Ltda.'],
    ['Coca-Cola', 'Coca Cola S.A.'],
  ]
  for (const [typed, kept] of pairs) assert.equal(sameName(typed, kept), true, `${typed} / ${kept}`)
})

test('another employer, a trade or a legal form alone is wrong', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['Florícola', 'Florícola El Rosal S.A.'],
    ['S.A.', 'Florícola El Rosal S.A.'],
    ['Florícola El Clavel S.A.', 'Florícola El Rosal S.A.'],
    ['Florícola El Rosal y El Clavel', 'Florícola El Rosal S.A.'],
    ['Altamira', 'Altagracia S.A.'],
    ['', 'Florícola El Rosal S.A.'],
    ['!!!', 'Florícola El Rosal S.A.'],
    ['Empresa', 'Empresa Pública Municipal'],
    ['Tres', 'Transportes Tres Hermanos Cía. Ltda.'],
    ['rosal clavel altamira cotopaxi quilotoa imbabura guayacan', 'Florícola El Rosal S.A.'],
  ]
  for (const [typed, kept] of pairs) assert.equal(sameName(typed, kept), false, `${typed} / ${kept}`)
})

test('a name made of trades and forms only has no letters of its own', () => {
  assert.equal(distinctLetters('Empresa Pública Municipal E.P.'), 0)
  assert.equal(distinctLetters('Florícola El Rosal S.A.'), 5)
})

test('PROOF-8: a word may have no typing error below four letters, one below eight, two from there on', () => {
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['Sur', 'Sor', false], ['Sola', 'Solo', true], ['Sala', 'Solo', false], ['Pailoma', 'Pailona', true], ['Paidoma', 'Pailona', false],
    ['Altanida', 'Altamira', true], ['Astanida', 'Altamira', false], ['Solos', 'Solo', true], ['Soloss', 'Solo', false], ['Slo', 'Solo', true],
  ]
  for (const [typed, kept, same] of pairs) assert.equal(sameName(typed, kept), same, `${typed} / ${kept}`)
})

test('PROOF-8: what is met must be half of the letters that are its own, and three at least', () => {
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['abc', 'abc def', true], ['abc', 'abc defg', false], ['ab', 'ab cd', false], ['abcd', 'abc defg', false], ['rosal rosas', 'Rosal', false], ['rosal verde', 'Rosal', false],
    ['verde rosal', 'Rosal Verde Azulado', true], ['floricla rosal', 'Florícola El Rosal', true], ['hotel el rosal', 'Florícola El Rosal', true], ['flotirla rosal', 'Florícola El Rosal', false],
    ['floricla rosal', 'Hotel El Rosal', false], ['verde azul rosal', 'Rosal Verde Azul', true], ['rosal', '', false], ['S.A.', 'S.A.', true], ['Banco', 'Banco', false],
  ]
  for (const [typed, kept, same] of pairs) assert.equal(sameName(typed, kept), same, `${typed} / ${kept}`)
})

test('names are folded to small letters without accents, dots or other signs, 120 at most', () => {
  assert.equal(foldName("  D'Ángel & Ñandú, S.A.  "), 'dangel nandu sa')
  assert.deepEqual([foldName('a’b`c´d.e'), foldName('Coca-Cola'), foldName('?!')], ['abcde', 'coca cola', ''])
  assert.deepEqual([foldName('a'.repeat(130)).length, foldName('9'.repeat(120)).length], [120, 120])
})

test('the words that tell leave legal forms out, unless there is nothing else; twelve at most, each once', () => {
  assert.deepEqual(tellingWords('Altamira de la Sierra Compañía Limitada'), ['altamira', 'sierra'])
  assert.deepEqual([tellingWords('La S.A.'), tellingWords('Rosal rosal'), tellingWords('')], [['la', 'sa'], ['rosal'], []])
  const many = Array.from({ length: 14 }, (_, n) => `w${String.fromCharCode(97 + n)}`)
  assert.deepEqual(tellingWords(many.join(' ')), many.slice(0, 12))
})

test('one key for all writings of an employer, whatever the order; of trades alone, all words', () => {
  assert.equal(employerKey('Florícola El Rosal Azul S.A.'), employerKey('AZUL ROSAL, EL (FLORICOLA)'))
  assert.deepEqual(['Florícola Zeta Alfa', 'Hotel Altamira S.A.', 'Empresa Pública E.P.'].map(employerKey), ['alfa zeta', 'altamira', 'empresa ep publica'])
})

test('two names are alike when either would pass for the other', () => {
  const pairs: readonly (readonly [string, string, boolean])[] = [['rosal', 'rosal verde', true], ['rosal verde', 'rosal', true], ['rosal', 'rosal verdeazul', false], ['rosal', 'clavel', false]]
  for (const [a, b, same] of pairs) assert.equal(alike(a, b), same, `${a} / ${b}`)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 })

test('the edit distance is that of plain recursion, up to its limit', () => {
  fc.assert(fc.property(word, word, (a, b) => {
    assert.equal(editDistance(a, b, 99), slowDistance(a, b))
    assert.equal(editDistance(a, b, 2) <= 2, slowDistance(a, b) <= 2)
  }), { numRuns: 2_000 })
})

function slowDistance(a: string, b: string, seen = new Map<string, number>()): number {
  if (a === '' || b === '') return a.length + b.length
  const known = seen.get(`${a}|${b}`)
  if (known !== undefined) return known
  const ways = [
    slowDistance(a.slice(1), b, seen) + 1,
    slowDistance(a, b.slice(1), seen) + 1,
    slowDistance(a.slice(1), b.slice(1), seen) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) ways.push(slowDistance(a.slice(2), b.slice(2), seen) + 1)
  const best = Math.min(...ways)
  seen.set(`${a}|${b}`, best)
  return best
}
