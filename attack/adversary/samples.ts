/** A histogram of numbers, kept as the sorted numbers themselves: what share a guess covers, and which guesses cover most. */
import type { Reach } from './reach.ts'

/** What a guess covers: kept values from `low` to `high`; for a name the number of the guess, twice. */
export interface Cover {
  readonly low: number
  readonly high: number
}

export interface Distribution {
  readonly size: number
  share(cover: Cover): number
  /** The guesses that cover most, none of which overlap. */
  readonly best: readonly Cover[]
}

export const mostBest = 24

export class Samples implements Distribution {
  readonly #values: Float64Array
  readonly #reachOf: (value: number) => Reach
  #best: readonly Cover[] | undefined

  constructor(values: Float64Array, reachOf: (value: number) => Reach) {
    this.#values = values.sort()
    this.#reachOf = reachOf
  }

  get size(): number {
    return this.#values.length
  }

  share({ low, high }: Cover): number {
    return this.size === 0 ? 0 : (this.#firstAtLeast(high + 1e-9) - this.#firstAtLeast(low - 1e-9)) / this.size
  }

  get best(): readonly Cover[] {
    this.#best ??= this.#find()
    return this.#best
  }

  /** Every value is tried as the lowest that a guess covers. */
  #find(): readonly Cover[] {
    const values = this.#values
    const found: { cover: Cover; count: number }[] = []
    for (let from = 0, to = 0; from < values.length; from += 1) {
      const low = values[from]!
      if (from > 0 && low === values[from - 1]) continue
      const { below, above } = this.#reachOf(low)
      const high = low + below + above
      while (to < values.length && values[to]! <= high + 1e-9) to += 1
      found.push({ cover: { low, high }, count: to - from })
    }
    found.sort((a, b) => b.count - a.count || a.cover.low - b.cover.low)
    return disjoint(found.map(({ cover }) => cover), mostBest)
  }

  #firstAtLeast(value: number): number {
    let [low, high] = [0, this.#values.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#values[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The first ones that do not overlap with one before. */
export function disjoint<T extends Cover>(covers: Iterable<T>, most: number): T[] {
  const taken: T[] = []
  for (const cover of covers) {
    if (taken.length >= most) break
    if (taken.every((one) => cover.high < one.low || cover.low > one.high)) taken.push(cover)
  }
  return taken
}
