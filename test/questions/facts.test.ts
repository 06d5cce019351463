import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { cohortsOf } from '../../src/questions/cohort.ts'
import { planDecks, type Facts } from '../../src/questions/engine.ts'

/** Does not compile when a record of the register is no longer good enough for the engine. */
const asFacts = (record: RegisterRecord): Facts => record

test('a record of the register is asked from as it is', () => {
  const record: RegisterRecord = {
    v: 1, id: { type: 'cedula', value: '1710034065' }, givenNames: 'María', surnames: 'Ñacato', birthDate: '1985-03-14', status: 'active',
    jobs: [{ ruc: '1790012345001', employer: 'Florícola El Rosal S.A.', province: '17', canton: 'Cayambe', from: '2019-02', to: null }],
    wages: [{ month: '2026-09', ruc: '1790012345001', amount: '612.50' }],
    account: { bank: 'Produbanco', since: '2021-04' },
  }
  assert.deepEqual(planDecks(asFacts(record), new Uint8Array(32), '2026-11-22'), [])
  assert.deepEqual(cohortsOf(asFacts(record)), ['all', '1980', '17', '1980 17', 'y1985'])
})
