import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nearWords } from '../../src/questions/name.ts'
import { neighbours } from '../../src/questions/near-words.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 14 })

test('PROOF-8: the words a word passes for are those that comparing all with all finds', () => {
  fc.assert(fc.property(fc.uniqueArray(word, { maxLength: 40 }), (words) => {
    const found = neighbours(words)
    for (const one of words) assert.deepEqual([...found.get(one)!].sort(), words.filter((other) => one === other || nearWords(one, other)).sort())
  }), { numRuns: 5_000 })
})

test('a slip of one letter, or two in a long word', () => {
  const found = neighbours(['quilotoa', 'quilotas', 'rosal', 'rosas', 'luz', 'lux'])
  assert.deepEqual([...found.get('quilotoa')!].sort(), ['quilotas', 'quilotoa'])
  assert.deepEqual([...found.get('rosal')!].sort(), ['rosal', 'rosas'])
  assert.deepEqual(found.get('luz'), ['luz'])
})
