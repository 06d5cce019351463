/** The wage declared for a month: stands in the payslip of that month. */
import { parseAmount, sameAmount } from '../amount.ts'
import { wholeOf } from '../chance.ts'
import type { Facts, Month } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { monthNumber, monthOf } from '../month.ts'
import type { WageQuestion } from '../question.ts'
import { popularAmount } from '../strength.ts'

const quartersBack = 8

export const wage: Kind<WageQuestion> = {
  kind: 'wage',
  record: 'wages',
  input: 'amount',
  paper: 'payslip',
  candidates,
  matches(question, facts, raw) {
    const typed = parseAmount(raw)
    const kept = (facts.wages ?? []).filter((one) => one.month === question.month).map((one) => parseAmount(one.amount))
    return kept.length === 1 && typed !== undefined && kept[0] !== undefined && sameAmount(typed, kept[0])
  },
}

/**
 * One month of each of the last eight whole quarters, drawn by the seed. A quarter is whole a month after its end, when its last wages
 * have been declared: so the questions of a person change with the quarter and not with the day.
 */
function candidates(facts: Facts, context: Context): readonly Candidate[] {
  const byMonth = amountsByMonth(facts)
  const newest = Math.floor((monthNumber(context.today) - 1) / 3) - 1
  const found: Candidate[] = []
  for (let back = 0; back < quartersBack; back += 1) {
    const quarter = newest - back
    const months = [0, 1, 2].map((n) => monthOf(quarter * 3 + n)).filter((month) => askable(byMonth, month))
    const month = pick(context, quarter, months)
    if (month !== undefined) found.push(candidate(month, parseAmount(byMonth.get(month) ?? '') ?? 0, back))
  }
  return found
}

/** The amount of each month; a month with two employers has no one answer and none here. */
function amountsByMonth(facts: Facts): Map<Month, string> {
  const byMonth = new Map<Month, string>()
  for (const { month, amount } of facts.wages ?? []) byMonth.set(month, byMonth.has(month) ? '' : amount)
  return byMonth
}

function askable(byMonth: ReadonlyMap<Month, string>, month: Month): boolean {
  const cents = parseAmount(byMonth.get(month) ?? '')
  return cents !== undefined && cents > 0 && !popularAmount(cents, month.slice(0, 4))
}

function pick(context: Context, quarter: number, months: readonly Month[]): Month | undefined {
  if (months.length < 2) return months[0]
  const drawn = context.draw(`wage:quarter:${quarter}`)
  const rank = (month: Month): number => wholeOf(drawn, 4 * (monthNumber(month) % 3))
  return months.reduce((best, month) => (rank(month) < rank(best) ? month : best))
}

/** Two wages of one year, or of the same dollars, tell each other. */
function candidate(month: Month, cents: number, back: number): Candidate {
  const id = `wage:${month}`
  const dollars = Math.floor(cents / 100)
  return {
    id,
    burden: 1 + back * 0.2,
    tells: [`wage-year:${month.slice(0, 4)}`, `wage:${dollars}`],
    shows: [],
    ask: () => ({ id, kind: 'wage', input: 'amount', month }),
  }
}
