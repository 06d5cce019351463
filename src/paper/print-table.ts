/**
 * A long table as a tagged PDF: its head stands on every page for the eye and once for who listens, rows are never cut by the end of a page,
 * pages are numbered. Held by test/paper/table.test.ts, which reads the words back.
 */
import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { TablePaper, TablePress } from '../app/paper-ports.ts'
import { fonts } from './print-certificate.ts'

type Doc = PDFKit.PDFDocument
type Structure = ReturnType<Doc['struct']>

const margin = 48
const gap = 8
const size = 8.5
/** A row takes a fraction of a millisecond; nobody else should wait for a thousand of them. */
const rowsAtOnce = 20

export function makeTablePress(institution: string): TablePress {
  return { print: (paper, rows) => print(institution, paper, rows) }
}

async function print(institution: string, paper: TablePaper, rows: AsyncIterable<readonly string[]>): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit')
  const doc: Doc = new PDFDocument({
    size: 'A4', margin, lang: paper.language === 'es' ? 'es-EC' : 'en', tagged: true, displayTitle: true, pdfVersion: '1.7', bufferPages: true,
    info: { Title: paper.title, Author: institution, CreationDate: new Date(paper.at) },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.registerFont('plain', `${fonts}DejaVuSans.ttf`).registerFont('bold', `${fonts}DejaVuSans-Bold.ttf`)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const text = (tag: string, font: 'plain' | 'bold', points: number, words: string): void => {
    root.add(doc.struct(tag, {}, () => {
      doc.font(font).fontSize(points).text(words, margin, doc.y, { width: doc.page.width - 2 * margin })
    }))
    doc.moveDown(0.5)
  }
  text('P', 'plain', 10, institution)
  text('H1', 'bold', 18, paper.title)
  for (const line of paper.lines) text('P', 'plain', 10, line)
  await printRows(doc, root, paper, rows)
  doc.y += 10
  if (doc.y + 40 > bottom(doc)) doc.addPage()
  text('P', 'plain', 10, paper.ending())
  root.end()
  numberPages(doc, paper)
  doc.end()
  await done
  return Buffer.concat(chunks)
}

const bottom = (doc: Doc): number => doc.page.height - margin - 16

async function printRows(doc: Doc, root: Structure, { columns }: TablePaper, rows: AsyncIterable<readonly string[]>): Promise<void> {
  const width = doc.page.width - 2 * margin
  const places = columns.map(({ share }, at) => ({
    x: margin + width * columns.slice(0, at).reduce((sum, each) => sum + each.share, 0),
    width: width * share - gap,
  }))
  const labels = columns.map(({ label }) => label)
  const table = doc.struct('Table')
  root.add(table)
  printRow(doc, table, 'TH', labels, places)
  let printed = 0
  for await (const cells of rows) {
    const height = heightOf(doc.font('plain').fontSize(size), cells, places)
    if (doc.y + height > bottom(doc)) {
      doc.addPage()
      // The eye has lost the head by now; who listens is told it by the table.
      doc.markContent('Artifact', { type: 'Pagination' })
      drawRow(doc, 'bold', labels, places)
      doc.endMarkedContent()
    }
    printRow(doc, table, 'TD', cells, places)
    printed += 1
    if (printed % rowsAtOnce === 0) await letOthersGo()
  }
  table.end()
}

interface Place { readonly x: number; readonly width: number }

const heightOf = (doc: Doc, cells: readonly string[], places: readonly Place[]): number => Math.max(...cells.map((cell, at) => doc.heightOfString(cell, { width: places[at]!.width })))

function printRow(doc: Doc, table: Structure, tag: 'TH' | 'TD', cells: readonly string[], places: readonly Place[]): void {
  const row = doc.struct('TR')
  table.add(row)
  drawRow(doc, tag === 'TH' ? 'bold' : 'plain', cells, places, (draw) => row.add(doc.struct(tag, {}, draw)))
  row.end()
}

/** Each cell begins where the row begins; the next row below the longest of them. */
function drawRow(doc: Doc, font: 'plain' | 'bold', cells: readonly string[], places: readonly Place[], around: (draw: () => void) => void = (draw) => draw()): void {
  const top = doc.y
  doc.font(font).fontSize(size)
  const height = heightOf(doc, cells, places)
  cells.forEach((cell, at) => around(() => void doc.font(font).fontSize(size).text(cell, places[at]!.x, top, { width: places[at]!.width })))
  doc.y = top + height + 5
}

function numberPages(doc: Doc, { pageText }: TablePaper): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    doc.page.margins.bottom = 0 // or the words below the margin would begin a page
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('plain').fontSize(8).text(pageText(page + 1, count), margin, doc.page.height - margin + 4, { width: doc.page.width - 2 * margin, align: 'right' })
    doc.endMarkedContent()
  }
}
