/**
 * Pools from a register, one person after the other: how many people an employer had in a province and year, how many work in a province,
 * how many have their account at a bank. Counts only; nothing of a person stays. Held by test/questions/gather-pools.test.ts.
 */
import { placeOf } from './cohort.ts'
import type { Facts } from './facts.ts'
import { isNaturalPerson, jobsIn } from './kinds/tenure.ts'
import type { PoolEntry, Pools } from './pools.ts'
import { poolsOf, type PoolLists } from './statistics.ts'
import { provinceNames } from './provinces.ts'

/** An employer with fewer people in that year is not public enough to be listed. */
const fewest = 5
/** Employers listed for a province and year, the largest. */
const most = 60
/** People with an account a place needs before its banks are listed by themselves. */
const fewestWithAccount = 1_000
/** Years that questions reach back, and this one. */
const years = 6

type Counts = Map<string, number>

/** What a gatherer has counted, for another one to go on with; a structured clone of it is as good. */
export interface PoolCounts {
  /** By province and year, then by name. */
  readonly employers: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly provinces: ReadonlyMap<string, number>
  /** By the place of the number, then by name. */
  readonly banks: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export class PoolGatherer {
  readonly #firstYear: number
  readonly #employers = new Map<string, Counts>()
  readonly #provinces: Counts = new Map()
  readonly #banks = new Map<string, Counts>()

  /** `today` is 'YYYY-MM-DD'. */
  constructor(today: string) {
    this.#firstYear = Number(today.slice(0, 4)) - years + 1
  }

  add(facts: Facts): void {
    for (let year = this.#firstYear; year < this.#firstYear + years; year += 1) {
      const jobs = jobsIn(facts, year)
      for (const place of new Set(jobs.map((job) => job.province))) {
        const names = jobs.filter((job) => job.province === place && !isNaturalPerson(job.ruc)).map((job) => job.employer)
        for (const name of new Set(names)) count(countsOf(this.#employers, `${place} ${year}`), name)
        if (year === this.#firstYear + years - 1) count(this.#provinces, place)
      }
    }
    if (facts.account) count(countsOf(this.#banks, placeOf(facts.id)), facts.account.bank)
  }

  counts(): PoolCounts {
    return { employers: this.#employers, provinces: this.#provinces, banks: this.#banks }
  }

  /** As if all of the other gatherer's people had been added here. */
  addCounts({ employers, provinces, banks }: PoolCounts): void {
    for (const [place, names] of employers) for (const [name, people] of names) count(countsOf(this.#employers, place), name, people)
    for (const [province, people] of provinces) count(this.#provinces, province, people)
    for (const [place, names] of banks) for (const [name, people] of names) count(countsOf(this.#banks, place), name, people)
  }

  /** What was gathered so far. */
  lists(): PoolLists {
    const employers = [...this.#employers].map(([place, counts]) => [place, largest(counts)] as const).filter(([, list]) => list.length > 0)
    const provinces = Object.entries(provinceNames).map(([province, label]) => ({ province, label, weight: this.#provinces.get(province) ?? 0 }))
    const everywhere: Counts = new Map()
    for (const counts of this.#banks.values()) for (const [name, people] of counts) count(everywhere, name, people)
    const banksByPlace = [...this.#banks].filter(([, counts]) => inAll(counts) >= fewestWithAccount).map(([place, counts]) => [place, largest(counts)])
    return { employers: Object.fromEntries(employers), provinces, banks: largest(everywhere), banksByPlace: Object.fromEntries(banksByPlace) }
  }

  pools(): Pools {
    return poolsOf(this.lists())
  }
}

function countsOf(lists: Map<string, Counts>, place: string): Counts {
  const counts = lists.get(place) ?? new Map<string, number>()
  lists.set(place, counts)
  return counts
}

function count(counts: Counts, label: string, people = 1): void {
  counts.set(label, (counts.get(label) ?? 0) + people)
}

function inAll(counts: Counts): number {
  return [...counts.values()].reduce((sum, people) => sum + people, 0)
}

/** By size, then name, so that the same register gives the same list whatever its order. */
function largest(counts: Counts): readonly PoolEntry[] {
  return [...counts]
    .filter(([, weight]) => weight >= fewest)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([label, weight]) => ({ label, weight }))
}
