import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nearWords } from '../../src/questions/name.ts'
import { neighbours } from '../../src/questions/near-words.ts'

function sameAsComparingAll(words: readonly string[]): void {
  const found = neighbours(words)
  for (const one of words) assert.deepEqual([...found.get(one)!].sort(), words.filter((other) => one === other || nearWords(one, other)).sort())
}

test('PROOF-8: the words a word passes for are those that comparing all with all finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 14 })
  fc.assert(fc.property(fc.uniqueArray(word, { maxLength: 40 }), sameAsComparingAll), { numRuns: 5_000 })
})

/** One slip: a letter left out, put in or changed, or two that stand beside each other swapped. */
const slip = fc.record({ how: fc.constantFrom('out', 'in', 'other', 'swap'), at: fc.double({ min: 0, max: 1, noNaN: true }), letter: fc.constantFrom('a', 'b', 'x') })
type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never

function slipped(word: string, { how, at, letter }: Slip): string {
  const n = Math.floor(at * word.length) // the end of the word too
  const [before, here, after] = [word.slice(0, n), word.slice(n, n + 1), word.slice(n + 1)]
  if (how === 'swap') return before + after.slice(0, 1) + here + after.slice(1)
  return before + { out: '', in: letter + here, other: letter }[how] + after
}

test('PROOF-8: words of every length, with up to three slips anywhere: those with too many do not pass', () => {
  const drawn = fc.tuple(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 45 }), fc.array(fc.array(slip, { minLength: 1, maxLength: 3 }), { maxLength: 12 }))
  fc.assert(fc.property(drawn, ([word, all]) => {
    sameAsComparingAll([...new Set([word, ...all.map((slips) => slips.reduce(slipped, word))])].filter((one) => one !== ''))
  }), { numRuns: 5_000 })
})

test('PROOF-8: where one may have more errors than the other', () => {
  for (const [one, other] of [['luz', 'luza'], ['quilot', 'quilotoa'], ['quiloto', 'quilotoa'], ['quilota', 'quilotoa'], ['ambatos', 'mabatosa']] as const) {
    assert.equal(neighbours([one, other]).get(one)!.includes(other), true, `${one} ${other}`)
  }
})

test('words too many to be held at one time are compared slice by slice', () => {
  const words = Array.from({ length: 500 }, (_, n) => `${'andino'.slice(n % 7)}${(n * 79) % 1_000}`)
  const sorted = (held: number): unknown => [...neighbours(words, held)].map(([word, near]) => [word, [...near].sort()])
  assert.deepEqual(sorted(1_000), sorted(2 ** 20))
})

test('a slip of one letter, or two in a long word', () => {
  const found = neighbours(['quilotoa', 'quilotas', 'rosal', 'rosas', 'luz', 'lux'])
  assert.deepEqual([...found.get('quilotoa')!].sort(), ['quilotas', 'quilotoa'])
  assert.deepEqual([...found.get('rosal')!].sort(), ['rosal', 'rosas'])
  assert.deepEqual(found.get('luz'), ['luz'])
})
