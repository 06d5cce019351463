/**
 * Questions and decks as they are shown and kept. Plain JSON: a deck is stored as shown, so that a reload shows the same one and
 * a change of the register does not re-roll it (PROOF-1, PROOF-4). It never holds a right answer.
 */
import type { Reach } from './cell.ts'
import type { Month } from './facts.ts'

/** 32 bytes, secret, the same for a person for ever: a keyed hash of the person key. All "chance" here is a function of it. */
export type Seed = Uint8Array

export interface Option {
  /** What the form sends: 'a', 'b', … */
  readonly code: string
  /** A proper name, the same in every language. */
  readonly label: string
}

/** "Ninguna de las anteriores": every choice question takes this answer beside its options (PROOF-4). */
export const none = 'none'

interface Asked {
  /** Stable for the person and the fact asked for, e.g. 'wage:2026-03'; also the name of the form field. */
  readonly id: string
}

interface Choice extends Asked {
  readonly input: 'choice'
  /** Without "none", which every form adds last. */
  readonly options: readonly Option[]
}

export interface WageQuestion extends Asked {
  readonly kind: 'wage'
  readonly input: 'amount'
  readonly month: Month
}

export interface FirstAffiliationQuestion extends Asked {
  readonly kind: 'first-affiliation'
  readonly input: 'month'
}

export interface EntryQuestion extends Asked {
  readonly kind: 'entry'
  readonly input: 'month'
}

export interface EmployerNameQuestion extends Asked {
  readonly kind: 'employer-name'
  readonly input: 'name'
}

export interface PreviousEmployerQuestion extends Asked {
  readonly kind: 'previous-employer'
  readonly input: 'name'
}

export interface PensionAmountQuestion extends Asked {
  readonly kind: 'pension-amount'
  readonly input: 'amount'
}

export interface PensionSinceQuestion extends Asked {
  readonly kind: 'pension-since'
  readonly input: 'month'
}

export interface LoanInstallmentQuestion extends Asked {
  readonly kind: 'loan-installment'
  readonly input: 'amount'
  /** 'quirografario', 'hipotecario', … as the register says. */
  readonly loan: string
  /** The loan that ran in this month. */
  readonly asOf: Month
}

export interface ContributionsQuestion extends Asked {
  readonly kind: 'contributions'
  readonly input: 'number'
}

export interface EmployerInYearQuestion extends Choice {
  readonly kind: 'employer-in-year'
  readonly year: number
}

export interface ProvinceInYearQuestion extends Choice {
  readonly kind: 'province-in-year'
  readonly year: number
}

export interface BankQuestion extends Choice {
  readonly kind: 'bank'
}

export type Question =
  | WageQuestion
  | FirstAffiliationQuestion
  | EntryQuestion
  | EmployerNameQuestion
  | PreviousEmployerQuestion
  | PensionAmountQuestion
  | PensionSinceQuestion
  | LoanInstallmentQuestion
  | ContributionsQuestion
  | EmployerInYearQuestion
  | ProvinceInYearQuestion
  | BankQuestion

export type QuestionKind = Question['kind']
export type QuestionInput = Question['input']

export interface Deck {
  readonly questions: readonly Question[]
  /** The tolerance it was weighed with, once it is kept: a policy that allows more since does not make it easier. */
  readonly reach?: Reach
}

/** What the person typed or chose, by question id. A missing answer is a wrong one. */
export type Answers = Readonly<Record<string, string | undefined>>
