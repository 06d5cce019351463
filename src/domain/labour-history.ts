/**
 * A labour history by year and employer, from what the register says (journey 7). Months are counted once however many employers they
 * had; a gap is a month without any between the first and the last one. Money is whole cents. Held by test/domain/labour-history.test.ts.
 */
import type { Amount, RegisterRecord } from './person.ts'
import type { Day, Month } from './types.ts'

export interface HistoryLine {
  readonly ruc: string
  /** As the newest job there names it; the number when the register has wages of it and no job. */
  readonly employer: string
  readonly months: number
  /** The register does not have the wage of every month. */
  readonly monthsWithWage: number
  readonly cents: number
}

export interface Gap { readonly from: Month; readonly to: Month; readonly months: number }

export interface HistoryYear {
  readonly year: number
  /** With any employer. */
  readonly months: number
  readonly cents: number
  /** By the first month of the year, then by name. */
  readonly lines: readonly HistoryLine[]
  /** The parts of gaps that lie in this year. */
  readonly gaps: readonly Gap[]
}

export interface LabourHistory {
  /** Newest first, without holes: a year in which nothing was is there with no lines. */
  readonly years: readonly HistoryYear[]
  readonly first: Month | null
  readonly last: Month | null
  readonly months: number
  readonly employers: number
  readonly monthsWithWage: number
  readonly cents: number
  /** What the register counts itself; null when it does not say. */
  readonly contributions: number | null
}

/** Month as a number that counts on over years: 2026-01 is 24312. */
type MonthNumber = number

interface Post { readonly ruc: string; readonly employer: string; readonly months: Set<MonthNumber>; readonly wages: Map<MonthNumber, number> }

export function labourHistory(record: Pick<RegisterRecord, 'jobs' | 'wages' | 'contributions'>, today: Day): LabourHistory {
  const posts = postsOf(record, numberOf(today.slice(0, 7)))
  const worked = new Set(posts.flatMap(({ months }) => [...months]))
  const sorted = [...worked].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  const years = first === undefined || last === undefined ? [] : yearsBetween(first, last).map((year) => historyYear(year, posts, worked, first, last))
  return {
    years,
    first: first === undefined ? null : monthOf(first),
    last: last === undefined ? null : monthOf(last),
    months: worked.size,
    employers: posts.length,
    monthsWithWage: new Set(posts.flatMap(({ wages }) => [...wages.keys()])).size,
    cents: sum(posts.flatMap(({ wages }) => [...wages.values()])),
    contributions: record.contributions ?? null,
  }
}

/** '612.50' is 61250. */
export function centsOf(amount: Amount): number {
  return Number(amount.replace('.', ''))
}

/** One for each employer; what would lie behind `now` has not been yet. */
function postsOf({ jobs = [], wages = [] }: Pick<RegisterRecord, 'jobs' | 'wages'>, now: MonthNumber): readonly Post[] {
  const posts = new Map<string, Post>()
  const names = new Map([...jobs].sort((a, b) => (a.from < b.from ? -1 : 1)).map(({ ruc, employer }) => [ruc, employer]))
  const post = (ruc: string): Post => {
    const known = posts.get(ruc) ?? { ruc, employer: names.get(ruc) ?? ruc, months: new Set(), wages: new Map() }
    posts.set(ruc, known)
    return known
  }
  for (const { ruc, from, to } of jobs) {
    const end = to === null ? now : Math.min(numberOf(to), now)
    for (let month = numberOf(from); month <= end; month++) post(ruc).months.add(month)
  }
  for (const { ruc, month, amount } of wages) {
    const number = numberOf(month)
    if (number > now) continue
    const { months, wages: paid } = post(ruc)
    months.add(number)
    paid.set(number, (paid.get(number) ?? 0) + centsOf(amount))
  }
  return [...posts.values()]
}

function historyYear(year: number, posts: readonly Post[], worked: ReadonlySet<MonthNumber>, first: MonthNumber, last: MonthNumber): HistoryYear {
  const inYear = (month: MonthNumber): boolean => Math.floor(month / 12) === year
  const lines = posts.filter(({ months }) => [...months].some(inYear)).map((post) => ({ starts: Math.min(...[...post.months].filter(inYear)), line: lineOf(post, inYear) }))
  lines.sort((a, b) => a.starts - b.starts || (a.line.employer < b.line.employer ? -1 : 1))
  const empty = Array.from({ length: 12 }, (_, index) => year * 12 + index).filter((month) => month >= first && month <= last && !worked.has(month))
  return {
    year,
    months: [...worked].filter(inYear).length,
    cents: sum(lines.map(({ line }) => line.cents)),
    lines: lines.map(({ line }) => line),
    gaps: runsOf(empty),
  }
}

function lineOf({ ruc, employer, months, wages }: Post, inYear: (month: MonthNumber) => boolean): HistoryLine {
  const paid = [...wages].filter(([month]) => inYear(month))
  return { ruc, employer, months: [...months].filter(inYear).length, monthsWithWage: paid.length, cents: sum(paid.map(([, cents]) => cents)) }
}

/** Months in order, as stretches without holes. */
function runsOf(months: readonly MonthNumber[]): readonly Gap[] {
  const starts = months.filter((month, index) => months[index - 1] !== month - 1)
  return starts.map((from, index) => {
    const to = months[months.indexOf(starts[index + 1] ?? Infinity) - 1] ?? months.at(-1) ?? from
    return { from: monthOf(from), to: monthOf(to), months: to - from + 1 }
  })
}

function yearsBetween(first: MonthNumber, last: MonthNumber): readonly number[] {
  const [from, to] = [Math.floor(first / 12), Math.floor(last / 12)]
  return Array.from({ length: to - from + 1 }, (_, index) => to - index)
}

function numberOf(month: Month): MonthNumber {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthOf(number: MonthNumber): Month {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
