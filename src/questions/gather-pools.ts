/**
 * Pools from a register, one person after the other: how many people an employer had in a province and year, how many work in a province,
 * how many have their account at a bank. Counts only; nothing of a person stays. Held by test/questions/gather-pools.test.ts.
 */
import type { Facts } from './facts.ts'
import { isNaturalPerson, jobsIn } from './kinds/tenure.ts'
import type { PoolEntry, Pools } from './pools.ts'
import { poolsOf, type PoolLists } from './statistics.ts'
import { provinceNames } from './provinces.ts'

/** An employer with fewer people in that year is not public enough to be listed. */
const fewest = 5
/** Employers listed for a province and year, the largest. */
const most = 60
/** Years that questions reach back, and this one. */
const years = 6

type Counts = Map<string, number>

/** What a gatherer has counted, for another one to go on with; a structured clone of it is as good. */
export interface PoolCounts {
  /** By province and year, then by name. */
  readonly employers: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly provinces: ReadonlyMap<string, number>
  readonly banks: ReadonlyMap<string, number>
}

export class PoolGatherer {
  readonly #firstYear: number
  readonly #employers = new Map<string, Counts>()
  readonly #provinces: Counts = new Map()
  readonly #banks: Counts = new Map()

  /** `today` is 'YYYY-MM-DD'. */
  constructor(today: string) {
    this.#firstYear = Number(today.slice(0, 4)) - years + 1
  }

  add(facts: Facts): void {
    for (let year = this.#firstYear; year < this.#firstYear + years; year += 1) {
      const jobs = jobsIn(facts, year)
      for (const place of new Set(jobs.map((job) => job.province))) {
        const names = jobs.filter((job) => job.province === place && !isNaturalPerson(job.ruc)).map((job) => job.employer)
        for (const name of new Set(names)) count(this.#countsOf(`${place} ${year}`), name)
        if (year === this.#firstYear + years - 1) count(this.#provinces, place)
      }
    }
    if (facts.account) count(this.#banks, facts.account.bank)
  }

  counts(): PoolCounts {
    return { employers: this.#employers, provinces: this.#provinces, banks: this.#banks }
  }

  /** As if all of the other gatherer's people had been added here. */
  addCounts({ employers, provinces, banks }: PoolCounts): void {
    for (const [place, names] of employers) for (const [name, people] of names) count(this.#countsOf(place), name, people)
    for (const [province, people] of provinces) count(this.#provinces, province, people)
    for (const [bank, people] of banks) count(this.#banks, bank, people)
  }

  /** What was gathered so far. */
  lists(): PoolLists {
    const employers = [...this.#employers].map(([place, counts]) => [place, largest(counts)] as const).filter(([, list]) => list.length > 0)
    const provinces = Object.entries(provinceNames).map(([province, label]) => ({ province, label, weight: this.#provinces.get(province) ?? 0 }))
    return { employers: Object.fromEntries(employers), provinces, banks: largest(this.#banks) }
  }

  pools(): Pools {
    return poolsOf(this.lists())
  }

  #countsOf(place: string): Counts {
    const counts = this.#employers.get(place) ?? new Map<string, number>()
    this.#employers.set(place, counts)
    return counts
  }
}

function count(counts: Counts, label: string, people = 1): void {
  counts.set(label, (counts.get(label) ?? 0) + people)
}

/** By size, then name, so that the same register gives the same list whatever its order. */
function largest(counts: Counts): readonly PoolEntry[] {
  return [...counts]
    .filter(([, weight]) => weight >= fewest)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([label, weight]) => ({ label, weight }))
}
