/**
 * The lightest deck that is strong enough: of least cost over all its questions. A search over all sets of candidates, cut wherever a set cannot become
 * strong enough, or lighter than the best so far. Held against plain enumeration by test/questions/lightest.test.ts.
 */
import { bitsOf } from './odds.ts'
import { fewestQuestions, isTyped, recordBit, wellMixed, type Entry, type Terms } from './strength.ts'

/** Sets are numbers of 32 bits here; more candidates than this and the most burdensome are left aside. */
const mostEntries = 30

interface Ranked {
  readonly entry: Entry
  readonly cost: number
  /** The set of ranks it cannot stand with. */
  readonly clashes: number
  readonly record: number
  readonly typed: 0 | 1
  readonly bits: number
  /** Bits at most of 0, 1, 2 … candidates from this rank on. */
  readonly bitsAhead: readonly number[]
}

/** Undefined when no set of these is strong enough. Ties go to the first in the given order. */
export function lightest(
  entries: readonly Entry[],
  cost: (entry: Entry) => number,
  terms: Terms,
  strong: (deck: readonly Entry[]) => boolean,
): readonly Entry[] | undefined {
  const ranked = rank(entries, cost, terms.mostQuestions)
  let best: Found = { cost: Infinity }
  for (let size = fewestQuestions; size <= Math.min(terms.mostQuestions, ranked.length); size += 1) {
    best = new Search(ranked, size, terms, strong, best).run()
  }
  return best.deck
}

interface Found { readonly cost: number; readonly deck?: readonly Entry[] }

function rank(entries: readonly Entry[], cost: (entry: Entry) => number, most: number): readonly Ranked[] {
  const priced = entries.map((entry) => ({ entry, cost: cost(entry), bits: bitsOf(entry.shares[0]!) }))
  const order = priced.sort((a, b) => a.cost - b.cost).slice(0, mostEntries)
  const holders = new Map<string, number>()
  order.forEach(({ entry }, at) => {
    for (const tell of entry.candidate.tells) holders.set(tell, (holders.get(tell) ?? 0) | (1 << at))
  })
  const ahead = bitsAhead(order.map((one) => one.bits), most)
  return order.map((one, at) => ({
    ...one,
    clashes: one.entry.candidate.tells.reduce((set, tell) => set | (holders.get(tell) ?? 0), 0),
    record: recordBit(one.entry.kind.record),
    typed: isTyped(one.entry.kind) ? 1 : 0,
    bitsAhead: ahead[at]!,
  }))
}

/** For each rank the sums of the largest bits from there on. */
function bitsAhead(bits: readonly number[], most: number): readonly (readonly number[])[] {
  let largest: readonly number[] = []
  return bits.toReversed().map((own) => {
    largest = [...largest, own].sort((a, b) => b - a).slice(0, most)
    let sum = 0
    return [0, ...largest.map((one) => (sum += one))]
  }).reverse()
}

class Search {
  readonly #ranked: readonly Ranked[]
  readonly #size: number
  /** The likeliest joint answer alone is at least this many bits away, or the deck is too weak. */
  readonly #floor: number
  readonly #strong: (deck: readonly Entry[]) => boolean
  readonly #taken: Entry[] = []
  #best: Found

  constructor(ranked: readonly Ranked[], size: number, { bound }: Terms, strong: (deck: readonly Entry[]) => boolean, best: Found) {
    this.#best = best
    this.#ranked = ranked
    this.#size = size
    this.#floor = bitsOf(bound)
    this.#strong = strong
  }

  run(): Found {
    this.#extend(0, 0, 0, 0, 0, 0)
    return this.#best
  }

  #extend(from: number, banned: number, cost: number, bits: number, typed: number, records: number): void {
    const left = this.#size - this.#taken.length
    if (left === 0) {
      if (wellMixed(typed, records) && this.#strong(this.#taken)) this.#best = { cost, deck: [...this.#taken] }
      return
    }
    for (let at = from; at <= this.#ranked.length - left; at += 1) {
      const one = this.#ranked[at]!
      if (cost + one.cost * left >= this.#best.cost) return // the rest cost no less
      if (bits + one.bitsAhead[left]! < this.#floor) return // nor do they add more
      if ((banned & (1 << at)) !== 0) continue
      this.#taken.push(one.entry)
      this.#extend(at + 1, banned | one.clashes, cost + one.cost, bits + one.bits, typed + one.typed, records | one.record)
      this.#taken.pop()
    }
  }
}
