/**
 * How many people who are asked the same questions give the same answers to all of them. Three answers may hang together where no two do (a wage
 * that employer and years of service decide together), and no count of pairs shows that. So the decks that people are really asked are counted
 * whole, by a hash, in one table of fixed size: decks that fall on one counter look more common than they are, never less. Who gives answers that
 * many give is asked something else. Held by test/questions/joint.test.ts.
 */
import { fewestOthers, full } from './pair-counts.ts'
import { hash32 } from './pair-table.ts'

/** The typed answers of a deck, by slot, and a cohort: what an attacker sees, and what one would have to type. */
export interface Joint {
  /** Who is asked the same, in this cohort. */
  readonly group: string
  readonly answers: string
}

export class JointCounts {
  readonly #table: Uint16Array
  readonly #groups = new Map<string, number>()
  /** Counters that hold more people than chance puts there, and whose they are. */
  readonly #met = new Map<number, string>()

  /** `table` has a power of two of counters; shared memory lets several threads count into it. */
  constructor(table: Uint16Array) {
    this.#table = table
  }

  add(joints: readonly Joint[]): void {
    for (const joint of joints) {
      this.#groups.set(joint.group, (this.#groups.get(joint.group) ?? 0) + 1)
      const at = jointIndex(this.#table.length, joint)
      if (this.#table[at]! < full) Atomics.add(this.#table, at, 1)
      if (this.#table[at]! > fewestOthers) this.#met.set(at, joint.group)
    }
  }

  /** Index, and the share of those who are asked the same. Complete when all threads have been merged. */
  common(): readonly (readonly [number, number])[] {
    const share = (at: number, group: string): number => (this.#table[at]! >= full ? 1 : this.#table[at]! / this.#groups.get(group)!)
    return [...this.#met].map(([at, group]) => [at, Number(share(at, group).toPrecision(3))] as const).sort(([a], [b]) => a - b)
  }

  pack(): PackedJoints {
    return { groups: this.#groups, met: this.#met }
  }

  /** Adds what another counted into the same table. */
  merge({ groups, met }: PackedJoints): void {
    for (const [group, people] of groups) this.#groups.set(group, (this.#groups.get(group) ?? 0) + people)
    for (const [at, group] of met) this.#met.set(at, group)
  }
}

export interface PackedJoints {
  readonly groups: ReadonlyMap<string, number>
  readonly met: ReadonlyMap<number, string>
}

/** Counters for so many people, of whom not all are asked: nine for three decks in three cohorts, and as many again; no more than 128 MiB. */
export function jointsSize(people: number): number {
  return 2 ** Math.min(26, Math.max(16, Math.ceil(Math.log2(Math.max(1, people) * 16))))
}

/** Each in every one of these cohorts. `typed`: slot and whole answer of every typed question. */
export function jointsOf(typed: readonly { readonly slot: string; readonly answer: string }[], cohorts: readonly string[]): readonly Joint[] {
  const sorted = typed.toSorted((a, b) => (a.slot < b.slot ? -1 : 1))
  const [slots, answers] = [sorted.map(({ slot }) => slot).join('+'), sorted.map(({ answer }) => answer).join('+')]
  return cohorts.map((cohort) => ({ group: `${cohort} ${slots}`, answers }))
}

/** Which counter of `size`, a power of two. */
export function jointIndex(size: number, { group, answers }: Joint): number {
  return hash32(`${group} ${answers}`) & (size - 1)
}
