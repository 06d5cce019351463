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

test('gatherers that had parts of the people agree, put together, with one that had all of them', () => {
  const people = Array.from({ length: 30 }, (_, n) => worker(`Firma ${n % 3} S.A.`, '2024-01', n % 2 === 0 ? null : '2025-03'))
  const [all, even, odd, together] = Array.from({ length: 4 }, () => new PoolGatherer('2026-11-22')) as [PoolGatherer, PoolGatherer, PoolGatherer, PoolGatherer]
  people.forEach((person, n) => [all, n % 2 === 0 ? even : odd].forEach((gatherer) => gatherer.add(person)))
  for (const part of [even, odd]) together.addCounts(structuredClone(part.counts()))
  assert.deepEqual(together.counts(), all.counts())
  assert.deepEqual(together.pools().employers('17', 2024), all.pools().employers('17', 2024))
})
