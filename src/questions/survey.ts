/**
 * Everybody weighed: how strong the decks of all people are, who cannot be asked and why, which pairs of answers too many share, and what decks look like.
 * The second pass over the register, after the priors were gathered. Several surveyors, one a thread, are merged. Held by test/questions/survey.test.ts.
 */
import { drawWith, unit } from './chance.ts'
import { placeOf, wideOf } from './cohort.ts'
import { shapeOf, ShapeSample, type PlanShape, type Shapes } from './deck-shapes.ts'
import type { Facts } from './facts.ts'
import { JointCounts, jointsOf, type PackedJoints } from './joint-counts.ts'
import type { Context } from './kind.ts'
import type { PairCounts } from './pair-counts.ts'
import { hash32, pairIndex } from './pair-table.ts'
import { candidacyOf, decksOf, type Candidacy, type DeckRules } from './plan.ts'
import type { Pools } from './pools.ts'
import { answered, weightsOf, type Common, type Priors, type Weights } from './priors.ts'
import type { Seed } from './question.ts'
import { isTyped, recordBit, type Entry } from './strength.ts'
import { Tally, type PackedTally } from './tally.ts'

/** A policy that is tried on a sample before anybody switches it on. */
export interface Change {
  /** 'without:wage', 'questions:4', 'bits:24', 'tolerance:99'. */
  readonly name: string
  readonly rules?: Partial<DeckRules>
  /** Priors for another tolerance. */
  readonly weights?: Weights
}

export interface SurveyParts {
  readonly today: string
  readonly priors: Priors
  /** As it was counted, which is more than `priors.pairs` will keep. */
  readonly pairs: PairCounts
  /** Counters for the answers to whole decks, a power of two of them. */
  readonly joints: Uint16Array
  readonly pools: Pools
  readonly rules: DeckRules
  readonly changes: readonly Change[]
  /** Of the people, how many the changes are tried on: 0 to 1. */
  readonly sampled: number
  /** Plans kept of each province; enough to hide in unless told. */
  readonly shapesKept?: number
}

export interface PackedSurvey {
  readonly tallies: readonly PackedTally[]
  readonly common: readonly (readonly [number, number])[]
  readonly joints: PackedJoints
  readonly shapes: readonly (readonly [string, number, PlanShape])[]
}

export class Surveyor {
  readonly #parts: SurveyParts
  readonly #weights: Weights
  readonly #tallies: readonly Tally[]
  readonly #common = new Map<number, number>()
  readonly #joints: JointCounts
  readonly #shapes: ShapeSample

  constructor(parts: SurveyParts) {
    this.#parts = parts
    this.#shapes = new ShapeSample(parts.shapesKept)
    this.#joints = new JointCounts(parts.joints)
    this.#weights = weightsOf(parts.priors, parts.pairs)
    this.#tallies = [{ name: '' }, ...parts.changes].map(({ name }) => new Tally(name))
  }

  add(facts: Facts, seed: Seed): void {
    const { today, pools, rules, sampled, changes } = this.#parts
    const context: Context = { draw: drawWith(seed), today, pools }
    const candidacy = candidacyOf(facts, context, this.#weights)
    this.#noteCommon(candidacy)
    const decks = decksOf(candidacy, rules)
    for (const { typed } of decks) this.#joints.add(jointsOf(typed, wideOf(candidacy.cohorts)))
    this.#tallies[0]!.add(decks, candidacy.entries, decks.length > 0 ? undefined : reasonOf(facts, candidacy.entries))
    this.#shapes.add(placeOf(facts.id), context.draw, shapeOf(decks, facts, today, pools))
    if (unit(context.draw('sampled')) >= sampled) return
    changes.forEach(({ weights, rules: changed }, n) => {
      const other = weights === undefined ? candidacy : candidacyOf(facts, context, weights)
      this.#tallies[n + 1]!.add(decksOf(other, { ...rules, ...changed }), [], undefined)
    })
  }

  pack(): PackedSurvey {
    return { tallies: this.#tallies.map((tally) => tally.pack()), common: [...this.#common], joints: this.#joints.pack(), shapes: this.#shapes.entries() }
  }

  merge({ tallies, common, joints, shapes }: PackedSurvey): void {
    this.#joints.merge(joints)
    tallies.forEach((tally, n) => this.#tallies[n]!.merge(tally))
    for (const [at, share] of common) this.#common.set(at, Math.max(share, this.#common.get(at) ?? 0))
    for (const [place, rank, plan] of shapes) this.#shapes.put(place, rank, plan)
  }

  /** The whole and, behind it, each change by its name. */
  tallies(): readonly Tally[] {
    return this.#tallies
  }

  commonPairs(): Common {
    return { size: this.#parts.pairs.size, common: [...this.#common].sort(([a], [b]) => a - b) }
  }

  /** Answers that people who are asked the same share; the decks of this pass were planned without knowing them. */
  commonJoints(): Common {
    return { size: this.#parts.joints.length, common: this.#joints.common() }
  }

  shapes(): Shapes {
    return this.#shapes.shapes()
  }

  /** Keeps the pairs of this person that would be charged for: of all pairs, few. */
  #noteCommon({ entries, cohorts }: Candidacy): void {
    const { pairs } = this.#parts
    const typed = entries.filter(({ kind }) => isTyped(kind))
    typed.forEach((one, n) => {
      for (const other of typed.slice(n + 1)) {
        for (const { cohort, share } of this.#weights.charges(one, other, cohorts)) {
          const [a, b] = [answered(one.candidate)!, answered(other.candidate)!]
          const at = pairIndex(pairs.size, hash32(cohort), a.answer, b.answer)
          this.#common.set(at, Math.max(this.#common.get(at) ?? 0, Number(share.toPrecision(3))))
        }
      }
    })
  }
}

/** Why a person has no deck (PROOF-6). */
export type Reason = 'thin-file' | 'popular-answers' | 'one-record' | 'too-weak'

function reasonOf(facts: Facts, entries: readonly Entry[]): Reason {
  const typed = entries.filter(({ kind }) => isTyped(kind))
  if ((facts.jobs ?? []).length === 0 && !facts.pension && (facts.wages ?? []).length === 0) return 'thin-file'
  if (typed.length < 2) return 'popular-answers'
  const records = typed.reduce((set, { kind }) => set | recordBit(kind.record), 0)
  return (records & (records - 1)) === 0 && !entries.some(({ kind }) => !isTyped(kind)) ? 'one-record' : 'too-weak'
}

