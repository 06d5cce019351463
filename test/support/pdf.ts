/** Reads a PDF of ours back: the words of each page through the font's own map to letters, as a reader that copies text would. */
import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  /** The words of each page, in the order in which they were written. */
  readonly pages: readonly string[]
  /** The file as it is, for its structure. */
  readonly raw: string
}

export function readPdf(pdf: Buffer): ReadPdf {
  const raw = pdf.toString('latin1')
  const objects = new Map([...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id ?? '', body ?? '']))
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  return { raw, pages: pages.map((page) => wordsOf(page, objects)) }
}

type Objects = ReadonlyMap<string, string>

function wordsOf(page: string, objects: Objects): string {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page
  const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name ?? '', lettersOf(objects.get(id ?? '') ?? '', objects)]))
  let letters: readonly string[] = []
  let words = ''
  for (const [, font, shown] of streamOf(page, /\/Contents (\d+) 0 R/, objects).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? []
    else words += `${[...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, codes]) => (codes ?? '').replace(/.{4}/g, (code) => letters[Number.parseInt(code, 16)] ?? '\ufffd')).join('')} `
  }
  return words.replace(/\s+/g, ' ').trim()
}

function lettersOf(font: string, objects: Objects): readonly string[] {
  const map = streamOf(font, /\/ToUnicode (\d+) 0 R/, objects)
  return [...map.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...(list ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex').swap16().toString('utf16le')))
}

function streamOf(body: string, where: RegExp, objects: Objects): string {
  const stream = objects.get(where.exec(body)?.[1] ?? '') ?? ''
  const start = stream.indexOf('stream\n') + 'stream\n'.length
  return inflateSync(Buffer.from(stream.slice(start, stream.lastIndexOf('\nendstream')), 'latin1')).toString('latin1')
}
