/** The right answer to a question, found without the engine and written as the paper has it. */
import { none, type Facts, type Question } from './engine.ts'
import { provinceNames } from '../src/questions/provinces.ts'

export function truthOf(question: Question, facts: Facts): string {
  const jobs = facts.jobs ?? []
  switch (question.kind) {
    case 'wage':
      return facts.wages?.find((one) => one.month === question.month)?.amount ?? ''
    case 'first-affiliation':
      return jobs.map((job) => job.from).sort()[0] ?? ''
    case 'entry':
      return jobs.find((job) => job.to === null)?.from ?? ''
    case 'employer-name':
      return jobs.find((job) => job.to === null)?.employer ?? ''
    case 'previous-employer':
      return jobs.filter((job) => job.to !== null).sort((a, b) => (a.to! < b.to! ? 1 : -1))[0]?.employer ?? ''
    case 'pension-amount':
      return facts.pension?.amount ?? ''
    case 'pension-since':
      return facts.pension?.since ?? ''
    case 'loan-installment':
      return facts.loans?.find((loan) => loan.kind === question.loan && loan.granted <= question.asOf && loan.to >= question.asOf)?.installment ?? ''
    case 'contributions':
      return String(facts.contributions ?? '')
    case 'employer-in-year':
    case 'province-in-year':
    case 'bank': {
      const labels = trueLabels(question, facts)
      return question.options.find((option) => labels.includes(option.label))?.code ?? none
    }
  }
}

function trueLabels(question: Question, facts: Facts): readonly string[] {
  if (question.kind === 'bank') return facts.account ? [facts.account.bank] : []
  if (question.kind !== 'employer-in-year' && question.kind !== 'province-in-year') return []
  const year = String(question.year)
  const jobs = (facts.jobs ?? []).filter((job) => job.from.slice(0, 4) <= year && (job.to ?? '9999').slice(0, 4) >= year)
  return question.kind === 'employer-in-year' ? jobs.map((job) => job.employer) : jobs.map((job) => provinceNames[job.province] ?? job.province)
}
