/**
 * Priors from a register, one person after the other, in memory that does not grow with the number of people. What is counted of a person are the
 * answers to every typed question that could be asked. Several gatherers, one a thread, are merged. Held by test/questions/gather-priors.test.ts.
 */
import type { Cell, Reach, Scale } from './cell.ts'
import { drawWith, type Draw, type Drawn } from './chance.ts'
import { cohortsOf, everybody, wideOf } from './cohort.ts'
import { RowCounts, WordCounts, type PackedRow, type PackedWords } from './counts.ts'
import { defaultPools } from './default-pools.ts'
import type { Facts } from './facts.ts'
import type { Candidate, Context } from './kind.ts'
import { typedKinds } from './kinds.ts'
import { neighbours } from './near-words.ts'
import type { PairCounts, PeopleWithBoth } from './pair-counts.ts'
import { answered, type Priors } from './priors.ts'
import { summarize, type Summary, type SummaryOptions } from './summary.ts'

/**
 * A cohort of fewer people is not summed up: the wider ones it lies in say more. Amounts have many cells, so that chance makes some of them look popular
 * among few people; months, counts and names have few, and hang more on age and place.
 */
const fewestInCohort: Readonly<Record<Scale, number>> = { dimes: 10_000, months: 1_000, count: 1_000, words: 1_500 }

type Counts = RowCounts | WordCounts
/** By cohort. */
type Summaries = Readonly<Record<string, Summary>>

export class PriorGatherer {
  readonly pairs: PairCounts
  readonly #cohorts = new Map<string, Map<string, Counts>>()
  readonly #scales = new Map<string, Scale>()
  readonly #context: Context

  /** `today` is 'YYYY-MM-DD'. */
  constructor(today: string, pairs: PairCounts) {
    this.pairs = pairs
    this.#context = { draw: remembering(drawWith(new Uint8Array(32))), today, pools: defaultPools }
  }

  add(facts: Facts): void {
    const answers = oneForEachSlot(typedKinds.flatMap((kind) => kind.candidates(facts, this.#context)))
    if (answers.length === 0) return
    const cohorts = cohortsOf(facts)
    for (const cohort of cohorts) {
      const slots = this.#slotsOf(cohort)
      for (const { cells } of answers) this.#count(slots, cells)
    }
    this.pairs.addAll(wideOf(cohorts), answers.map((candidate) => answered(candidate)!))
  }

  /** Adds what another counted into the same table of pairs. */
  merge({ cohorts, scales, both }: PackedCounts): void {
    for (const [slot, scale] of scales) this.#scales.set(slot, scale)
    for (const [cohort, slot, packed] of cohorts) {
      const slots = this.#slotsOf(cohort)
      if ('pages' in packed) (this.#countsOf(slots, slot, 'dimes') as RowCounts).merge(RowCounts.unpack(packed))
      else (this.#countsOf(slots, slot, 'words') as WordCounts).merge(new WordCounts(packed.answers, packed.people))
    }
    this.pairs.mergePeople(both)
  }

  pack(): PackedCounts {
    const cohorts = [...this.#cohorts].flatMap(([cohort, slots]) => [...slots].map(([slot, counts]) => [cohort, slot, counts.pack()] as const))
    return { cohorts, scales: [...this.#scales], both: this.pairs.people() }
  }

  /** What was gathered, summed up for this tolerance. `pairs` and `joints` are empty: who weighs everybody finds them (survey.ts). */
  priors(reach: Reach): Priors {
    return this.priorsFor([reach])[0]!
  }

  /** The same for several, slot by slot: words pass for each other whatever the tolerance, and are summed up once. */
  priorsFor(reaches: readonly Reach[]): readonly Priors[] {
    const slots = [...this.#scales].map(([slot, scale]) => [slot, this.#summaries(slot, scale, reaches)] as const)
    return reaches.map((reach, n) => ({
      countedOn: this.#context.today, reach, slots: Object.fromEntries(slots.map(([slot, summaries]) => [slot, summaries[n]!])),
      pairs: { size: this.pairs.size, common: [] }, joints: { size: 1, common: [] },
    }))
  }

  #summaries(slot: string, scale: Scale, reaches: readonly Reach[]): readonly Summaries[] {
    const all = this.#cohorts.get(everybody)!.get(slot)!
    if (all instanceof RowCounts) return reaches.map((reach) => this.#summariesOf(slot, scale, { reach }))
    const same = this.#summariesOf(slot, scale, { reach: reaches[0]!, near: neighbours(all.words()) })
    return reaches.map(() => same)
  }

  #summariesOf(slot: string, scale: Scale, options: SummaryOptions): Summaries {
    const wide = summarize(this.#cohorts.get(everybody)!.get(slot)!, scale, options)
    const known = new Set(wide.popular)
    const narrow = [...this.#cohorts].flatMap(([cohort, slots]) => {
      const counts = slots.get(slot)
      if (cohort === everybody || counts === undefined || counts.people < fewestInCohort[scale]) return []
      return [[cohort, summarize(counts, scale, { ...options, known })] as const]
    })
    return Object.fromEntries([[everybody, wide], ...narrow])
  }

  #count(slots: Map<string, Counts>, cells: readonly Cell[]): void {
    const [{ slot, scale }] = cells as readonly [Cell]
    if (scale !== 'words') {
      for (const cell of cells) (this.#countsOf(slots, cell.slot, cell.scale) as RowCounts).add(cell.at as number)
      return
    }
    const words = [...new Set(cells.map((cell) => cell.at as string))]
    ;(this.#countsOf(slots, slot, scale) as WordCounts).add(words)
  }

  #slotsOf(cohort: string): Map<string, Counts> {
    let slots = this.#cohorts.get(cohort)
    if (slots === undefined) this.#cohorts.set(cohort, (slots = new Map()))
    return slots
  }

  #countsOf(slots: Map<string, Counts>, slot: string, scale: Scale): Counts {
    let counts = slots.get(slot)
    if (counts !== undefined) return counts
    if (!this.#scales.has(slot)) this.#scales.set(slot, scale)
    slots.set(slot, (counts = scale === 'words' ? new WordCounts() : new RowCounts()))
    return counts
  }
}

export interface PackedCounts {
  readonly cohorts: readonly (readonly [string, string, PackedRow | PackedWords])[]
  readonly scales: readonly (readonly [string, Scale])[]
  readonly both: readonly PeopleWithBoth[]
}

/** Everybody is drawn for alike here, so nothing is drawn twice. */
function remembering(draw: Draw): Draw {
  const known = new Map<string, Drawn>()
  return (about) => {
    const before = known.get(about)
    if (before !== undefined) return before
    const drawn = draw(about)
    known.set(about, drawn)
    return drawn
  }
}

/** Of several questions of one slot (the wages of a year) the first: who is counted, is counted once. */
function oneForEachSlot(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const slot = candidate.cells[0]!.slot
    if (!first.has(slot)) first.set(slot, candidate)
  }
  return [...first.values()]
}
