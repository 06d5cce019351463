/** The catalogue of kinds: a kind of question.ts that is missing here does not compile. */
import { bank } from './kinds/bank.ts'
import { contributions } from './kinds/contributions.ts'
import { employerInYear } from './kinds/employer-in-year.ts'
import { employerName } from './kinds/employer-name.ts'
import { entry } from './kinds/entry.ts'
import { firstAffiliation } from './kinds/first-affiliation.ts'
import { loanInstallment } from './kinds/loan-installment.ts'
import { pensionAmount } from './kinds/pension-amount.ts'
import { pensionSince } from './kinds/pension-since.ts'
import { previousEmployer } from './kinds/previous-employer.ts'
import { provinceInYear } from './kinds/province-in-year.ts'
import { wage } from './kinds/wage.ts'
import type { Kind } from './kind.ts'
import type { Question, QuestionKind } from './question.ts'

export type { Kind } from './kind.ts'

export const kinds: { readonly [K in QuestionKind]: Kind<Extract<Question, { kind: K }>> } = {
  wage,
  'first-affiliation': firstAffiliation,
  entry,
  'employer-name': employerName,
  'previous-employer': previousEmployer,
  'pension-amount': pensionAmount,
  'pension-since': pensionSince,
  'loan-installment': loanInstallment,
  contributions,
  'employer-in-year': employerInYear,
  'province-in-year': provinceInYear,
  bank,
}

export const allKinds: readonly Kind[] = Object.values(kinds)

/** Those whose answers are typed, and counted in the register. */
export const typedKinds: readonly Kind[] = allKinds.filter((kind) => kind.input !== 'choice')
