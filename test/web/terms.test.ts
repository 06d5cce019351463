import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { loadTerms, renderTerms } from '../../src/web/terms.ts'

const folder = mkdtempSync(join(tmpdir(), 'clave-terms-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)

test('the newest version is taken, with a digest over all its languages', () => {
  write('2026-01.es.md', '# Uno')
  write('2026-01.en.md', '# One')
  write('2026-02.es.md', '# Dos')
  write('2026-02.en.md', '# Two')
  write('notas.txt', 'no')
  const terms = loadTerms(folder)
  assert.equal(terms.version, '2026-02')
  assert.equal(terms.digest, createHash('sha256').update('# Dos\0# Two\0').digest('hex'))
  assert.match(terms.texts.es.toString(), /<h2 [^>]*>Dos<\/h2>/)
  write('2026-02.en.md', '# Two.')
  assert.notEqual(loadTerms(folder).digest, terms.digest)
})

test('a version without one of the languages does not start', () => {
  write('2026-03.es.md', '# Tres')
  assert.throws(() => loadTerms(folder), /2026-03\.en\.md/)
})

test('the terms of the project say the same in both languages: headings, paragraphs and lists of equal number', () => {
  const { texts } = loadTerms()
  const shape = (markup: string): string[] => [...markup.matchAll(/<(h2|h3|p|ul|li)\b/g)].map(([, tag]) => tag ?? '')
  assert.deepEqual(shape(texts.es.toString()), shape(texts.en.toString()))
  assert.ok(shape(texts.es.toString()).length > 20)
})

test('whatever the text holds, nothing but headings, paragraphs and lists comes out', () => {
  const known = new Set(['h2', 'h3', 'p', 'ul', 'li'])
  fc.assert(fc.property(fc.string().filter((text) => !/^#{3,6} ./m.test(text)), (text) => {
    const markup = renderTerms(`${text}<script>alert(1)</script>\n\n- <b onclick="x">`).toString()
    const tags = JSON.stringify(parseFragment(markup), (key, value: unknown) => (key === 'parentNode' ? undefined : value)).matchAll(/"tagName":"(\w+)"/g)
    for (const [, tag] of tags) assert.ok(known.has(tag ?? ''), `${tag} in ${markup}`)
  }), { numRuns: 500 })
})
