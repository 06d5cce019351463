import assert from 'node:assert/strict'
import { test } from 'node:test'
import { affiliationOf } from '../../src/domain/affiliation.ts'
import type { Job, RegisterRecord } from '../../src/domain/person.ts'

const today = '2026-11-22'
const job = (employer: string, from: string, to: string | null): Job => ({ ruc: employer, employer, province: '17', canton: 'Quito', from, to })
const person = (change: Partial<RegisterRecord>): RegisterRecord => ({
  v: 1, id: { type: 'cedula', value: '1710034065' }, givenNames: 'María José', surnames: 'Ñacato Quishpe', birthDate: '1985-03-14', status: 'active', ...change,
})

test('who works on that day is insured, with every employer of that day and no other', () => {
  const { status, employers, name, contributions } = affiliationOf(person({ jobs: [job('Viejo', '2010-01', '2026-10'), job('Sol', '2026-11', '2026-11'), job('Rosal', '2019-02', null), job('Luego', '2026-12', null)], contributions: 214 }), today)
  assert.deepEqual([status, name, contributions], ['insured', 'María José Ñacato Quishpe', 214])
  assert.deepEqual(employers, [{ employer: 'Rosal', ruc: 'Rosal', since: '2019-02' }, { employer: 'Sol', ruc: 'Sol', since: '2026-11' }])
})

test('one employer with two open entries is named once, since the first', () => {
  assert.deepEqual(affiliationOf(person({ jobs: [job('Sol', '2020-05', null), job('Sol', '2018-01', null)] }), today).employers, [{ employer: 'Sol', ruc: 'Sol', since: '2018-01' }])
})

test('a pension that has begun, without work, makes a pensioner; with work both are said', () => {
  const pension = { kind: 'vejez', since: '2020-01', amount: '480.12' }
  assert.deepEqual([affiliationOf(person({ pension }), today).status, affiliationOf(person({ pension, jobs: [job('Sol', '2018-01', null)] }), today).status], ['pensioner', 'insured'])
  assert.equal(affiliationOf(person({ pension: { ...pension, since: '2026-12' } }), today).status, 'not-insured')
})

test('nothing in the register is said as nothing', () => {
  assert.deepEqual(affiliationOf(person({}), today), {
    name: 'María José Ñacato Quishpe', identifier: { type: 'cedula', value: '1710034065' }, status: 'not-insured', employers: [], pensionSince: null, contributions: null,
  })
})
