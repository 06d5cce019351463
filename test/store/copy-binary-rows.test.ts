import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { binaryRows } from '../../src/store/copy-binary-rows.ts'
import { copyBinary } from '../../src/store/copy-binary.ts'

const rows = fc.array(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 }), { maxLength: 12 })

function read(bytes: Buffer, size: number): number[][][] {
  const reader = binaryRows()
  const found: number[][][] = []
  for (let at = 0; at < bytes.length; at += size) for (const row of reader.push(bytes.subarray(at, at + size))) found.push(row.map((field) => [...field]))
  reader.end()
  return found
}

test('rows written for a COPY are read again, whatever the pieces they come in', () => {
  fc.assert(fc.property(rows, fc.integer({ min: 1, max: 200 }), (written, size) => {
    assert.deepEqual(read(Buffer.concat([...copyBinary(written)]), size), written.map((row) => row.map((field) => [...field])))
  }), { numRuns: 500 })
})

test('what breaks off anywhere is no end', () => {
  const whole = Buffer.concat([...copyBinary([[Buffer.from('ab')], [Buffer.from('cd'), Buffer.from('')]])])
  for (let length = 0; length < whole.length; length++) assert.throws(() => read(whole.subarray(0, length), 7), /broke off/, `after ${length} bytes`)
  assert.deepEqual(read(whole, 7).length, 2)
})

test('a field that is null is a fault', () => {
  const whole = Buffer.concat([...copyBinary([[Buffer.from('ab')]])])
  whole.writeInt32BE(-1, 21)
  assert.throws(() => read(whole, 100), /null where none may be/)
})
