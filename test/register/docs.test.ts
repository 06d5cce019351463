import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseLine, notJson, repeatedField } from '../../src/register/record.ts'
import { recordSchema } from '../../src/register/record-schema.ts'
import { tooLongLine } from '../../src/register/import.ts'
import { notUtf8 } from '../../src/register/seal.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/register.md'), 'utf8')

test('docs/register.md shows a record that can be imported', () => {
  const example = /```json\n([^`]+)```/.exec(page)?.[1] ?? ''
  const parsed = parseLine(example.replaceAll('\n', ''))
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.reason)
  assert.deepEqual(Object.keys(parsed.record), Object.keys(recordSchema(/x/).shape), 'with every field of the format')
})

test('docs/register.md has every field in its table and every sentence about a whole line', () => {
  for (const field of Object.keys(recordSchema(/x/).shape)) assert.match(page, new RegExp(`^\\| .*\`${field}\``, 'm'))
  for (const sentence of [notJson, repeatedField, tooLongLine, notUtf8]) assert.ok(page.includes(`| \`${sentence}\` |`), sentence)
})

for (const file of ['record-coherence.ts', 'source.ts', 'resume.ts']) {
  test(`docs/register.md has every sentence of src/register/${file}`, () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/register', file), 'utf8')
    const sentences = [...source.matchAll(/['`]([^'`\n]*[a-z]\.)['`]/g)].map(([, text = '']) => text.replace(/^.*\}:? ?/, ''))
    assert.ok(sentences.length > 1)
    for (const sentence of sentences) assert.ok(page.includes(sentence), sentence)
  })
}
