import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseWhole } from '../../src/questions/whole.ts'

test('PROOF-8: a whole number is read as people write it', () => {
  const ways: readonly (readonly [string, number])[] = [['214', 214], [' 214 ', 214], ['0', 0], ['9999', 9999], ['1.214', 1214], ['1,214', 1214], ['007', 7],
    ['214 meses', 214], ['son 214 aportaciones', 214], ['1.214 APORTES.', 1214], ['214 imposiciones', 214], ['214.', 214]]
  for (const [text, number] of ways) assert.equal(parseWhole(text), number, text)
})

test('what is no whole number of four digits is not read as one', () => {
  for (const text of ['', ' ', 'x', '-1', '1.5', '12.214', '1.2145', '1.21', '12345', '1 214', '214 x', 'x 214', '1.214 x', 'x1.214', '1x214', '٣', 'meses', 'son meses', '214 años', '214 meses 3', 'son']) {
    assert.equal(parseWhole(text), undefined, text)
  }
})
