/**
 * How many people give the same two answers. Answers hang together (an employer and what it pays, a wage and a pension), and nobody can list
 * beforehand how; so every pair of typed answers of every person is counted, by a hash of it, in one table of fixed size. Two pairs that fall on
 * one counter make each other look more common than they are, never less. Held by test/questions/pair-counts.test.ts.
 */

/** Fewer others than this with the same pair cannot be told from chance. */
export const fewestOthers = 5

/** A counter that is full stays so; the room above it is for threads that add at the same time. */
export const full = 65_000

export class PairCounts {
  readonly table: Uint16Array
  /** People who can be asked both, by cohort and the two slots. */
  readonly #both = new Map<number, number>()
  readonly #names = new Map<string, number>()

  /** `table` has a power of two of counters; shared memory lets several threads count into it. */
  constructor(table: Uint16Array) {
    this.table = table
  }

  /** Counts every pair of the answers of one person in every one of the cohorts. */
  addAll(cohorts: readonly string[], answers: readonly Answered[]): void {
    const slots = answers.map(({ slot }) => this.#number(slot))
    for (const cohort of cohorts) {
      const [hash, number] = [hash32(cohort), this.#number(cohort)]
      for (let n = 1; n < answers.length; n += 1) {
        for (let m = 0; m < n; m += 1) {
          const at = pairIndex(this.table.length, hash, answers[n]!.answer, answers[m]!.answer)
          if (this.table[at]! < full) Atomics.add(this.table, at, 1)
          const key = keyOf(number, slots[n]!, slots[m]!)
          this.#both.set(key, (this.#both.get(key) ?? 0) + 1)
        }
      }
    }
  }

  /**
   * The share of those who can be asked both that gives this very pair, the person asked about not counted. 0 when so many are no surprise: fewer than
   * six people, or within three standard errors of what `independent` answers of that share would give.
   */
  share(cohort: string, one: Answered, other: Answered, independent: number): number {
    const both = this.#both.get(keyOf(this.#number(cohort), this.#number(one.slot), this.#number(other.slot)))
    const others = this.table[pairIndex(this.table.length, hash32(cohort), one.answer, other.answer)]! - 1
    if (both === undefined || others < fewestOthers) return 0
    if (others + 1 >= full) return 1 // how many more, nobody knows
    const expected = both * independent
    return others > expected + 3 * Math.sqrt(expected) ? others / both : 0
  }

  /** People who can be asked both, by name: for another thread, which has the same table and numbers names in its own way. */
  people(): readonly PeopleWithBoth[] {
    const names = [...this.#names.keys()]
    return [...this.#both].map(([key, people]) => ({ cohort: names[Math.floor(key / 2 ** 32)]!, slots: [names[Math.floor(key / 2 ** 16) % 2 ** 16]!, names[key % 2 ** 16]!], people }))
  }

  mergePeople(others: readonly PeopleWithBoth[]): void {
    for (const { cohort, slots: [one, other], people } of others) {
      const key = keyOf(this.#number(cohort), this.#number(one), this.#number(other))
      this.#both.set(key, (this.#both.get(key) ?? 0) + people)
    }
  }

  /** Cohorts and slots are few; numbers make short keys. */
  #number(name: string): number {
    let number = this.#names.get(name)
    if (number === undefined) this.#names.set(name, (number = this.#names.size))
    return number
  }
}

export interface Answered {
  readonly slot: string
  /** `hash32` of the whole answer. */
  readonly answer: number
}

export interface PeopleWithBoth {
  readonly cohort: string
  readonly slots: readonly [string, string]
  readonly people: number
}

function keyOf(cohort: number, one: number, other: number): number {
  return one < other ? cohort * 2 ** 32 + one * 2 ** 16 + other : cohort * 2 ** 32 + other * 2 ** 16 + one
}

/** Which counter of `size`, a power of two; the order of the two answers does not matter. `cohort` is a hash too. */
export function pairIndex(size: number, cohort: number, one: number, other: number): number {
  return mix(one < other ? mix(one, other) : mix(other, one), cohort) & (size - 1)
}

/** Counters for so many people: sixty-four for each, so that few fall together, but no more than 256 MiB, which two million people fill. */
export function tableSize(people: number): number {
  return 2 ** Math.min(27, Math.max(16, Math.ceil(Math.log2(Math.max(1, people) * 64))))
}

/** FNV-1a: fast, the same everywhere, and good enough where a collision only makes an answer look more common. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  return hash >>> 0
}

function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other ^ (one >>> 15), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return (hash ^ (hash >>> 15)) >>> 0
}
