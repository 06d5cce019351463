import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { defaultPolicy } from '../../src/domain/policy.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { lineScan } from '../../src/register/line-scan.ts'
import { parseLine } from '../../src/register/record.ts'
import { anyRecord, example as whole } from './record-samples.ts'

const scan = lineScan(defaultPolicy.identifier.foreignerCode)

/** Every field, and no 29 February, which the scan leaves to the slower reader. */
const example: RegisterRecord = { ...whole, contacts: whole.contacts?.map((contact) => ({ ...contact, since: '2024-02-28' })) }

/** What is sealed as it stands must be what the slower reader would have sealed, to the byte. Answers whether the line was known at sight. */
function agrees(line: Buffer): boolean {
  const scanned = scan(line)
  if (scanned === null) return false
  assert.ok(isUtf8(line))
  const parsed = parseLine(line.toString())
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.reason)
  assert.ok(Buffer.from(parsed.json).equals(line), 'another text for the same record')
  const { id, aliases = [], status } = parsed.record
  assert.deepEqual(scanned, { id, aliases, status })
  return true
}

test('a line known at sight is one that the slower reader accepts and writes with the same bytes, over 10,000 records', () => {
  let known = 0
  fc.assert(fc.property(anyRecord, (record) => {
    const line = JSON.stringify(record)
    agrees(Buffer.from(line))
    const latin = line.replaceAll(/\\.|[^ -~\u00a1-\u07ff]/gu, 'x') // the samples have letters from anywhere
    if (agrees(Buffer.from(latin))) known++
  }), { numRuns: 10_000 })
  assert.ok(known > 1_000, `only ${known} were known`)
})

/** Records as registers have them, so that most are known and every change meets a line that nearly is. */
const people: readonly RegisterRecord[] = [example, ...inventPeople({ people: 400, seed: 23, today: '2026-11-22' })]
const telling = fc.constantFrom('"', '\\', '{', '}', ',', ' ', '0', '1', '9', '-', '.', '@', '\u00a0', '\u0085', '\u00ad', '\u200b', 'ñ', '\n', 'null', '"x":1,', '\\u00f1', '00', '2026-11', '2020-02-29')
const harm = fc.record({ at: fc.nat(1_000_000), remove: fc.nat(3), text: fc.oneof(fc.constant(''), telling, fc.string({ unit: 'binary', maxLength: 2 })) })

test('neither does a change anywhere in a line, of 30,000, make it known and wrong', () => {
  let known = 0
  fc.assert(fc.property(fc.constantFrom(...people), fc.array(harm, { minLength: 1, maxLength: 2 }), (record, harms) => {
    const line = harms.reduce((text, { at, remove, text: added }) => {
      const from = at % text.length
      return text.slice(0, from) + added + text.slice(from + remove)
    }, JSON.stringify(record))
    if (agrees(Buffer.from(line))) known++
  }), { numRuns: 30_000 })
  assert.ok(known > 1_000 && known < 25_000, `${known} of 30,000 were known`)
})

test('nor do bytes that are no UTF-8', () => {
  fc.assert(fc.property(fc.constantFrom(...people), fc.nat(1_000_000), fc.integer({ min: 0x80, max: 0xff }), (record, at, byte) => {
    const line = Buffer.from(JSON.stringify(record))
    line[at % line.length] = byte
    agrees(line)
  }), { numRuns: 10_000 })
})

/** Values swapped for others of the same form, where only a comparison of two fields, a calendar or a count shows that something is wrong. */
const forms: readonly [RegExp, fc.Arbitrary<string>][] = [
  [/"\d{4}-\d\d-\d\d"/g, fc.tuple(fc.integer({ min: 1865, max: 2105 }), fc.nat(13), fc.nat(32)).map(([y, m, d]) => `"${y}-${two(m)}-${two(d)}"`)],
  [/"\d{4}-\d\d"/g, fc.tuple(fc.integer({ min: 2015, max: 2027 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `"${y}-${two(m)}"`)],
  [/"\d{13}"/g, fc.constantFrom('"1790012345001"', '"1790012345002"', '"179001234500"')],
  [/"\d{10}"/g, fc.stringMatching(/^[0-3]\d{9}$/).map((text) => `"${text}"`)],
  [/"(?:active|deceased|withheld)"/g, fc.constantFrom('"active"', '"deceased"', '"withheld"')],
  [/"birthProvince":"\d\d"/g, fc.nat(35).map((number) => `"birthProvince":"${two(number)}"`)],
  [/"contributions":\d+/g, fc.constantFrom(0, 7, 999, 1200, 1201, 9999).map((number) => `"contributions":${number}`)],
  [/"amount":"[\d.]+"/g, fc.constantFrom('"0.00"', '"00.00"', '"1.5"', '"123456789.00"', '"1234567890.00"').map((text) => `"amount":${text}`)],
  [/"[^"@]+@[^"]+"/g, fc.constantFrom('"a@b.cc"', '"a@b.c"', '"a@.cc"', '"@b.cc"', '"a@b@c.dd"', '"a@b.c.dd"', '"a.b@c.dd"', '"a@b."', `"${'a'.repeat(64)}@b.cc"`, `"${'a'.repeat(65)}@b.cc"`, `"a@${'b'.repeat(249)}.cc"`, `"a@${'b'.repeat(250)}.cc"`)],
  [/"\+\d+"/g, fc.constantFrom('"+1234567"', '"+123456"', '"+0234567"', '"+123456789012345"', '"+1234567890123456"')],
  [/"type":"cedula","value":"\d+"/g, fc.constantFrom('EX0012345', 'EX001234', 'XX0012345', 'EX001234}').map((code) => `"type":"extranjero","value":"${code}"`)],
  [/,"aliases":\[[^\]]*\]/g, fc.uniqueArray(fc.nat(9), { maxLength: 9 }).map((codes) => `,"aliases":[${codes.map((code) => `{"type":"extranjero","value":"EX000000${code}"}`).join()}]`)],
  [/"surnames":"[^"]+"/g, fc.tuple(fc.integer({ min: 1, max: 101 }), fc.constantFrom('a', 'ñ', ' a', 'a ', '}')).map(([count, text]) => `"surnames":"${text.repeat(count)}"`)],
]
const two = (number: number): string => String(number).padStart(2, '0')
const swap = fc.constantFrom(...forms).chain(([form, value]) => fc.record({ form: fc.constant(form), value, at: fc.nat(1_000) }))

test('nor does a value of the same form that another field, the calendar or a limit forbids, over 30,000 lines', () => {
  const [known, refused] = [new Set<RegExp>(), new Set<RegExp>()]
  fc.assert(fc.property(fc.constantFrom(...people), fc.array(swap, { minLength: 1, maxLength: 3 }), ({ v, id, ...rest }, swaps) => {
    const line = swaps.reduce((text, { form, value, at }) => {
      const found = [...text.matchAll(form)]
      if (found.length === 0) return text
      const { index, 0: before } = found[at % found.length]!
      return text.slice(0, index) + value + text.slice(index + before.length)
    }, JSON.stringify({ v, id, aliases: [], ...rest }))
    const outcome = agrees(Buffer.from(line)) ? known : refused
    if (swaps.length === 1) outcome.add(swaps[0]!.form)
  }), { numRuns: 30_000 })
  assert.deepEqual(forms.filter(([form]) => !known.has(form) || !refused.has(form)).map(([form]) => form.source), [], 'every form of value was seen right and wrong')
})

test('repeated items: as many as the format allows are known, one more is not', () => {
  const repeated = (field: string, item: unknown, count: number): Buffer => Buffer.from(JSON.stringify({ ...example, [field]: Array.from({ length: count }, () => item) }))
  for (const [field, most] of [['contacts', 20], ['jobs', 200], ['loans', 300], ['represents', 200]] as const) {
    const [item] = example[field]!
    assert.equal(agrees(repeated(field, item, most)), true, field)
    assert.equal(agrees(repeated(field, item, most + 1)), false, field)
  }
  const wages = (count: number) => Array.from({ length: count }, (_, index) => ({ month: `${1900 + Math.floor(index / 12)}-${two(1 + (index % 12))}`, ruc: '1790012345001', amount: '1.00' }))
  assert.equal(agrees(Buffer.from(JSON.stringify({ ...example, wages: wages(1200) }))), true)
  assert.equal(agrees(Buffer.from(JSON.stringify({ ...example, wages: wages(1201) }))), false)
})

test('nearly every invented person is known at sight, so an import seldom parses', () => {
  const lines = Array.from(inventPeople({ people: 3_000, seed: 13, today: '2026-11-22' }), (record) => Buffer.from(JSON.stringify(record)))
  assert.ok(lines.filter(agrees).length > 2_950)
})
