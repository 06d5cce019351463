import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TablePaper } from '../../src/app/paper-ports.ts'
import { makeTablePress } from '../../src/paper/print-table.ts'
import { readPdf } from '../support/pdf.ts'

const press = makeTablePress('Instituto de Prueba')
const paper: TablePaper = {
  language: 'es', title: 'Actividad de mi clave', lines: ['María Ñacato'], at: Date.UTC(2026, 10, 22),
  columns: [{ label: 'Fecha', share: 0.2 }, { label: 'Qué pasó', share: 0.5 }, { label: 'Constancia', share: 0.3 }],
  ending: () => 'Eso es todo.', pageText: (page, of) => `Página ${page} de ${of}`,
}

async function* rows(many: number, what = 'Se ingresó con la clave.'): AsyncGenerator<readonly string[]> {
  for (let at = 0; at < many; at += 1) yield ['2026-11-22 12:05', what, `3F2A\u00a091C0\u00a077DE\u00a0${String(at).padStart(4, '0')}`]
}

test('every row is there once, in order; each page has the head and its number', async () => {
  const { pages } = readPdf(await press.print(paper, rows(150)))
  assert.ok(pages.length >= 3)
  pages.forEach((words, at) => {
    assert.match(words, new RegExp(`Página ${at + 1} de ${pages.length}$`))
    assert.match(words, /Fecha Qué pasó Constancia 2026-11-22/)
  })
  assert.match(pages[0] ?? '', /^Instituto de Prueba Actividad de mi clave María Ñacato Fecha/)
  const seen = [...pages.join(' ').matchAll(/77DE\s(\d{4})/g)].map(([, number]) => Number(number))
  assert.deepEqual(seen, Array.from({ length: 150 }, (_, at) => at))
  assert.match(pages.at(-1) ?? '', /Eso es todo\./)
})

test('it is tagged: language, title, one table with one head, rows and cells; fonts inside', async () => {
  const { raw } = readPdf(await press.print(paper, rows(150)))
  for (const part of [/\/Marked true/, /\/Lang \(es-EC\)/, /\/DisplayDocTitle true/, /\/S \/H1\b/]) assert.match(raw, part)
  const count = (tag: string): number => raw.match(new RegExp(`/S /${tag}\\b`, 'g'))?.length ?? 0
  assert.deepEqual([count('Table'), count('TR'), count('TH'), count('TD')], [1, 151, 3, 450])
  assert.equal(raw.match(/\/FontFile2 /g)?.length, 2)
  assert.match((readPdf(await press.print({ ...paper, language: 'en' }, rows(1)))).raw, /\/Lang \(en\)/)
})

test('a row is never cut by the end of a page, and an empty table is a page', async () => {
  const long = 'Palabra '.repeat(60).trim()
  const { pages } = readPdf(await press.print(paper, rows(30, long)))
  assert.ok(pages.length > 3)
  for (const words of pages) assert.equal(words.match(/Palabra/g)?.length, (words.match(/77DE/g)?.length ?? 0) * 60)
  assert.equal(readPdf(await press.print(paper, rows(0))).pages.length, 1)
})

test('others are not kept waiting: between rows the press gives way', async () => {
  let turns = 0
  const timer = setInterval(() => { turns += 1 }, 1)
  await press.print(paper, rows(400))
  clearInterval(timer)
  assert.ok(turns >= 10, `${turns} turns`)
})
