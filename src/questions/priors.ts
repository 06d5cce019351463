/**
 * What the register says of all answers together: how likely the likeliest are, slot by slot and cohort by cohort, and which pairs of answers many
 * people share. Plain JSON, small, and nothing of a person: shares among two hundred people and more, popular answers, and places in tables for pairs
 * and whole decks of answers that six people or more share.
 */
import type { Reach } from './cell.ts'
import { everybody, wideOf } from './cohort.ts'
import { jointIndex, jointsOf } from './joint-counts.ts'
import type { Candidate } from './kind.ts'
import type { Answered } from './pair-counts.ts'
import { hash32, pairIndex } from './pair-table.ts'
import type { Summary } from './summary.ts'

export interface Priors {
  /** 'YYYY-MM-DD' */
  readonly countedOn: string
  readonly reach: Reach
  /** By slot, then cohort; every slot has everybody. */
  readonly slots: Readonly<Record<string, Readonly<Record<string, Summary>>>>
  readonly pairs: Common
  /** Answers to whole decks that many share (joint-counts.ts). */
  readonly joints: Common
}

export interface Common {
  /** Counters of the table they were counted in (pair-table.ts, joint-counts.ts). */
  readonly size: number
  /** Of the counters that hold more people than chance puts there: index, then share. */
  readonly common: readonly (readonly [number, number])[]
}

/** The share of people, of those who can be asked both, who give this pair of answers. */
export interface PairShares {
  /** 0 when they are not more than `independent` answers of that share would give. */
  share(cohort: string, one: Answered, other: Answered, independent: number): number
}

/** An answer with what the likeliest guesses are worth against it. */
export interface Weighed {
  readonly candidate: Candidate
  /** Largest first. */
  readonly shares: readonly number[]
}

/** Priors made ready to be asked about many people. */
export interface Weights {
  readonly countedOn: string
  readonly reach: Reach
  /** Undefined when the answer is popular in one of the cohorts, or nobody counted it. */
  readonly shares: (candidate: Candidate, cohorts: readonly string[]) => readonly number[] | undefined
  /** In which cohorts, and by how much, the two answers of this person are likelier together than the likeliest guesses taken as independent. */
  readonly charges: (one: Weighed, other: Weighed, cohorts: readonly string[]) => readonly Charge[]
  /** Of those who are asked the same typed questions, the share that gives just these answers; 0 when few do. */
  readonly joint: (typed: readonly Whole[], cohorts: readonly string[]) => number
}

/** A typed answer as it is, tolerance aside. */
export interface Whole {
  readonly slot: string
  readonly answer: string
}

export interface Charge {
  readonly cohort: string
  /** Of those who can be asked both, who give this pair. */
  readonly share: number
  /** Above 1. */
  readonly lift: number
}

interface View {
  readonly summary: Summary
  readonly popular: ReadonlySet<number | string>
}

export function weightsOf(priors: Priors, pairs: PairShares = storedPairs(priors.pairs)): Weights {
  const slots = new Map(Object.entries(priors.slots).map(([slot, cohorts]) => [slot, viewsOf(cohorts)]))
  return {
    countedOn: priors.countedOn,
    reach: priors.reach,
    shares: (candidate, cohorts) => worstOf(slots, candidate, cohorts),
    charges: (one, other, cohorts) => {
      const [a, b] = [answered(one.candidate), answered(other.candidate)]
      if (a === undefined || b === undefined) return []
      const alone = one.shares[0]! * other.shares[0]!
      return cohorts.flatMap((cohort) => {
        const asked = (slots.get(a.slot)?.get(cohort)?.summary.left ?? 1) * (slots.get(b.slot)?.get(cohort)?.summary.left ?? 1)
        const share = pairs.share(cohort, a, b, alone * asked)
        const lift = share / asked / alone
        return lift > 1 ? [{ cohort, share, lift }] : []
      })
    },
    joint: jointShares(priors.joints),
  }
}

/** The answer as pairs are counted; undefined for a choice. */
export function answered({ cells, answer }: Candidate): Answered | undefined {
  const [first] = cells
  return first === undefined ? undefined : { slot: first.slot, answer: hash32(answer) }
}

function viewsOf(cohorts: Readonly<Record<string, Summary>>): ReadonlyMap<string, View> {
  return new Map(Object.entries(cohorts).map(([cohort, summary]) => [cohort, { summary, popular: new Set(summary.popular) }]))
}

/** What the n-th guess is worth is at most the larger of what it is in either. */
function largerOf(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one === other || one.every((share, n) => share >= (other[n] ?? 0)) && one.length >= other.length) return one
  return Array.from({ length: Math.max(one.length, other.length) }, (_, n) => Math.max(one[n] ?? 0, other[n] ?? 0))
}

/** Employers are local: where those of the person's province were not counted, nothing is known of how likely a name is. */
const placeAt = 2

/** Of all ways to look at the answer, and all cohorts of the person that were counted, the one in which guesses are worth most. */
function worstOf(slots: ReadonlyMap<string, ReadonlyMap<string, View>>, { cells }: Candidate, cohorts: readonly string[]): readonly number[] | undefined {
  let worst: readonly number[] | undefined
  for (const { slot, scale, at } of cells) {
    const views = slots.get(slot)
    if (views?.has(scale === 'words' ? cohorts[placeAt]! : everybody) !== true) return undefined
    for (const cohort of cohorts) {
      const view = views.get(cohort)
      if (view === undefined) continue
      const { shares } = view.summary
      if (view.popular.has(at) || shares.length === 0) return undefined
      worst = worst === undefined ? shares : largerOf(worst, shares)
    }
  }
  return worst
}

function jointShares({ size, common }: Common): Weights['joint'] {
  const shares = new Map(common)
  if (shares.size === 0) return () => 0
  return (typed, cohorts) => jointsOf(typed, wideOf(cohorts)).reduce((most, joint) => Math.max(most, shares.get(jointIndex(size, joint)) ?? 0), 0)
}

function storedPairs({ size, common }: Common): PairShares {
  const shares = new Map(common)
  return { share: (cohort, one, other) => (shares.size === 0 ? 0 : (shares.get(pairIndex(size, hash32(cohort), one.answer, other.answer)) ?? 0)) }
}
