/** Days and months as the record writes them. Nothing here asks what today is. */
import type { Day, Month } from '../domain/types.ts'

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A real month from 1870 on; earlier or later than any living person is a slip of the pen. */
export function isMonth(text: string): boolean {
  return /^(?:18[789]\d|19\d\d|20\d\d)-(?:0[1-9]|1[0-2])$/.test(text)
}

export function isDay(text: string): boolean {
  if (text.length !== 10 || text[7] !== '-' || !isMonth(text.slice(0, 7)) || !/^\d\d$/.test(text.slice(8))) return false
  const day = Number(text.slice(8))
  return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
}

export function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (lengths[month - 1] ?? 0)
}

/** Months since year 0, for arithmetic. */
export function monthNumber(text: Month | Day): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
}

export function monthText(number: number): Month {
  return texts[number - firstKept] ?? writeMonth(number)
}

function writeMonth(number: number): Month {
  const year = Math.floor(number / 12)
  return `${year}-${String(number - year * 12 + 1).padStart(2, '0')}`
}

// Inventing people writes thirty months a person: those of 1960 to 2059 are written once.
const firstKept = 1960 * 12
const texts = Array.from({ length: 1200 }, (_, index) => writeMonth(firstKept + index))
