/**
 * What a deck must hold before it is offered (PROOF-5), and the place where the odds computed from the register will stand.
 *
 * Today: a structural rule with estimates of ours, written below, and the popular answers that are known without a register.
 * The estimates are not measured; docs/questions.md says what that means.
 */
import type { QuestionInput, QuestionKind } from './question.ts'

const recordKinds = ['wages', 'jobs', 'pension', 'loans', 'account', 'contributions'] as const
export type RecordKind = (typeof recordKinds)[number]

/** What of a question its strength depends on. */
export interface Weighed {
  readonly kind: QuestionKind
  readonly record: RecordKind
  readonly input: QuestionInput
}

export interface Strength {
  /** How many bits a deck must hold: nine tries at 2^-20 stay under 1 in 100,000 (PROOF-5). */
  readonly floor: number
  /** What one question adds to a deck that has `before` questions of its kind already. */
  readonly bits: (kind: QuestionKind, before: number) => number
}

/**
 * Bits an answer is taken to be worth against who knows the birth date, tolerance already charged. An amount may be 8 bits at most,
 * since that is all the cap on popular answers promises (1/256); dates are correlated with age, names with province; a choice of
 * six answers may be 5 % likelier than even (0.217). A second wage says little once the first is known.
 */
const estimates: Readonly<Record<QuestionKind, readonly number[]>> = {
  wage: [8, 4],
  'pension-amount': [8],
  'loan-installment': [8, 8],
  'first-affiliation': [5.5],
  entry: [6],
  'pension-since': [5],
  contributions: [5.5],
  'employer-name': [4],
  'employer-in-year': [2.2],
  'province-in-year': [2.2],
  bank: [2.2],
}

export const structural: Strength = { floor: 20, bits: (kind, before) => estimates[kind][before] ?? 0 }

export function recordBit(record: RecordKind): number {
  return 1 << recordKinds.indexOf(record)
}

/** What a deck holds. */
export interface Tally {
  readonly typed: number
  readonly choices: number
  /** One bit for each kind of record. */
  readonly records: number
  readonly bits: number
}

/** PROOF-5: at least two typed, at least one choice, from at least two kinds of record, and the floor. */
export function enough(tally: Tally, strength: Strength): boolean {
  const oneRecord = (tally.records & (tally.records - 1)) === 0
  return tally.typed >= 2 && tally.choices >= 1 && !oneRecord && tally.bits >= strength.floor
}

export function tallyOf(deck: readonly Weighed[], strength: Strength): Tally {
  const before = (at: number): number => deck.slice(0, at).filter((earlier) => earlier.kind === deck[at]!.kind).length
  const typed = deck.filter((one) => one.input !== 'choice').length
  return {
    typed,
    choices: deck.length - typed,
    records: deck.reduce((records, one) => records | recordBit(one.record), 0),
    bits: deck.reduce((bits, one, at) => bits + strength.bits(one.kind, before(at)), 0),
  }
}

/** The unified basic wage (salario básico unificado) of each year, in dollars: public, and the likeliest answer of all. */
const basicWage: Readonly<Record<number, number>> = {
  2010: 240, 2011: 264, 2012: 292, 2013: 318, 2014: 340, 2015: 354, 2016: 366, 2017: 375, 2018: 386,
  2019: 394, 2020: 400, 2021: 400, 2022: 425, 2023: 450, 2024: 460, 2025: 470, 2026: 482,
}

/**
 * Whether a wage of that year (cents) is a likely guess without any register: round, or near the basic wage or half of it. A year whose
 * basic wage is not in the table counts as popular: better not asked than guessed.
 */
export function popularAmount(cents: number, year: number): boolean {
  return roundAmount(cents) || nearBasic(cents, year, [50, 100])
}

/** Pensions have floors at tenths of the basic wage. */
export function popularPension(cents: number, year: number): boolean {
  return roundAmount(cents) || nearBasic(cents, year, [50, 60, 70, 80, 90, 100])
}

/** Within a dollar of a multiple of 50 dollars. */
export function roundAmount(cents: number): boolean {
  const over = cents % 5000
  return Math.min(over, 5000 - over) < 100
}

/** Within two dollars, so that no tolerance reaches it. */
function nearBasic(cents: number, year: number, percents: readonly number[]): boolean {
  const basic = basicWage[year]
  return basic === undefined || percents.some((percent) => Math.abs(cents - basic * percent) < 200)
}
