/**
 * What is kept of the counts of one slot and cohort: which answers are too popular to be asked for, and how likely the likeliest of the others are
 * (P-02). An answer that is asked for is known not to be among the popular ones, so the others are weighed among themselves.
 * Held by test/questions/summary.test.ts.
 */
import { width, type Reach, type Scale } from './cell.ts'
import { RowCounts, type WordCounts } from './counts.ts'
import { rowGuesses, wordGuesses, type Guesses, type GuessOptions } from './guesses.ts'

export interface Summary {
  readonly people: number
  /** The part of them whose answer is not popular. */
  readonly left: number
  /** Beyond those popular among everybody. */
  readonly popular: readonly (number | string)[]
  /** Of those left, what the likeliest guesses cover, largest first. Empty when too few are left to ask anybody; then nothing else is kept. */
  readonly shares: readonly number[]
}

/** Bits a guess may leave at the most: of several caps the one that serves most people best is taken. P-02 asks for 8 where papers give cents. */
const caps: Readonly<Record<Scale, readonly number[]>> = {
  dimes: [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8],
  words: [10, 9, 8, 7.5, 7, 6.5, 6, 5.5],
  months: [8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5],
  count: [8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4],
}

/** Fewer people than this cannot show what is popular among them. */
export const fewestLeft = 200

/** A cap of fewer people than this takes chance for popularity, and what is kept as popular would be of a few people: such a cap is not used. */
const fewestUnderCap = 6

/** How many shares are kept: no policy allows more tries than this. */
const sharesKept = 9

export interface SummaryOptions extends GuessOptions {
  readonly reach: Reach
}

export function summarize(counts: RowCounts | WordCounts, scale: Scale, options: SummaryOptions): Summary {
  const fresh = counts instanceof RowCounts ? rowGuesses(counts, width(scale, options.reach), options) : wordGuesses(counts, options)
  const best = caps[scale].map((bits) => tryCap(counts.people, fresh(), bits)).reduce((one, other) => (other.worth > one.worth ? other : one))
  return best.summary
}

interface Tried {
  readonly summary: Summary
  /** People served times the bits beyond three, which is what a cheap choice would give: how a cap is chosen does not touch what is promised. */
  readonly worth: number
}

function tryCap(people: number, guesses: Guesses, bits: number): Tried {
  const cap = 2 ** -bits
  for (let again = true; again; ) {
    const [covered, most] = [guesses.covered(), cap * guesses.left()]
    if (most < fewestUnderCap) return { summary: { people, left: 0, popular: [], shares: [] }, worth: 0 }
    again = false
    covered.forEach((under, guess) => {
      if (under <= most) return
      guesses.drop(guess, most)
      again = true
    })
  }
  const left = guesses.left()
  const shares = left < fewestLeft ? [] : [...guesses.covered().sort().slice(-sharesKept)].reverse().filter((under) => under > 0).map((under) => roundedUp(under / left))
  const summary = { people, left: people === 0 ? 0 : Math.floor((left / people) * 10_000) / 10_000, popular: guesses.popular(), shares }
  return { summary, worth: shares.length === 0 ? 0 : left * (bits - 3) }
}

/** To four digits, never down: what is kept is small and still a bound. */
function roundedUp(share: number): number {
  const digits = 10 ** (3 - Math.floor(Math.log10(share)))
  return Math.ceil(share * digits) / digits
}
