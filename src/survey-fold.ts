/** The second pass of `clave register strength`: everybody's decks weighed by what the first pass found. Loaded in each thread. */
import {
  PairCounts, poolsOf, Surveyor, weightsOf, type DeckRules, type PackedCounts, type PackedSurvey, type PairTable, type PoolLists, type Priors, type SurveyParts,
} from './questions/engine.ts'
import type { SweptPerson } from './register/fold.ts'
import type { Keyring } from './security/keyring.ts'
import { personKeyOf } from './store/person-key.ts'

export interface SurveySetup {
  /** 'YYYY-MM-DD'. */
  readonly today: string
  readonly table: PairTable
  /** Counters for the answers to whole decks, shared by all threads. */
  readonly joints: SharedArrayBuffer
  readonly both: PackedCounts['both']
  readonly priors: Priors
  readonly pools: PoolLists
  readonly rules: DeckRules
  readonly changes: readonly { readonly name: string; readonly rules?: Partial<DeckRules>; readonly priors?: Priors }[]
  /** Of the people, how many the changes are tried on: 0 to 1. */
  readonly sampled: number
}

interface Accumulator { readonly surveyor: Surveyor; readonly keyring: Keyring }

export function begin(setup: SurveySetup, keyring: Keyring): Accumulator {
  return { surveyor: new Surveyor(partsOf(setup)), keyring }
}

export function add({ surveyor, keyring }: Accumulator, { person, record }: SweptPerson): void {
  if (record.status === 'active') surveyor.add(record, keyring.fixedHash('deck', personKeyOf(person))) // the seed of src/system.ts
}

export function finish({ surveyor }: Accumulator): PackedSurvey {
  return surveyor.pack()
}

export function merge(results: readonly PackedSurvey[], setup: SurveySetup): Surveyor {
  const surveyor = new Surveyor(partsOf(setup))
  for (const result of results) surveyor.merge(result)
  return surveyor
}

function partsOf({ table, joints, both, pools, changes, ...setup }: SurveySetup): SurveyParts {
  const pairs = new PairCounts(table)
  pairs.mergePeople(both)
  return {
    ...setup, pairs, joints: new Uint16Array(joints), pools: poolsOf(pools),
    changes: changes.map(({ name, rules, priors }) => ({ name, ...(rules && { rules }), ...(priors && { weights: weightsOf(priors, pairs) }) })),
  }
}
