/** What the attacker has gathered of one person: what is public of somebody, and the answers to all questions of the decks. Plain JSON. */
import type { RegisterRecord } from '../../src/domain/person.ts'
import { today, type Deck, type Question } from '../engine.ts'
import { truthOf } from '../truth.ts'

/** Known of everybody: names tell nothing here, the rest does. */
export interface PublicFacts {
  /** Months since the year 0. */
  readonly birth: number
  readonly sex: string
  /** The two digits that open a cédula; empty for a foreigner's code. */
  readonly province: string
}

export interface Asked {
  readonly question: Question
  /** As the paper has it; the code of a choice. */
  readonly truth: string
}

export interface Observation {
  readonly who: PublicFacts
  readonly asked: readonly Asked[]
  /** Ids of the questions of each deck. */
  readonly decks: readonly (readonly string[])[]
}

export function publicFacts(record: RegisterRecord): PublicFacts {
  return { birth: monthsOf(record.birthDate), sex: record.sex ?? '', province: record.id.type === 'cedula' ? record.id.value.slice(0, 2) : '' }
}

export function observe(record: RegisterRecord, decks: readonly Deck[]): Observation {
  const questions = new Map(decks.flatMap((deck) => deck.questions.map((question) => [question.id, question] as const)))
  const asked = [...questions.values()].map((question) => ({ question, truth: truthOf(question, record) }))
  return { who: publicFacts(record), asked, decks: decks.map((deck) => deck.questions.map(({ id }) => id)) }
}

/** '2015-03' or '2015-03-15' as months since the year 0, and back. */
export function monthsOf(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
}

export function monthText(months: number): string {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

export const thisMonth = monthsOf(today)

/** Answers of one class have one distribution: wages of one year, loans of one kind. */
export function classOf(question: Question): string {
  if (question.kind === 'wage') return `wage ${question.month.slice(0, 4)}`
  return question.kind === 'loan-installment' ? `loan ${question.loan}` : question.kind
}

/** Cents, months or a count; NaN for names and choices. */
export function numberOf(question: Question, truth: string): number {
  if (question.input === 'amount') return Math.round(Number(truth) * 100)
  if (question.input === 'month') return monthsOf(truth)
  return question.input === 'number' ? Number(truth) : NaN
}

export function textOf(question: Question, value: number): string {
  if (question.input === 'amount') return (value / 100).toFixed(2)
  return question.input === 'month' ? monthText(value) : String(value)
}
