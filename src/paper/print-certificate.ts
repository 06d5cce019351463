/** A certificate as a tagged PDF (language, headings, table, alternative text), with its fonts inside and the QR code as vectors. */
import { createRequire } from 'node:module'
import type { CertificatePress, CertificateText } from '../app/certificate-ports.ts'

type Paper = Parameters<CertificatePress['print']>[1]

export const fonts = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json').replace(/package\.json$/, 'ttf/')
const margin = 64
const labelWidth = 150
const qrSize = 130

/** PDFKit and the fonts take a tenth of a second to load, and most processes never print. */
export async function printCertificate(institution: string, { title, sentence, lines }: CertificateText, { code, address, at }: Paper): Promise<Buffer> {
  const [{ default: PDFDocument }, { default: qrcode }] = await Promise.all([import('pdfkit'), import('qrcode')])
  const doc = new PDFDocument({
    size: 'A4', margin, lang: 'es-EC', tagged: true, displayTitle: true, pdfVersion: '1.7',
    info: { Title: title, Author: institution, CreationDate: new Date(at) },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.registerFont('plain', `${fonts}DejaVuSans.ttf`).registerFont('bold', `${fonts}DejaVuSans-Bold.ttf`)
  const width = doc.page.width - 2 * margin
  const root = doc.struct('Document')
  doc.addStructure(root)
  const text = (tag: string, font: 'plain' | 'bold', size: number, words: string): void => {
    root.add(doc.struct(tag, {}, () => {
      doc.font(font).fontSize(size).text(words, margin, doc.y, { width })
    }))
    doc.moveDown(0.8)
  }
  text('P', 'plain', 11, institution)
  text('H1', 'bold', 20, title)
  text('P', 'plain', 11, sentence)
  printTable(doc, root, lines, width)
  doc.y += 18
  roomFor(doc, qrSize)
  const top = doc.y
  root.add(doc.struct('Figure', { alt: `Código QR que abre la página ${address}` }, () => drawQr(doc, qrcode.create(address, { errorCorrectionLevel: 'M' }).modules, margin, top)))
  const beside = margin + qrSize + 24
  const note = (font: 'plain' | 'bold', size: number, words: string): void => {
    root.add(doc.struct('P', {}, () => {
      doc.font(font).fontSize(size).text(words, beside, doc.y, { width: width - qrSize - 24 })
    }))
    doc.moveDown(0.6)
  }
  doc.y = top + 6
  note('bold', 11, 'Compruebe este documento')
  note('plain', 10, `Lea el código QR o abra ${new URL(address).origin}/certificado y escriba este código:`)
  note('bold', 14, code)
  note('plain', 10, 'La página muestra lo mismo que este papel. Si algo es distinto, el papel fue alterado.')
  root.end()
  doc.end()
  await done
  return Buffer.concat(chunks)
}

type Doc = PDFKit.PDFDocument
type Structure = ReturnType<Doc['struct']>

function printTable(doc: Doc, root: Structure, lines: CertificateText['lines'], width: number): void {
  const table = doc.struct('Table')
  root.add(table)
  for (const { label, value } of lines) {
    const column = width - labelWidth - 12
    roomFor(doc, Math.max(doc.font('bold').fontSize(11).heightOfString(label, { width: labelWidth }), doc.font('plain').heightOfString(value, { width: column })))
    const top = doc.y
    const row = doc.struct('TR')
    table.add(row)
    row.add(doc.struct('TH', {}, () => {
      doc.font('bold').fontSize(11).text(label, margin, top, { width: labelWidth })
    }))
    const afterLabel = doc.y
    row.add(doc.struct('TD', {}, () => {
      doc.font('plain').fontSize(11).text(value, margin + labelWidth + 12, top, { width: column })
    }))
    row.end()
    doc.y = Math.max(afterLabel, doc.y) + 7
  }
  table.end()
}

/** What belongs together is not cut by the end of a page. */
function roomFor(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margin) doc.addPage()
}

function drawQr(doc: Doc, modules: { readonly size: number; get(row: number, column: number): number | boolean }, x: number, y: number): void {
  const unit = qrSize / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) doc.rect(x + column * unit, y + row * unit, unit, unit)
  }
  doc.fill('black')
}
