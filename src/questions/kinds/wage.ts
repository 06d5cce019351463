/** The wage declared for a month: stands in the payslip of that month. */
import { keptCents, parseAmount, sameAmount } from '../amount.ts'
import { dimesOf } from '../cell.ts'
import type { Draw } from '../chance.ts'
import type { Facts, Month } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { monthNumber, monthOf } from '../month.ts'
import type { WageQuestion } from '../question.ts'

const quartersBack = 8

export const wage: Kind<WageQuestion> = {
  kind: 'wage',
  record: 'wages',
  input: 'amount',
  paper: 'payslip',
  candidates,
  matches(question, facts, raw, reach) {
    const typed = parseAmount(raw)
    const kept = (facts.wages ?? []).filter((one) => one.month === question.month).map((one) => keptCents(one.amount))
    return kept.length === 1 && typed !== undefined && kept[0] !== undefined && sameAmount(typed, kept[0], reach.amount)
  },
}

/**
 * One month of each of the last eight whole quarters, drawn by the seed. A quarter is whole a month after its end, when its last wages
 * have been declared: so the questions of a person change with the quarter and not with the day.
 */
function candidates(facts: Facts, context: Context): readonly Candidate[] {
  const newest = newestQuarter(context.today)
  const byMonth = amountsByMonth(facts, monthOf((newest - quartersBack + 1) * 3))
  const rank = ranksOf(context.draw)
  const found: Candidate[] = []
  for (let back = 0; back < quartersBack; back += 1) {
    const months = monthsOf(newest - back).filter((month) => (byMonth.get(monthOf(month)) ?? 0) > 0)
    if (months.length === 0) continue
    const month = monthOf(firstBy(rank, months))
    found.push(candidate(month, byMonth.get(month)!, back))
  }
  return found
}

/** The newest quarter that is asked for on a day. */
export function newestQuarter(today: string): number {
  return Math.floor((monthNumber(today) - 1) / 3) - 1
}

/** Quarters since year 0. */
export function quarterOf(month: Month): number {
  return Math.floor(monthNumber(month) / 3)
}

/** The month of a quarter that is asked for when there is a wage in those of `paid`: '012' in each of the three. */
export function wageMonth(quarter: number, draw: Draw, paid: string): Month {
  return monthOf(firstBy(ranksOf(draw), monthsOf(quarter).filter((_, n) => paid.includes(String(n)))))
}

/** In which months of a quarter there is a wage that may be asked for: '12' when the job began in its second month. */
export function monthsPaid(facts: Facts, quarter: number): string {
  const byMonth = amountsByMonth(facts, monthOf(quarter * 3))
  return monthsOf(quarter).flatMap((month, n) => ((byMonth.get(monthOf(month)) ?? 0) > 0 ? [String(n)] : [])).join('')
}

function monthsOf(quarter: number): readonly number[] {
  return [quarter * 3, quarter * 3 + 1, quarter * 3 + 2]
}

function firstBy(rank: (month: number) => number, months: readonly number[]): number {
  return months.reduce((best, one) => (rank(one) < rank(best) ? one : best))
}

/** Cents of each month; a month with two employers has no one answer and NaN here. */
function amountsByMonth(facts: Facts, oldest: Month): ReadonlyMap<Month, number> {
  const byMonth = new Map<Month, number>()
  for (const { month, amount } of facts.wages ?? []) {
    if (month >= oldest) byMonth.set(month, byMonth.has(month) ? NaN : keptCents(amount) ?? NaN)
  }
  return byMonth
}

/** Two bytes of the draw of its year rank a month. */
function ranksOf(draw: Draw): (month: number) => number {
  const years = new Map<number, string>()
  return (month) => {
    const year = Math.floor(month / 12)
    const drawn = years.get(year) ?? draw(`wage:${year}`)
    years.set(year, drawn)
    const at = 2 * (month % 12)
    return drawn.charCodeAt(at) * 256 + drawn.charCodeAt(at + 1)
  }
}

/** Any two wages of a person tell each other, so a deck has one at most. */
function candidate(month: Month, cents: number, back: number): Candidate {
  const id = `wage:${month}`
  return {
    id,
    burden: 1 + back * 0.2,
    tells: ['wage'],
    shows: [],
    cells: [{ slot: `wage:${month.slice(0, 4)}`, scale: 'dimes', at: dimesOf(cents) }],
    answer: `wage:${month.slice(0, 4)}=${cents}`,
    ask: () => ({ id, kind: 'wage', input: 'amount', month }),
  }
}
