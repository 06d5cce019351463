/**
 * Moments as pages say them, in the policy's time zone. The signed-in home shows more than twenty of them, and asking Intl for each would
 * cost more than all the rest of the page; a zone's distance from UTC only changes at whole quarters of an hour, so it is asked once a quarter.
 * Held by test/web/moments.test.ts.
 */
import { clockTime, localDay } from '../domain/calendar.ts'
import { minute, type Day, type Duration, type Instant } from '../domain/types.ts'

export interface Moment {
  readonly day: Day
  /** '14:05', the minute that has begun. */
  readonly time: string
}

const quarter = 15 * minute
const mostKept = 10_000
const zones = new Map<string, Map<number, Duration>>()

export function momentIn(timeZone: string, at: Instant): Moment {
  const local = new Date(at + distanceFromUtc(timeZone, at))
  const day = `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`
  return { day, time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}` }
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

function distanceFromUtc(timeZone: string, at: Instant): Duration {
  const known = zones.get(timeZone) ?? new Map<number, Duration>()
  zones.set(timeZone, known)
  const number = Math.floor(at / quarter)
  const kept = known.get(number)
  if (kept !== undefined) return kept
  if (known.size >= mostKept) known.clear()
  const began = number * quarter
  const distance = Date.parse(`${localDay(began, timeZone)}T${clockTime(began, timeZone)}Z`) - began
  known.set(number, distance)
  return distance
}
