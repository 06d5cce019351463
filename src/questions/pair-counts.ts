/**
 * How many people give the same two answers. Answers hang together (an employer and what it pays, a wage and a pension), and nobody can list
 * beforehand how; so every pair of typed answers of every person is counted, by a hash of it, in one table of fixed size. Most pairs are of one person
 * alone: the first who gives a pair sets its bit and nothing else, so its counters hold the others. There are two, and the smaller tells: pairs that fall on
 * one counter make each other look more common than they are, never less, and seldom fall on both. Held by test/questions/pair-counts.test.ts.
 */
import { bitIndex, hash32, pairIndex, secondIndex, type PairTable } from './pair-table.ts'

/** Fewer others than this with the same pair cannot be told from chance. */
export const fewestOthers = 5

/** A counter that is full stays so; the room above it is for threads that add at the same time. */
export const full = 65_000

export class PairCounts {
  readonly #counters: Uint16Array
  readonly #bits: Uint32Array
  /** People who can be asked both, by cohort and the two slots. */
  readonly #both = new Map<number, number>()
  readonly #names = new Map<string, number>()

  /** Several threads may count into one table. */
  constructor({ counters, bits }: PairTable) {
    this.#counters = new Uint16Array(counters)
    this.#bits = new Uint32Array(bits)
  }

  /** Counters there are. */
  get size(): number {
    return this.#counters.length
  }

  /** Counts every pair of the answers of one person in every one of the cohorts. */
  addAll(cohorts: readonly string[], answers: readonly Answered[]): void {
    const slots = answers.map(({ slot }) => this.#number(slot))
    for (const cohort of cohorts) {
      const [hash, number] = [hash32(cohort), this.#number(cohort)]
      for (let n = 1; n < answers.length; n += 1) {
        for (let m = 0; m < n; m += 1) {
          this.#addPair(hash, answers[n]!.answer, answers[m]!.answer)
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
    const others = this.#others(hash32(cohort), one.answer, other.answer)
    if (both === undefined || others < fewestOthers) return 0
    if (others >= full) return 1 // how many more, nobody knows
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

  /** Of several threads that meet a pair first at the same time, one sees its bit unset: the others count. */
  #addPair(cohort: number, one: number, other: number): void {
    const bit = bitIndex(32 * this.#bits.length, cohort, one, other)
    const before = Atomics.or(this.#bits, bit >>> 5, 1 << (bit & 31))
    if ((before & (1 << (bit & 31))) === 0) return
    for (const index of [pairIndex, secondIndex]) {
      const at = index(this.size, cohort, one, other)
      if (this.#counters[at]! < full) Atomics.add(this.#counters, at, 1)
    }
  }

  #others(cohort: number, one: number, other: number): number {
    return Math.min(...[pairIndex, secondIndex].map((index) => this.#counters[index(this.size, cohort, one, other)]!))
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
