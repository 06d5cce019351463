/**
 * The lightest deck that is strong enough: fewest questions, then least burden. A search over all sets of up to six candidates, cut
 * wherever a set cannot become strong enough, or lighter than the best so far. Held against plain enumeration by
 * test/questions/lightest.test.ts.
 */
import type { Candidate, Kind } from './kind.ts'
import { enough, recordBit, type Strength } from './strength.ts'

export interface Entry {
  readonly kind: Kind
  readonly candidate: Candidate
}

const fewest = 3
const most = 6
/** Sets are numbers of 32 bits here; more candidates than this and the most burdensome are left aside. */
const mostEntries = 30

interface Ranked {
  readonly kind: Kind
  readonly entry: Entry
  readonly cost: number
  /** The set of ranks it cannot stand with. */
  readonly clashes: number
  readonly record: number
  readonly typed: 0 | 1
  /** Bits it adds when 0, 1, 2 … of its kind are taken already. */
  readonly adds: readonly number[]
  /** Bits at most of 0, 1, 2 … candidates from this rank on. */
  readonly bitsAhead: readonly number[]
}

/** Undefined when no set of these is strong enough. Ties go to the first in the given order. */
export function lightest(
  entries: readonly Entry[],
  cost: (entry: Entry) => number,
  strength: Strength,
): readonly Entry[] | undefined {
  const ranked = rank(entries, cost, strength)
  for (let size = fewest; size <= Math.min(most, ranked.length); size += 1) {
    const found = new Search(ranked, size, strength).run()
    if (found !== undefined) return found
  }
  return undefined
}

function rank(entries: readonly Entry[], cost: (entry: Entry) => number, strength: Strength): readonly Ranked[] {
  const priced = entries.map((entry) => ({ entry, cost: cost(entry) }))
  const order = priced.sort((a, b) => a.cost - b.cost).slice(0, mostEntries)
  const holders = new Map<string, number>()
  order.forEach(({ entry }, at) => {
    for (const tell of entry.candidate.tells) holders.set(tell, (holders.get(tell) ?? 0) | (1 << at))
  })
  const ahead = bitsAhead(order.map(({ entry }) => entry.kind), strength)
  return order.map(({ entry, cost: price }, at) => ({
    kind: entry.kind,
    entry,
    cost: price,
    clashes: entry.candidate.tells.reduce((set, tell) => set | (holders.get(tell) ?? 0), 0),
    record: recordBit(entry.kind.record),
    typed: entry.kind.input === 'choice' ? 0 : 1,
    adds: Array.from({ length: most }, (_, before) => strength.bits(entry.kind.kind, before)),
    bitsAhead: ahead[at]!,
  }))
}

/** For each rank the sums of the largest bits from there on, a kind that comes again counting as what it then adds. */
function bitsAhead(order: readonly Kind[], strength: Strength): readonly (readonly number[])[] {
  const seen = new Map<Kind, number>()
  let largest: readonly number[] = []
  return order.toReversed().map((kind) => {
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    largest = [...largest, strength.bits(kind.kind, before)].sort((a, b) => b - a).slice(0, most)
    let sum = 0
    return [0, ...largest.map((bits) => (sum += bits))]
  }).reverse()
}

class Search {
  readonly #ranked: readonly Ranked[]
  readonly #size: number
  readonly #strength: Strength
  readonly #taken: Ranked[] = []
  #best: readonly Ranked[] | undefined
  #bestCost = Infinity

  constructor(ranked: readonly Ranked[], size: number, strength: Strength) {
    this.#ranked = ranked
    this.#size = size
    this.#strength = strength
  }

  run(): readonly Entry[] | undefined {
    this.#extend(0, 0, 0, 0, 0, 0)
    return this.#best?.map((one) => one.entry)
  }

  #extend(from: number, banned: number, cost: number, bits: number, typed: number, records: number): void {
    const left = this.#size - this.#taken.length
    if (left === 0) {
      const tally = { typed, choices: this.#size - typed, records, bits }
      if (enough(tally, this.#strength)) [this.#best, this.#bestCost] = [[...this.#taken], cost]
      return
    }
    for (let at = from; at <= this.#ranked.length - left; at += 1) {
      const one = this.#ranked[at]!
      if (cost + one.cost * left >= this.#bestCost) return // the rest cost no less
      if (bits + one.bitsAhead[left]! < this.#strength.floor) return // nor do they add more
      if ((banned & (1 << at)) !== 0) continue
      const added = one.adds[this.#before(one.kind)]!
      this.#taken.push(one)
      this.#extend(at + 1, banned | one.clashes, cost + one.cost, bits + added, typed + one.typed, records | one.record)
      this.#taken.pop()
    }
  }

  #before(kind: Kind): number {
    let count = 0
    for (const one of this.#taken) if (one.kind === kind) count += 1
    return count
  }
}
