import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import type { Affiliation } from '../../src/domain/affiliation.ts'
import { makePress } from '../../src/paper/press.ts'

const press = makePress('Instituto de Prueba', 'America/Guayaquil')
const at = Date.UTC(2026, 10, 22, 17, 5)
const affiliation: Affiliation = {
  name: 'María José Ñacato Wałęsa', identifier: { type: 'cedula', value: '1710034065' }, status: 'insured',
  employers: [{ employer: 'Florícola El Rosal S.A.', ruc: '1790012345001', since: '2019-02' }], pensionSince: null, contributions: 214,
}
const paper = { code: 'ABCD-EFGH-JKMN-PQRS', address: 'https://clave.ejemplo.ec/certificado/ABCDEFGHJKMNPQRS', at }

test('the words of a certificate: who, what, where, since when, on which day', () => {
  const { title, sentence, lines } = press.write(affiliation, at)
  assert.equal(title, 'Certificado de afiliación')
  assert.match(sentence, /^Instituto de Prueba certifica/)
  assert.deepEqual(lines.map(({ label, value }) => `${label}: ${value}`), [
    'Nombres y apellidos: María José Ñacato Wałęsa', 'Cédula: 1710034065', 'Situación: Afiliación vigente',
    'Empleador: Florícola El Rosal S.A., RUC 1790012345001, desde febrero de 2019', 'Aportes registrados: 214',
    'Fecha de emisión: 22 de noviembre de 2026, 12:05 (America/Guayaquil)',
  ])
})

test('the words of who is not insured, and of a foreigner with a pension', () => {
  const words = press.write({ ...affiliation, identifier: { type: 'extranjero', value: 'EX0012345' }, status: 'pensioner', employers: [], pensionSince: '2020-01', contributions: null }, at).lines
  assert.deepEqual(words.slice(1, 4).map(({ label, value }) => `${label}: ${value}`), ['Código de extranjero: EX0012345', 'Situación: Pensionista', 'Pensión: Desde enero de 2020'])
  assert.equal(press.write({ ...affiliation, status: 'not-insured', employers: [] }, at).lines[2]?.value, 'Sin afiliación vigente')
})

test('what the demo prints says that it is worth nothing', () => {
  const { title, sentence } = makePress('Instituto de Prueba', 'America/Guayaquil', true).write(affiliation, at)
  assert.match(title, /muestra sin valor/)
  assert.match(sentence, /la persona y los datos son inventados/)
})

test('the PDF is tagged: language, title, headings, table, a picture with words; its fonts are inside', async () => {
  const pdf = (await press.print(press.write(affiliation, at), paper)).toString('latin1')
  assert.match(pdf, /^%PDF-1\.7/)
  for (const part of [/\/Marked true/, /\/Lang \(es-EC\)/, /\/StructTreeRoot/, /\/DisplayDocTitle true/, /\/S \/H1/, /\/S \/Table\b/, /\/S \/TH\b/, /\/S \/TD\b/, /\/S \/Figure/, /\/Alt /]) assert.match(pdf, part)
  assert.equal(pdf.match(/\/FontFile2 /g)?.length, 2)
  assert.doesNotMatch(pdf, /\/BaseFont \/Helvetica/)
})

test('the PDF holds every letter of a name: none becomes the sign for a missing one', async () => {
  const pdf = await press.print(press.write(affiliation, at), paper)
  const maps = streamsOf(pdf).filter((stream) => stream.includes('beginbfrange')).join('')
  for (const sign of 'Ñłęéó') assert.ok(maps.includes(sign.codePointAt(0)!.toString(16).padStart(4, '0')), sign)
})

test('many employers and long names go over to another page and nothing is lost', async () => {
  const employers = Array.from({ length: 40 }, (_, index) => ({ employer: `${'Compañía de Nombre Muy Largo '.repeat(4)}${index}`, ruc: '1790012345001', since: '2019-02' }))
  const pdf = (await press.print(press.write({ ...affiliation, employers }, at), paper)).toString('latin1')
  assert.ok((pdf.match(/\/Type \/Page\b/g)?.length ?? 0) >= 2)
})

function streamsOf(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length
    return inflateSync(pdf.subarray(start, text.indexOf('\nendstream', start))).toString('latin1')
  })
}
