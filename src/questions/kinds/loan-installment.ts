/** The monthly instalment of a running loan: stands in the loan table. */
import { keptCents, parseAmount, sameAmount } from '../amount.ts'
import { dimesOf } from '../cell.ts'
import type { Facts, LoanFact, Month } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import type { LoanInstallmentQuestion } from '../question.ts'

export const loanInstallment: Kind<LoanInstallmentQuestion> = {
  kind: 'loan-installment',
  record: 'loans',
  input: 'amount',
  paper: 'loan-table',
  candidates,
  matches(question, facts, raw, reach) {
    const typed = parseAmount(raw)
    const kept = keptCents(running(facts, question.loan, question.asOf)?.installment)
    return typed !== undefined && kept !== undefined && sameAmount(typed, kept, reach.amount)
  },
}

/** One question for each kind of loan of which the person pays exactly one. */
function candidates(facts: Facts, { today }: Context): readonly Candidate[] {
  const asOf = today.slice(0, 7)
  const kinds = [...new Set((facts.loans ?? []).map((loan) => loan.kind))].sort()
  return kinds.flatMap((loan) => {
    const cents = keptCents(running(facts, loan, asOf)?.installment)
    if (cents === undefined || cents === 0) return []
    const id = `loan-installment:${loan}`
    return [{
      id, burden: 1.2, tells: [`loan:${loan}`], shows: [],
      cells: [{ slot: id, scale: 'dimes', at: dimesOf(cents) }], answer: `${id}=${cents}`,
      ask: (): LoanInstallmentQuestion => ({ id, kind: 'loan-installment', input: 'amount', loan, asOf }),
    }]
  })
}

/** The one loan of a kind that runs in a month. */
function running(facts: Facts, kind: string, month: Month): LoanFact | undefined {
  const now = (facts.loans ?? []).filter((loan) => loan.kind === kind && loan.granted <= month && month <= loan.to)
  return now.length === 1 ? now[0] : undefined
}
