/**
 * Where an answer stands among all answers that people could give to the same question. A *slot* is what is asked ("wage:2026"), a *cell* one
 * answer there: dimes of an amount, months, a count, or a word of a name. Priors count people by cell (gather-priors.ts), and the odds of a
 * person are read off the cells the own answers lie in (priors.ts).
 */

/** How the answers of a slot lie beside each other, which decides how many of them one guess can cover. */
export type Scale = 'dimes' | 'months' | 'count' | 'words'

export interface Cell {
  readonly slot: string
  readonly scale: Scale
  readonly at: number | string
}

/** Cells one guess covers at most, the tolerance of its comparison being what the policy says (PROOF-8). */
export interface Reach {
  /** Cents an amount may be off. */
  readonly amount: number
  /** By how many months the paper with a count may be old; it is never more than one month newer than the register. */
  readonly count: number
}

export const usualReach: Reach = { amount: 5, count: 4 }

/** Neighbouring cells that one guess may pass for. Words have no neighbours in a row: near-words.ts finds theirs. */
export function width(scale: Scale, reach: Reach): number {
  switch (scale) {
    case 'dimes':
      return Math.floor((2 * reach.amount + 9) / 10) + 1
    case 'months':
    case 'words':
      return 1
    case 'count':
      return reach.count + 2
  }
}

/** A larger amount counts as this one: one cell, so that none is lost. */
const mostDimes = 99_999

export function dimesOf(cents: number): number {
  return Math.min(mostDimes, Math.floor(cents / 10))
}
