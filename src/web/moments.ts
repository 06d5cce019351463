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
const distances = new Map<string, Duration>()

export function momentIn(timeZone: string, at: Instant): Moment {
  const iso = new Date(at + distanceFromUtc(timeZone, at)).toISOString()
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) }
}

function distanceFromUtc(timeZone: string, at: Instant): Duration {
  const began = Math.floor(at / quarter) * quarter
  const key = `${began} ${timeZone}`
  const known = distances.get(key)
  if (known !== undefined) return known
  if (distances.size >= mostKept) distances.clear()
  const distance = Date.parse(`${localDay(began, timeZone)}T${clockTime(began, timeZone)}Z`) - began
  distances.set(key, distance)
  return distance
}
