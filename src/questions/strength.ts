/**
 * When a deck is strong enough to be offered (PROOF-5): its likeliest joint answers, as many as there are tries, add up to no more than the bound for
 * this very person. Held by test/questions/strength.test.ts.
 */
import type { QuestionKindTraits } from '../domain/question-kinds.ts'
import type { Kind } from './kind.ts'
import { likeliest, staysUnder } from './odds.ts'
import type { Weighed } from './priors.ts'

export type RecordKind = QuestionKindTraits['record']
const recordKinds: readonly RecordKind[] = ['wages', 'jobs', 'pension', 'loans', 'account', 'contributions']

/** What the policy says of decks. */
export interface Terms {
  /** Tries in all before the process closes (PROOF-2). */
  readonly tries: number
  /** The odds at most; 1e-5 is the rule, less is stricter. */
  readonly bound: number
  readonly mostQuestions: number
}

export const fewestQuestions = 3
export const usualTerms: Terms = { tries: 9, bound: 1e-5, mostQuestions: 6 }

export interface Entry extends Weighed {
  readonly kind: Kind
}

export function recordBit(record: RecordKind): number {
  return 1 << recordKinds.indexOf(record)
}

/** How much likelier two answers of the person are together, by pair (`charges` of priors.ts). */
export type Lift = (one: Entry, other: Entry) => number

/**
 * The odds of a deck for this person: the likeliest joint answers of independent questions, times what pairs of this person's answers are likelier
 * together. Whoever shares a pair with many is charged for it, so who is asked does not; and guessing the pairs that many share wins nobody who is asked.
 */
export function oddsOf(deck: readonly Entry[], { tries }: Terms, lift: Lift): number {
  return Math.min(1, likeliest(deck.map((entry) => entry.shares), tries) * liftOf(deck, lift))
}

export function strongEnough(deck: readonly Entry[], { tries, bound }: Terms, lift: Lift): boolean {
  const lists = deck.map((entry) => entry.shares)
  return staysUnder(bound, lists, tries, 1) && staysUnder(bound, lists, tries, liftOf(deck, lift))
}

/**
 * The odds of trying the answers of a person whose typed answers so many of the others give too, choices by their likeliest: at most `tries` times that.
 * `share`: of those who are asked the same.
 */
export function jointOdds(deck: readonly Entry[], { tries }: Terms, share: number): number {
  return share === 0 ? 0 : Math.min(1, deck.reduce((odds, { kind, shares }) => (isTyped(kind) ? odds : odds * shares[0]!), tries * share))
}

function liftOf(deck: readonly Entry[], lift: Lift): number {
  let all = 1
  for (let n = 1; n < deck.length; n += 1) for (let m = 0; m < n; m += 1) all *= lift(deck[n]!, deck[m]!)
  return all
}

/** PROOF-5: at least two typed, from at least two kinds of record. */
export function wellMixed(typed: number, records: number): boolean {
  return typed >= 2 && (records & (records - 1)) !== 0
}

export function isTyped(kind: Kind): boolean {
  return kind.input !== 'choice'
}
