/** The figures of a survey: counts that can be added up over threads, and what is read off them. */
import { bitsOf } from './odds.ts'
import type { WeighedDeck } from './plan.ts'
import type { QuestionKind } from './question.ts'
import type { Entry } from './strength.ts'
import type { Reason } from './survey.ts'

export interface KindFigures {
  /** People whose answer may be asked for, and people in one of whose decks it is. */
  usable: number
  asked: number
  /** People by half bits of their answer: 17 stands for 8.5 to 9. */
  readonly halfBits: Map<number, number>
}

export interface PackedTally {
  readonly name: string
  readonly people: number
  readonly worst: number
  readonly decks: readonly number[]
  readonly questions: ReadonlyMap<number, number>
  readonly bits: ReadonlyMap<number, number>
  readonly reasons: ReadonlyMap<Reason, number>
  readonly kinds: ReadonlyMap<QuestionKind, KindFigures>
}

export class Tally implements PackedTally {
  readonly name: string
  people = 0
  /** The largest odds of any deck of anybody. */
  worst = 0
  /** People with 0, 1, 2, 3 decks. */
  readonly decks = [0, 0, 0, 0]
  /** Decks by their number of questions. */
  readonly questions = new Map<number, number>()
  /** People by whole bits of their weakest deck. */
  readonly bits = new Map<number, number>()
  readonly reasons = new Map<Reason, number>()
  readonly kinds = new Map<QuestionKind, KindFigures>()

  constructor(name: string) {
    this.name = name
  }

  add(decks: readonly WeighedDeck[], entries: readonly Entry[], reason: Reason | undefined): void {
    this.people += 1
    this.decks[decks.length]! += 1
    if (reason !== undefined) count(this.reasons, reason)
    for (const { questions } of decks) count(this.questions, questions.length)
    if (decks.length > 0) {
      const weakest = Math.max(...decks.map(({ odds }) => odds))
      this.worst = Math.max(this.worst, weakest)
      count(this.bits, Math.floor(bitsOf(weakest)))
    }
    this.#countKinds(decks, entries)
  }

  merge(other: PackedTally): void {
    this.people += other.people
    this.worst = Math.max(this.worst, other.worst)
    other.decks.forEach((people, n) => (this.decks[n]! += people))
    for (const [size, decks] of other.questions) count(this.questions, size, decks)
    for (const [bits, people] of other.bits) count(this.bits, bits, people)
    for (const [reason, people] of other.reasons) count(this.reasons, reason, people)
    for (const [kind, { usable, asked, halfBits }] of other.kinds) {
      const own = this.#figures(kind)
      own.usable += usable
      own.asked += asked
      for (const [half, people] of halfBits) count(own.halfBits, half, people)
    }
  }

  pack(): PackedTally {
    const { name, people, worst, decks, questions, bits, reasons, kinds } = this
    return { name, people, worst, decks, questions, bits, reasons, kinds }
  }

  #countKinds(decks: readonly WeighedDeck[], entries: readonly Entry[]): void {
    const strongest = new Map<QuestionKind, number>()
    for (const { kind, shares } of entries) strongest.set(kind.kind, Math.max(bitsOf(shares[0]!), strongest.get(kind.kind) ?? 0))
    for (const [kind, bits] of strongest) {
      const own = this.#figures(kind)
      own.usable += 1
      count(own.halfBits, Math.floor(2 * bits))
    }
    for (const kind of new Set(decks.flatMap((deck) => deck.kinds))) this.#figures(kind).asked += 1
  }

  #figures(kind: QuestionKind): KindFigures {
    let own = this.kinds.get(kind)
    if (own === undefined) this.kinds.set(kind, (own = { usable: 0, asked: 0, halfBits: new Map() }))
    return own
  }
}

/** The middle of a histogram, as the value its cell begins with; undefined when it is empty. */
export function median(histogram: ReadonlyMap<number, number>): number | undefined {
  let left = [...histogram.values()].reduce((sum, people) => sum + people, 0) / 2
  for (const [value, people] of [...histogram].sort(([a], [b]) => a - b)) {
    left -= people
    if (left <= 0) return value
  }
  return undefined
}

function count<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
