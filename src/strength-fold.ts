/** The fold of `clave register strength`: people by status, pools of wrong options, and of a sample how many can be asked. Loaded by address in each thread. */
import type { PersonStatus } from './domain/person.ts'
import { PoolGatherer, planDecks, type PoolCounts, type Pools } from './questions/engine.ts'
import type { SweptPerson } from './register/fold.ts'
import type { Keyring } from './security/keyring.ts'
import { personKeyOf } from './store/person-key.ts'

export interface StrengthSetup {
  /** 'YYYY-MM-DD'. */
  readonly today: string
  /** From 0 to 1, how many of the active people are looked at for whether they can be asked: a plan takes many times as long as all the rest. */
  readonly sampled: number
}

type ByStatus = Record<PersonStatus, number>
interface Sample { readonly people: number; readonly askable: number }

export interface Strength {
  readonly people: Readonly<ByStatus>
  readonly sample: Sample
  readonly pools: Pools
}

interface Gathered { readonly people: ByStatus; readonly sample: { people: number; askable: number }; readonly pools: PoolGatherer; readonly setup: StrengthSetup; readonly keyring: Keyring }
interface Result { readonly people: ByStatus; readonly sample: Sample; readonly pools: PoolCounts }

export function begin(setup: StrengthSetup, keyring: Keyring): Gathered {
  return { people: { active: 0, deceased: 0, withheld: 0 }, sample: { people: 0, askable: 0 }, pools: new PoolGatherer(setup.today), setup, keyring }
}

/** Questions are for active people only; so are the pools, which must look like their answers. */
export function add({ people, sample, pools, setup, keyring }: Gathered, { person, record }: SweptPerson): void {
  people[record.status]++
  if (record.status !== 'active') return
  pools.add(record)
  // The person key is a keyed hash: the least of them are a fair sample, and the same one at the next pass.
  if (person.readUInt32BE() >= setup.sampled * 2 ** 32) return
  sample.people++
  if (planDecks(record, keyring.fixedHash('deck', personKeyOf(person)), setup.today).length > 0) sample.askable++ // the seed of src/system.ts
}

export function finish({ people, sample, pools }: Gathered): Result {
  return { people, sample, pools: pools.counts() }
}

export function merge(results: readonly Result[], { today }: StrengthSetup): Strength {
  const total = (of: (result: Result) => number): number => results.reduce((sum, result) => sum + of(result), 0)
  const gatherer = new PoolGatherer(today)
  for (const { pools } of results) gatherer.addCounts(pools)
  return {
    people: { active: total((each) => each.people.active), deceased: total((each) => each.people.deceased), withheld: total((each) => each.people.withheld) },
    sample: { people: total((each) => each.sample.people), askable: total((each) => each.sample.askable) },
    pools: gatherer.pools(),
  }
}
