/** The birth date as typed into three boxes: is it a date at all? Looks at nothing else, so it costs no attempt (PROOF-1). */
import type { Day } from '../../../domain/types.ts'

export type BirthDateProblem = 'empty' | 'incomplete' | 'short-year' | 'no-such-day' | 'not-past' | 'too-old'

export interface TypedDate { readonly day: string; readonly month: string; readonly year: string }

export type ReadBirthDate = { readonly ok: true; readonly day: Day } | { readonly ok: false; readonly problem: BirthDateProblem }

const firstYear = 1890

/** `today` in the policy's time zone. */
export function readBirthDate(typed: TypedDate, today: Day): ReadBirthDate {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  const refused = (problem: BirthDateProblem): ReadBirthDate => ({ ok: false, problem })
  if (day + month + year === '') return refused('empty')
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d+$/.test(year)) return refused('incomplete')
  if (year.length !== 4) return refused('short-year')
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isRealDay(date)) return refused('no-such-day')
  if (date >= today) return refused('not-past')
  return Number(year) < firstYear ? refused('too-old') : { ok: true, day: date }
}

function isRealDay(date: Day): boolean {
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}
