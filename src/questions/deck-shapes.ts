/**
 * What decks of real people look like, for numbers that nobody has (PROOF-7): which kinds of question, for which quarter or year, in how many decks; and
 * that some have none. A number nobody has gets the shape of somebody of its province by a keyed draw, and months and options of its own, made as
 * those of people are. So decoys come in the proportions of the register, whatever it holds. Held by test/questions/deck-shapes.test.ts.
 */
import { drawWith, lotOf, wholeOf, type Draw, type Drawn } from './chance.ts'
import type { Facts } from './facts.ts'
import { placeOf } from './cohort.ts'
import { jobsIn } from './kinds/tenure.ts'
import { monthsPaid, newestQuarter, quarterOf, wageMonth } from './kinds/wage.ts'
import { employerKey, foldName } from './name.ts'
import { drawLabel, optionsFor, type KeyOf } from './options.ts'
import type { PoolEntry, Pools } from './pools.ts'
import { provinceNames } from './provinces.ts'
import type { Deck, Question, QuestionKind, Seed } from './question.ts'
import type { Knowledge } from './statistics.ts'

/** One question: its kind, how many quarters or years back it asks, which loan, which province's employers it lists, or which months of the quarter were paid. */
export type QuestionShape = readonly [kind: QuestionKind, back?: number, of?: string]

/** The decks of one person; none when the person cannot be asked. */
export type PlanShape = readonly (readonly QuestionShape[])[]

/** By the province of the number, or 'abroad'; and 'all'. A sample of people each: a keyed number of the person, and the plan. */
export type Shapes = Readonly<Record<string, readonly RankedPlan[]>>

export type RankedPlan = readonly [rank: number, plan: PlanShape]

export function shapeOf(decks: readonly Deck[], facts: Facts, today: string, pools: Pools): PlanShape {
  return decks.map(({ questions }) => questions.map((question) => questionShape(question, facts, today, pools)))
}

function questionShape(question: Question, facts: Facts, today: string, pools: Pools): QuestionShape {
  const thisYear = Number(today.slice(0, 4))
  switch (question.kind) {
    case 'wage':
      return ['wage', newestQuarter(today) - quarterOf(question.month), monthsPaid(facts, quarterOf(question.month))]
    case 'loan-installment':
      return ['loan-installment', 0, question.loan]
    case 'province-in-year':
      return ['province-in-year', thisYear - question.year]
    case 'employer-in-year':
      return ['employer-in-year', thisYear - question.year, listedProvince(question.year, question.options[0]!.label, facts, pools)]
    case 'first-affiliation':
    case 'entry':
    case 'employer-name':
    case 'previous-employer':
    case 'pension-amount':
    case 'pension-since':
    case 'contributions':
    case 'bank':
      return [question.kind]
  }
}

/** Whose employers are listed: a province of the person's work in that year whose pool has the label. */
function listedProvince(year: number, label: string, facts: Facts, pools: Pools): string {
  const provinces = [...new Set(jobsIn(facts, year).map((job) => job.province))]
  return provinces.find((province) => pools.employers(province, year).some((entry) => entry.label === label)) ?? provinces[0] ?? ''
}

/** PROOF-7: the decks of a number nobody has. `seed` is secret and its own for ever, as with people. */
export function decoyDecks(id: Facts['id'], seed: Seed, today: string, knowledge: Knowledge | undefined): readonly Deck[] {
  if (knowledge === undefined) return []
  const { pools, shapes } = knowledge
  const draw = drawWith(seed)
  const nobody: Nobody = { place: placeOf(id), draw, today, pools }
  const asked = new Map<string, Question>()
  return planFor(draw('decoy'), shapes[nobody.place] ?? shapes['all'] ?? []).flatMap((deck) => {
    const questions = deck.map((shape) => decoyQuestion(shape, nobody))
    if (!questions.every((question) => question !== undefined)) return [] // a pool that has since become too small: a shorter deck would tell
    return [{ questions: questions.map((question) => asked.get(question.id) ?? (asked.set(question.id, question), question)) }]
  })
}

/**
 * Each number follows one person of the sample, the one with whom it draws the highest lot: so its decks stay while that person stays in the sample and
 * keeps the same plan, whoever else comes or goes with the next pass over the register.
 */
function planFor(drawn: Drawn, sample: readonly RankedPlan[]): PlanShape {
  let [best, highest]: [PlanShape, number] = [[], -1]
  for (const [rank, plan] of sample) {
    const lot = lotOf(drawn, rank)
    if (lot > highest) [best, highest] = [plan, lot]
  }
  return best
}

/** What is known of a number nobody has: where it would have been issued, and its draw. */
interface Nobody { readonly place: string; readonly draw: Draw; readonly today: string; readonly pools: Pools }

function decoyQuestion([kind, back = 0, of = '']: QuestionShape, { place, draw, today, pools }: Nobody): Question | undefined {
  const year = Number(today.slice(0, 4)) - back
  switch (kind) {
    case 'wage': {
      const month = wageMonth(newestQuarter(today) - back, draw, of)
      return { id: `wage:${month}`, kind, input: 'amount', month }
    }
    case 'loan-installment':
      return { id: `loan-installment:${of}`, kind, input: 'amount', loan: of, asOf: today.slice(0, 7) }
    case 'first-affiliation':
    case 'entry':
    case 'pension-since':
      return { id: kind, kind, input: 'month' }
    case 'employer-name':
    case 'previous-employer':
      return { id: kind, kind, input: 'name' }
    case 'pension-amount':
      return { id: kind, kind, input: 'amount' }
    case 'contributions':
      return { id: kind, kind, input: 'number' }
    case 'bank':
      return choice({ id: kind, kind, input: 'choice' }, pools.banksIn(place), foldName, draw)
    case 'province-in-year':
      return choice({ id: `${kind}:${year}`, kind, input: 'choice', year }, pools.provinces, foldName, draw, [provinceNames[place] ?? ''])
    case 'employer-in-year':
      return choice({ id: `${kind}:${year}`, kind, input: 'choice', year }, pools.employers(of, year), employerKey, draw)
  }
}

/** As if one label, drawn by its weight, were true. Undefined when the pool has since become too small. */
function choice<Q extends { readonly id: string }>(question: Q, pool: readonly PoolEntry[], keyOf: KeyOf, draw: Draw, never: readonly string[] = []) {
  const truth = drawLabel(draw, `${question.id}:truth`, { pool, keyOf, never })
  if (truth === undefined) return undefined
  return { ...question, options: optionsFor(draw, question.id, { pool, truth, alsoTrue: never, keyOf }) }
}

/**
 * A sample of plans that does not depend on the order in which people come: those with the least numbers. Mergeable: put all together and
 * take the least again.
 */
export class ShapeSample {
  readonly #most: number
  readonly #byPlace = new Map<string, { readonly rank: number; readonly plan: PlanShape }[]>()

  constructor(most = 400) {
    this.#most = most
  }

  /** `rank` is a keyed hash of the person, so that nobody can choose to be in the sample. */
  add(place: string, draw: Draw, plan: PlanShape): void {
    this.put(place, wholeOf(draw('sample'), 0), plan)
  }

  put(place: string, rank: number, plan: PlanShape): void {
    for (const group of [place, 'all']) {
      const kept = this.#byPlace.get(group) ?? []
      this.#byPlace.set(group, kept)
      if (kept.length >= 2 * this.#most) {
        kept.sort((a, b) => a.rank - b.rank)
        kept.length = this.#most
      }
      kept.push({ rank, plan })
    }
  }

  entries(): readonly (readonly [place: string, rank: number, plan: PlanShape])[] {
    return [...this.#byPlace].filter(([place]) => place !== 'all').flatMap(([place, kept]) => kept.map(({ rank, plan }) => [place, rank, plan] as const))
  }

  shapes(): Shapes {
    return Object.fromEntries([...this.#byPlace].map(([place, kept]) => [place, kept.sort((a, b) => a.rank - b.rank).slice(0, this.#most).map(({ rank, plan }) => [rank, plan] as const)]))
  }
}
