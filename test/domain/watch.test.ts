import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Identifier } from '../../src/domain/person.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { blocksOf, isSpray, raisedBy } from '../../src/domain/watch.ts'

const { watch } = defaultPolicy
const nobody = { largest: 0, together: 0 }
const quiet = { lately: 0, before: 0, minutes: 0 }
const cedula = (serial: number): Identifier => ({ type: 'cedula', value: `${String(serial).padStart(9, '0')}0` })

test('any fifty neighbours are in one block of one of the two grids, whatever the check digit', () => {
  fc.assert(fc.property(fc.integer({ min: 100_000_000, max: 240_000_000 }), fc.integer({ min: 0, max: 9 }), (first, digit) => {
    const run = Array.from({ length: 51 }, (_, at) => blocksOf({ type: 'cedula', value: cedula(first + at).value.slice(0, 9) + String(digit) }))
    assert.ok([0, 1].some((grid) => new Set(run.map((blocks) => blocks[grid])).size === 1))
  }))
})

test('numbers far apart share no block, and neither do a cédula and a foreigner’s code', () => {
  const near = blocksOf(cedula(171_003_406))
  for (const far of [blocksOf(cedula(171_003_606)), blocksOf({ type: 'extranjero', value: 'EX1003406' })]) assert.ok(near.every((block) => !far.includes(block)))
  assert.deepEqual(blocksOf({ type: 'extranjero', value: 'EX0012345' })[0], blocksOf({ type: 'extranjero', value: 'EX0012399' })[0])
})

test('L-15: five times the usual rate, and never below the floor; a young installation is measured over an hour', () => {
  const usual = { before: 7 * 1_440 * 40, minutes: 7 * 1_440 }
  assert.equal(isSpray({ ...usual, lately: 199 }, watch), false)
  assert.equal(isSpray({ ...usual, lately: 200 }, watch), true)
  assert.equal(isSpray({ before: 10, minutes: 10_000, lately: 99 }, watch), false)
  assert.equal(isSpray({ before: 0, minutes: 0, lately: 100 }, watch), true)
  assert.equal(isSpray({ before: 1_800, minutes: 12, lately: 149 }, watch), false)
  assert.equal(isSpray({ before: 1_800, minutes: 12, lately: 150 }, watch), true)
})

test('what is raised, with its count: a number in both grids is counted once', () => {
  assert.deepEqual(raisedBy(nobody, nobody, quiet, watch), [])
  assert.deepEqual(raisedBy({ largest: 30, together: 60 }, { largest: 55, together: 55 }, { ...quiet, lately: 500 }, watch), [
    { code: 'neighbouring-numbers', count: 30 }, { code: 'one-employer', count: 55 }, { code: 'login-spray', count: 500 },
  ])
  assert.deepEqual(raisedBy({ largest: 60, together: 500 }, nobody, quiet, watch), [{ code: 'neighbouring-numbers', count: 250 }])
})
