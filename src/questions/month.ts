/** Months: arithmetic on 'YYYY-MM', and reading them as people type them. Held by test/questions/month.test.ts. */
import { editDistance } from './name.ts'
import type { Month } from './facts.ts'

const names = [
  ['enero', 'ene', 'january', 'jan'],
  ['febrero', 'feb', 'february'],
  ['marzo', 'mar', 'march'],
  ['abril', 'abr', 'april', 'apr'],
  ['mayo', 'may'],
  ['junio', 'jun', 'june'],
  ['julio', 'jul', 'july'],
  ['agosto', 'ago', 'august', 'aug'],
  ['septiembre', 'setiembre', 'sep', 'sept', 'set', 'september'],
  ['octubre', 'oct', 'october'],
  ['noviembre', 'nov', 'november'],
  ['diciembre', 'dic', 'december', 'dec'],
]

const numberOf = new Map(names.flatMap((list, index) => list.map((name) => [name, index + 1] as const)))

/**
 * 'YYYY-MM', or undefined: 2015-03 · 03/2015 · 3-2015 · 03 2015 · 032015 · marzo de 2015 · marzo, 2015 · mes de marzo, año 2015 · mar. 2015 · marso
 * 2015 · 2015 marzo; a full date gives its month (15/03/2015, 2015-03-15). PROOF-8: the order of year and month does not matter.
 */
export function parseMonth(raw: string): Month | undefined {
  if (raw.length > 40) return undefined
  const parts = raw.trim().toLowerCase().split(/(?:[\s.,/-]|(?<!\p{L})(?:de|del|mes|año)(?!\p{L}))+/u).filter((part) => part !== '')
  if (parts.length === 1) return compact(parts[0]!)
  if (parts.length === 3) return monthOfDate(parts)
  if (parts.length !== 2) return undefined
  const [a, b] = parts as [string, string]
  return isYear(a) ? join(a, b) : join(b, a)
}

function compact(text: string): Month | undefined {
  if (!/^\d{6}$/.test(text)) return undefined
  return join(text.slice(2), text.slice(0, 2)) ?? join(text.slice(0, 4), text.slice(4))
}

function monthOfDate(parts: readonly string[]): Month | undefined {
  const [a, b, c] = parts as [string, string, string]
  const day = isYear(a) ? c : a
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31) return undefined
  return isYear(a) ? join(a, b) : join(c, b)
}

function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text)
}

function join(year: string, month: string): Month | undefined {
  const number = /^\d{1,2}$/.test(month) ? Number(month) : (numberOf.get(month) ?? nearlyNamed(month))
  if (!isYear(year) || number === undefined || number < 1 || number > 12) return undefined
  return `${year}-${String(number).padStart(2, '0')}`
}

/** A name of five letters and more with one slip is still the name of one month only. */
function nearlyNamed(word: string): number | undefined {
  if (word.length < 4 || word.length > 12) return undefined
  const meant = new Set([...numberOf].filter(([name]) => name.length >= 5 && editDistance(word, name, 1) <= 1).map(([, number]) => number))
  return meant.size === 1 ? [...meant][0] : undefined
}

/** Months since year 0, for differences. */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** Months since 1900, a cell of scale 'months' (cell.ts); what lies before or too far ahead goes to the ends. */
export function monthCell(month: Month): number {
  return Math.min(2_399, Math.max(0, monthNumber(month) - 22_800))
}

/** Age in months at which somebody born on `birthDate` was in `month`, as a cell. */
export function ageCell(birthDate: string, month: Month): number {
  return Math.min(2_399, Math.max(0, monthNumber(month) - monthNumber(birthDate)))
}

export function monthOf(number: number): Month {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
