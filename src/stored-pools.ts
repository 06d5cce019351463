/** Pools of wrong options as they are kept between two passes over the register: JSON. Held by test/strength-fold.test.ts. */
import type { PoolEntry, Pools } from './questions/engine.ts'

interface StoredPools {
  readonly v: 1
  /** By province and year: '17 2024'. */
  readonly employers: Readonly<Record<string, readonly PoolEntry[]>>
  readonly provinces: Pools['provinces']
  readonly banks: Pools['banks']
}

/** The years a gatherer of that day knows employers of; `today` is 'YYYY-MM-DD'. */
export function poolYears(today: string): number[] {
  return Array.from({ length: 6 }, (_, back) => Number(today.slice(0, 4)) - back)
}

/** `years`: those the pools know employers of. */
export function storedPools(pools: Pools, years: readonly number[]): Buffer {
  const places = pools.provinces.flatMap(({ province }) => years.map((year) => [`${province} ${year}`, pools.employers(province, year)] as const))
  const employers = Object.fromEntries(places.filter(([, list]) => list.length > 0))
  return Buffer.from(JSON.stringify({ v: 1, employers, provinces: pools.provinces, banks: pools.banks } satisfies StoredPools))
}

export function poolsOf(stored: Buffer): Pools {
  const { v, employers, provinces, banks } = JSON.parse(stored.toString()) as StoredPools
  if (v !== 1) throw new Error('The pools were kept by another version of the program; clave register strength makes them anew.')
  const lists = new Map(Object.entries(employers))
  const none: readonly PoolEntry[] = []
  return { employers: (province, year) => lists.get(`${province} ${year}`) ?? none, provinces, banks }
}
