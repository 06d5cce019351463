/** What a kind of question is. One file each in kinds/; the catalogue is kinds.ts. */
import type { Cell, Reach } from './cell.ts'
import type { Draw } from './chance.ts'
import type { Facts } from './facts.ts'
import type { Pools } from './pools.ts'
import type { Question } from './question.ts'
import type { RecordKind } from './strength.ts'

/** The paper on which the answer stands; its name is in the texts. */
export type Paper =
  | 'payslip'
  | 'labour-history'
  | 'entry-notice'
  | 'employment-contract'
  | 'settlement'
  | 'pension-receipt'
  | 'retirement-agreement'
  | 'loan-table'
  | 'bank-statement'

export interface Context {
  readonly draw: Draw
  /** 'YYYY-MM-DD' */
  readonly today: string
  /** The day the register was counted, where answers are compared with what was counted then; `today` unless given. */
  readonly countedOn?: string
  readonly pools: Pools
}

/** A question that could be asked, before it is decided whether it is. */
export interface Candidate {
  readonly id: string
  /** 1 is easy; a paper that is older or rarer costs more. */
  readonly burden: number
  /** What who knows the answer knows: two questions that tell the same never stand in one deck, or strength would count twice. */
  readonly tells: readonly string[]
  /** What the list of options gives away to a reader: a question that tells it is not asked in any deck of the person. */
  readonly shows: readonly string[]
  /** Every way to look at the answer; each is counted by itself, and the one that says most about the person decides. A choice has none. */
  readonly cells: readonly Cell[]
  /** The whole answer, to count who shares it together with the answer to another question (pair-counts.ts). */
  readonly answer: string
  readonly ask: () => Question
}

export interface Kind<Q extends Question = Question> {
  readonly kind: Q['kind']
  readonly record: RecordKind
  readonly input: Q['input']
  readonly paper: Paper
  candidates(facts: Facts, context: Context): readonly Candidate[]
  /** Never throws, whatever was typed; false when the facts no longer hold an answer. */
  matches(question: Q, facts: Facts, raw: string, reach: Reach): boolean
}
