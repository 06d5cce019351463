/**
 * What the register says of everybody together, as it is kept between two passes over it: plain JSON without anything of a person. Made by
 * `clave register strength` and at the end of an import; read by every process that plans decks.
 */
import type { Shapes } from './deck-shapes.ts'
import type { DeckRules } from './plan.ts'
import type { PoolEntry, Pools } from './pools.ts'
import { weightsOf, type Priors, type Weights } from './priors.ts'

export interface Statistics {
  /** Another version is made anew. */
  readonly v: typeof statisticsVersion
  /** 'YYYY-MM-DD' */
  readonly madeOn: string
  /** `rulesText` of the policy they were made under: shapes come from decks planned by it. */
  readonly rules: string
  readonly priors: Priors
  readonly pools: PoolLists
  readonly shapes: Shapes
}

export const statisticsVersion = 3

/** Pools as JSON. Employers by province and year: '17 2024'. */
export interface PoolLists {
  readonly employers: Readonly<Record<string, readonly PoolEntry[]>>
  readonly provinces: Pools['provinces']
  readonly banks: Pools['banks']
  /** By the place of the number. */
  readonly banksByPlace: Readonly<Record<string, readonly PoolEntry[]>>
}

/** Statistics made ready to plan many decks. */
export interface Knowledge {
  readonly weights: Weights
  readonly pools: Pools
  readonly shapes: Shapes
}

export function knowledgeOf({ priors, pools, shapes }: Statistics): Knowledge {
  return { weights: weightsOf(priors), pools: poolsOf(pools), shapes }
}

const noEmployers: readonly PoolEntry[] = []

export function poolsOf({ employers, provinces, banks, banksByPlace }: PoolLists): Pools {
  const lists = new Map(Object.entries(employers))
  return { employers: (province, year) => lists.get(`${province} ${year}`) ?? noEmployers, provinces, banks, banksIn: (place) => banksByPlace[place] ?? banks }
}

/** Under other rules people would be asked otherwise than numbers nobody has, whose shapes were made before: then nobody is asked (PROOF-7). */
export function rulesText({ terms, reach, off }: DeckRules): string {
  return JSON.stringify([terms.tries, terms.bound, terms.mostQuestions, reach.amount, reach.count, [...off].sort()])
}
