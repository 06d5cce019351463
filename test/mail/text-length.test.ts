import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textLength } from '../support/text-length.ts'

const parts = (text: string): number => textLength(text).parts

test('160 signs of the GSM alphabet are one part, 161 are two of 153 each', () => {
  assert.deepEqual(textLength('é'.repeat(160)), { alphabet: 'gsm-7', units: 160, parts: 1 })
  assert.deepEqual(['a'.repeat(161), 'a'.repeat(306), 'a'.repeat(307)].map(parts), [2, 2, 3])
})

test('one á makes it UCS-2: 70 signs alone, 67 in each of several', () => {
  assert.deepEqual(textLength(`á${'a'.repeat(69)}`), { alphabet: 'ucs-2', units: 70, parts: 1 })
  assert.deepEqual([`á${'a'.repeat(70)}`, `á${'a'.repeat(133)}`, `á${'a'.repeat(134)}`].map(parts), [2, 2, 3])
  assert.deepEqual([...'íóúÁ«»'].map((sign) => textLength(sign).alphabet), Array.from({ length: 6 }, () => 'ucs-2'))
})

test('signs of the extension table take two septets, and none is cut in half between parts', () => {
  assert.equal(textLength('€'.repeat(80)).units, 160)
  assert.equal(parts('€'.repeat(81)), 2)
  // 152 septets and a pair: the pair goes into the second part, so 153 more do not fit there.
  assert.deepEqual([`${'a'.repeat(152)}€${'a'.repeat(151)}`, `${'a'.repeat(152)}€${'a'.repeat(152)}`].map(parts), [2, 3])
  assert.equal(parts(`${'a'.repeat(66)}😀${'a'.repeat(66)}`), 3)
})

test('a longer text never takes fewer parts', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), fc.string({ maxLength: 50, unit: 'grapheme' }), (text, more) => {
    assert.ok(parts(text + more) >= parts(text))
    const { alphabet, units } = textLength(text)
    assert.ok(parts(text) * (alphabet === 'gsm-7' ? 160 : 70) >= units)
  }))
})
