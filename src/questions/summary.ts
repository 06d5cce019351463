/**
 * What is kept of the counts of one slot and cohort: which answers are too popular to be asked for, and how likely the likeliest of the others are
 * (P-02). An answer that is asked for is known not to be among the popular ones, so the others are weighed among themselves.
 * Held by test/questions/summary.test.ts.
 */
import { width, type Reach, type Scale } from './cell.ts'
import { RowCounts, type WordCounts } from './counts.ts'

export interface Summary {
  readonly people: number
  /** The part of them whose answer is not popular. */
  readonly left: number
  /** Beyond those popular among everybody. */
  readonly popular: readonly (number | string)[]
  /** Of those left, what the likeliest guesses cover, largest first. Empty when too few are left to ask anybody; then nothing else is kept. */
  readonly shares: readonly number[]
}

/** What a guess covers, in the order in which cells lie. */
interface Guesses {
  /** People each guess covers, popular cells not counted. */
  readonly covered: () => Float64Array
  /** When a guess still covers more than `most`, the largest cell under it is popular from now on. */
  readonly drop: (guess: number, most: number) => void
  readonly popular: () => readonly (number | string)[]
  /** People whose answer is not popular. */
  readonly left: () => number
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

export interface SummaryOptions {
  readonly reach: Reach
  /** What is popular among everybody, for a narrower cohort. */
  readonly known?: ReadonlySet<number | string>
  /** For words: which pass for which. */
  readonly near?: ReadonlyMap<string, readonly string[]>
}

export function summarize(counts: RowCounts | WordCounts, scale: Scale, options: SummaryOptions): Summary {
  const best = caps[scale].map((bits) => tryCap(counts, scale, bits, options)).reduce((one, other) => (other.worth > one.worth ? other : one))
  return best.summary
}

interface Tried {
  readonly summary: Summary
  /** People served times the bits beyond three, which is what a cheap choice would give: how a cap is chosen does not touch what is promised. */
  readonly worth: number
}

function tryCap(counts: RowCounts | WordCounts, scale: Scale, bits: number, options: SummaryOptions): Tried {
  const guesses = counts instanceof RowCounts ? rowGuesses(counts, width(scale, options.reach), options) : wordGuesses(counts, options)
  const cap = 2 ** -bits
  for (let again = true; again; ) {
    const [covered, most] = [guesses.covered(), cap * guesses.left()]
    if (most < fewestUnderCap) return { summary: { people: counts.people, left: 0, popular: [], shares: [] }, worth: 0 }
    again = false
    covered.forEach((people, guess) => {
      if (people <= most) return
      guesses.drop(guess, most)
      again = true
    })
  }
  const left = guesses.left()
  const shares = left < fewestLeft ? [] : Array.from(guesses.covered()).sort((a, b) => b - a).slice(0, sharesKept).filter((people) => people > 0).map((people) => roundedUp(people / left))
  const summary = { people: counts.people, left: counts.people === 0 ? 0 : Math.floor((left / counts.people) * 10_000) / 10_000, popular: guesses.popular(), shares }
  return { summary, worth: shares.length === 0 ? 0 : left * (bits - 3) }
}

function rowGuesses(counts: RowCounts, wide: number, { known }: SummaryOptions): Guesses {
  const { at, count } = counts.entries()
  const kept = count.map((people, n) => (known?.has(at[n]!) === true ? 0 : people))
  const dropped: number[] = []
  return {
    // A guess that begins at a cell somebody is in: any other covers no more.
    covered: () => {
      const sums = new Float64Array(at.length)
      for (let n = 0, end = 0, sum = 0; n < at.length; sum -= kept[n]!, n += 1) {
        for (; end < at.length && at[end]! < at[n]! + wide; end += 1) sum += kept[end]!
        sums[n] = sum
      }
      return sums
    },
    drop: (guess, most) => {
      let [largest, sum] = [guess, 0]
      for (let n = guess; n < at.length && at[n]! < at[guess]! + wide; n += 1) {
        sum += kept[n]!
        if (kept[n]! > kept[largest]!) largest = n
      }
      if (sum <= most) return
      kept[largest] = 0
      dropped.push(at[largest]!)
    },
    popular: () => dropped,
    left: () => kept.reduce((sum, people) => sum + people, 0),
  }
}

/** An answer passes for every guess that is near one of its words, and is popular when one of its words is. */
function wordGuesses(counts: WordCounts, { known, near }: SummaryOptions): Guesses {
  const answers = [...counts.answers].map(([answer, people]) => ({ words: answer.split('\n'), people, asked: true }))
  const words = [...counts.words()].sort()
  const having = new Map<string, number[]>(words.map((word) => [word, []]))
  answers.forEach((answer, n) => answer.words.forEach((word) => having.get(word)!.push(n)))
  const passing = words.map((word) => [...new Set((near?.get(word) ?? [word]).flatMap((other) => having.get(other) ?? []))])
  const mass = (some: readonly number[]): number => some.reduce((sum, n) => sum + (answers[n]!.asked ? answers[n]!.people : 0), 0)
  const dropped: string[] = []
  const remove = (word: string): void => having.get(word)!.forEach((n) => (answers[n]!.asked = false))
  for (const word of words) if (known?.has(word) === true) remove(word)
  return {
    covered: () => Float64Array.from(passing, mass),
    drop: (guess, most) => {
      if (mass(passing[guess]!) <= most) return
      const own = (near?.get(words[guess]!) ?? [words[guess]!]).filter((word) => having.has(word))
      const largest = own.reduce((one, other) => (mass(having.get(other)!) > mass(having.get(one)!) ? other : one))
      remove(largest)
      dropped.push(largest)
    },
    popular: () => dropped,
    left: () => mass(answers.map((_, n) => n)),
  }
}

/** To four digits, never down: what is kept is small and still a bound. */
function roundedUp(share: number): number {
  const digits = 10 ** (3 - Math.floor(Math.log10(share)))
  return Math.ceil(share * digits) / digits
}
