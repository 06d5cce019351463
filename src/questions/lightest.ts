/**
 * The lightest deck that is strong enough: fewest questions, then least burden. A search over all sets of up to six candidates, cut
 * wherever a set cannot become strong enough or lighter than the best so far. Ties go to the first in the given order.
 */
import type { Candidate, Kind } from './kind.ts'
import { strongEnough, type Strength } from './strength.ts'

export interface Entry {
  readonly kind: Kind
  readonly candidate: Candidate
}

const fewest = 3
const most = 6

/** Undefined when no set of these is strong enough. */
export function lightest(
  entries: readonly Entry[],
  cost: (entry: Entry) => number,
  strength: Strength,
): readonly Entry[] | undefined {
  const priced = entries.map((entry) => ({ entry, cost: cost(entry) })).sort((a, b) => a.cost - b.cost)
  const order = priced.map((one) => one.entry)
  const costs = priced.map((one) => one.cost)
  const clashes = order.map((a) => order.map((b) => clash(a, b)))
  const mostBits = Math.max(0, ...order.map((one) => strength.bits(one.kind.kind, 0)))
  for (let size = fewest; size <= most; size += 1) {
    const found = search(order, costs, clashes, size, strength, mostBits)
    if (found !== undefined) return found
  }
  return undefined
}

function search(
  order: readonly Entry[],
  costs: readonly number[],
  clashes: readonly (readonly boolean[])[],
  size: number,
  strength: Strength,
  mostBits: number,
): readonly Entry[] | undefined {
  let best: readonly number[] | undefined
  let bestCost = Infinity
  const taken: number[] = []
  const go = (from: number, cost: number, bits: number): void => {
    const left = size - taken.length
    if (left === 0) {
      if (cost < bestCost && strongEnough(taken.map((n) => order[n]!.kind), strength)) [best, bestCost] = [[...taken], cost]
      return
    }
    if (bits + left * mostBits < strength.floor) return
    for (let n = from; n <= order.length - left; n += 1) {
      if (cost + costs[n]! * left >= bestCost) return
      if (taken.some((other) => clashes[n]![other])) continue
      taken.push(n)
      go(n + 1, cost + costs[n]!, bits + strength.bits(order[n]!.kind.kind, 0))
      taken.pop()
    }
  }
  go(0, 0, 0)
  return best?.map((n) => order[n]!)
}

function clash(a: Entry, b: Entry): boolean {
  return a.candidate.tells.some((one) => b.candidate.tells.includes(one))
}
