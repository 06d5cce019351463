import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hasDuplicateKeys } from '../../src/register/duplicate-keys.ts'
import { parseLine } from '../../src/register/record.ts'
import { anyRecord, example } from './record-samples.ts'

const runs = { numRuns: 10_000 }

test('every valid record is read back as it was written', () => {
  fc.assert(fc.property(anyRecord, (record) => {
    const line = JSON.stringify(record)
    const parsed = parseLine(line)
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.reason)
    assert.deepEqual(JSON.parse(JSON.stringify(parsed.record)), JSON.parse(line))
    assert.equal(parsed.json, line)
  }), runs)
})

/** Ways in which a line goes wrong on its way: characters lost, added, changed, swapped; the line cut. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'drop', 'insert', 'replace', 'swap', 'repeat'),
  at: fc.nat(1_000_000),
  length: fc.integer({ min: 1, max: 30 }),
  text: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), fc.constantFrom('"', '{', '}', ',', ':', '\\', 'null', '[]', '-', '\u0000')),
})

function damaged(line: string, { kind, at: anywhere, length, text }: typeof damage extends fc.Arbitrary<infer T> ? T : never): string {
  const at = anywhere % line.length
  const [head, tail] = [line.slice(0, at), line.slice(at)]
  switch (kind) {
    case 'cut': return head
    case 'drop': return head + tail.slice(length)
    case 'insert': return head + text + tail
    case 'replace': return head + text + tail.slice(text.length)
    case 'swap': return head + tail.slice(length, 2 * length) + tail.slice(0, length) + tail.slice(2 * length)
    default: return head + tail.slice(0, length) + tail
  }
}

test('a damaged line never crashes the reader: it is still a record, or has a reason in one sentence', () => {
  let refused = 0
  fc.assert(fc.property(anyRecord, damage, (record, harm) => {
    const parsed = parseLine(damaged(JSON.stringify(record), harm))
    if (parsed.ok) return assert.deepEqual(parseLine(parsed.json), parsed)
    refused++
    assert.match(parsed.reason, /^(?:The line |[A-Za-z]+)[^\r\n]{5,160}\.$/)
  }), runs)
  assert.ok(refused > 5_000, `only ${refused} of 10,000 damaged lines were refused`)
})

test('ID-3: no reason repeats a personal value, whichever field is wrong', () => {
  const canaries = ['1700000001', 'EX0012345', 'María', 'Ñacato', '1985-03-14', '991234567', 'nacato@', 'Rosal', '612.50', 'Pichincha', '98.33']
  const paths = pathsOf(example)
  const wrong = fc.oneof(fc.constantFrom<unknown>(null, true, 7, '', [], {}, 'Ñacato 1700000001 María', ['María'], { María: '1700000001' }))
  fc.assert(fc.property(fc.constantFrom(...paths), wrong, (path, value) => {
    const parsed = parseLine(JSON.stringify(replaced(example, path, value)))
    if (parsed.ok) return
    for (const canary of canaries) assert.ok(!parsed.reason.includes(canary), parsed.reason)
  }), runs)
})

test('a key repeated in any object is found, and none where there is none', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 4 }), fc.boolean(), (json, spaced) => {
    const once = JSON.stringify(JSON.parse(json), null, spaced ? 1 : undefined)
    assert.equal(hasDuplicateKeys(once), false)
    assert.equal(hasDuplicateKeys(`[${once},{"a":${once},"a":1}]`), true)
  }), runs)
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))]
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replaced(item, rest, by) : item))
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest, by) }
}
