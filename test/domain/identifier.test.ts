import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdentifier, type IdentifierProblem } from '../../src/domain/identifier.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'

const read = (typed: string) => readIdentifier(typed, defaultPolicy.identifier.foreignerCode)

const accepted: [typed: string, type: string, value: string][] = [
  ['1710034065', 'cedula', '1710034065'],
  ['2222222222', 'cedula', '2222222222'],
  ['1700000001', 'cedula', '1700000001'],
  ['0100000009', 'cedula', '0100000009'],
  ['2400000002', 'cedula', '2400000002'],
  ['3000000004', 'cedula', '3000000004'],
  ['3060000001', 'cedula', '3060000001'],
  [' 171003406-5 ', 'cedula', '1710034065'],
  ['17 1003 4065', 'cedula', '1710034065'],
  ['171003406\u20135', 'cedula', '1710034065'],
  ['17\u00a01003\u00a04065', 'cedula', '1710034065'],
  ['EX0012345', 'extranjero', 'EX0012345'],
  ['ex-001 2345', 'extranjero', 'EX0012345'],
]

const refused: [typed: string, problem: IdentifierProblem][] = [
  ['', 'empty'],
  [' - ', 'empty'],
  ['0000000000', 'unknown-province'],
  ['2500000001', 'unknown-province'],
  ['5000000000', 'unknown-province'],
  ['1710034066', 'wrong-check-digit'],
  ['7110034065', 'unknown-province'],
  ['1170034065', 'wrong-check-digit'],
  ['171003406', 'wrong-length'],
  ['17100340651', 'wrong-length'],
  ['17100340650001', 'wrong-length'],
  ['EX012345', 'not-an-identifier'],
  ['EX00123456', 'not-an-identifier'],
  ['١٧١٠٠٣٤٠٦٥', 'not-an-identifier'],
  ['1710034O65', 'not-an-identifier'],
  ['María', 'not-an-identifier'],
]

for (const [typed, type, value] of accepted) {
  test(`ID-1: ${JSON.stringify(typed)} is the ${type} ${value}`, () => {
    assert.deepEqual(read(typed), { ok: true, identifier: { type, value } })
  })
}

for (const [typed, problem] of refused) {
  test(`ID-1: ${JSON.stringify(typed)} is refused: ${problem}`, () => {
    assert.deepEqual(read(typed), { ok: false, problem })
  })
}

test('ID-1: the foreigner’s code follows the configured pattern', () => {
  assert.deepEqual(readIdentifier('p-4711', /^P\d{4}$/), { ok: true, identifier: { type: 'extranjero', value: 'P4711' } })
  assert.deepEqual(readIdentifier('EX0012345', /^P\d{4}$/), { ok: false, problem: 'not-an-identifier' })
})
