import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Facts } from '../../src/questions/engine.ts'
import { PoolGatherer } from '../../src/questions/gather-pools.ts'

const worker = (employer: string, from: string, to: string | null, ruc = '1790012345001'): Facts => ({
  birthDate: '1990-01-01', jobs: [{ ruc, employer, province: '17', from, to }], account: { bank: employer === 'Altamira S.A.' ? 'Produbanco' : 'BanEcuador' },
})

test('pools count people by province and year, the largest employers first', () => {
  const gatherer = new PoolGatherer('2026-11-22')
  for (let n = 0; n < 6; n += 1) gatherer.add(worker('Altamira S.A.', '2023-05', '2024-02'))
  for (let n = 0; n < 8; n += 1) gatherer.add(worker('Quilotoa C.A.', '2024-01', null))
  const pools = gatherer.pools()
  assert.deepEqual(pools.employers('17', 2024), [{ label: 'Quilotoa C.A.', weight: 8 }, { label: 'Altamira S.A.', weight: 6 }])
  assert.deepEqual(pools.employers('17', 2023), [{ label: 'Altamira S.A.', weight: 6 }])
  assert.deepEqual(pools.employers('01', 2024), [])
  assert.deepEqual(pools.banks.map((entry) => entry.label), ['BanEcuador', 'Produbanco'])
  assert.equal(pools.provinces.find((entry) => entry.province === '17')?.weight, 8)
  assert.equal(pools.employers('17', 2024), pools.employers('17', 2024), 'the same list object each time')
})

test('small employers and natural persons are never listed', () => {
  const gatherer = new PoolGatherer('2026-11-22')
  for (let n = 0; n < 4; n += 1) gatherer.add(worker('Taller Chico', '2024-01', null))
  for (let n = 0; n < 9; n += 1) gatherer.add(worker('Peñafiel Zuleta', '2024-01', null, '1710034065001'))
  assert.deepEqual(gatherer.pools().employers('17', 2025), [])
})
