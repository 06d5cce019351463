/** The first pass of `clave register strength`: people by status, pools of wrong options, and how the answers of everybody lie. Loaded in each thread. */
import type { PersonStatus } from './domain/person.ts'
import { PairCounts, PoolGatherer, PriorGatherer, type PackedCounts, type PairTable, type PoolCounts, type Reach } from './questions/engine.ts'
import type { PoolLists, Priors } from './questions/engine.ts'
import type { SweptPerson } from './register/fold.ts'

export interface GatherSetup {
  /** 'YYYY-MM-DD'. */
  readonly today: string
  /** For pairs of answers, shared by all threads. */
  readonly table: PairTable
  /** Priors are summed up for each of these tolerances; the first is the policy's. */
  readonly reaches: readonly Reach[]
}

type ByStatus = Record<PersonStatus, number>
interface Gathered { readonly people: ByStatus; readonly pools: PoolGatherer; readonly priors: PriorGatherer }
interface Result { readonly people: ByStatus; readonly pools: PoolCounts; readonly counts: PackedCounts }

export interface Gathering {
  readonly people: Readonly<ByStatus>
  readonly pools: PoolLists
  /** In the order of the tolerances. */
  readonly priors: readonly Priors[]
  readonly both: PackedCounts['both']
}

export function begin({ today, table }: GatherSetup): Gathered {
  const pairs = new PairCounts(table)
  return { people: { active: 0, deceased: 0, withheld: 0 }, pools: new PoolGatherer(today), priors: new PriorGatherer(today, pairs) }
}

/** Questions are for active people only; so is what is known of answers. */
export function add({ people, pools, priors }: Gathered, { record }: SweptPerson): void {
  people[record.status]++
  if (record.status !== 'active') return
  pools.add(record)
  priors.add(record)
}

export function finish({ people, pools, priors }: Gathered): Result {
  return { people, pools: pools.counts(), counts: priors.pack() }
}

export function merge(results: readonly Result[], { today, table, reaches }: GatherSetup): Gathering {
  const total = (status: PersonStatus): number => results.reduce((sum, { people }) => sum + people[status], 0)
  const pools = new PoolGatherer(today)
  const priors = new PriorGatherer(today, new PairCounts(table))
  for (const { pools: counted, counts } of results) {
    pools.addCounts(counted)
    priors.merge(counts)
  }
  return {
    people: { active: total('active'), deceased: total('deceased'), withheld: total('withheld') },
    pools: pools.lists(),
    priors: priors.priorsFor(reaches),
    both: priors.pairs.people(),
  }
}
