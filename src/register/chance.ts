/**
 * Chance that can be repeated: sfc32 by Chris Doty-Humphrey (public domain, PractRand), 128 bits of state.
 * For invented people only. It is no source of secrets.
 */
export interface Chance {
  /** From 0 up to but not including 1, 32 bits of it. */
  next(): number
  /** A whole number from 0 up to but not including `bound`. */
  below(bound: number): number
  /** True in `share` of the cases, 0 to 1. */
  happens(share: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Same four words, same sequence. */
export function chanceFrom(a: number, b: number, c: number, counter: number): Chance {
  function next(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next() // mixes poor seeds, as the author advises
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    next,
    below,
    happens: (share) => next() < share,
    pick: (list) => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}

/** A sequence of its own for each pair of numbers, so that person 7 is the same whether 10 or a million are invented. */
export function chanceFor(seed: number, index: number): Chance {
  return chanceFrom(seed | 0, Math.floor(seed / 4_294_967_296) | 0, index | 0, 1)
}

/** Draws by weight: a table made once, one number of chance a draw. */
export function weighted<T>(table: readonly (readonly [item: T, weight: number])[]): (chance: Chance) => T {
  let total = 0
  const ends = table.map(([, weight]) => (total += weight))
  const items = table.map(([item]) => item)
  return (chance) => {
    const at = chance.next() * total
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    const item = items[low]
    if (item === undefined) throw new RangeError('an empty table has nothing to draw')
    return item
  }
}

/** Draws from a list ordered by frequency: the first are the most common, without the list telling by how much. */
export function skewed<T>(list: readonly T[], evenness = 4): (chance: Chance) => T {
  return weighted(list.map((item, rank) => [item, 1 / (rank + evenness)] as const))
}
