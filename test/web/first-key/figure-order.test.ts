import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figureCodes } from '../../../src/web/figures.ts'
import { figureOrder } from '../../../src/web/journeys/first-key/figure-order.ts'

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

test('the order is a permutation, the same at every reload, and the chosen figure never keeps its place', () => {
  fc.assert(fc.property(secrets, fc.constantFrom(...figureCodes), (secret, chosen) => {
    const before = figureOrder(secret, 'choose')
    const after = figureOrder(secret, 'find', chosen)
    for (const order of [before, after]) assert.deepEqual([...order].sort(), [...figureCodes].sort())
    assert.deepEqual(figureOrder(secret, 'find', chosen), after)
    assert.notEqual(after.indexOf(chosen), before.indexOf(chosen))
  }), { numRuns: 500 })
})

test('over many journeys every figure stands everywhere', () => {
  const places = new Map(figureCodes.map((code) => [code, new Set<number>()]))
  for (let journey = 0; journey < 500; journey += 1) figureOrder(Buffer.from(`journey ${journey}`), 'choose').forEach((code, at) => places.get(code)?.add(at))
  for (const [code, seen] of places) assert.equal(seen.size, 16, code)
})
