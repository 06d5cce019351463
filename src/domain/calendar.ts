/** Calendar days and clock times in the policy's time zone; never the machine's: docs/rules.md counts local days. */
import type { Day, Instant } from './types.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  })
  formats.set(timeZone, made)
  return made
}

function parts(at: Instant, timeZone: string): Record<string, string> {
  return Object.fromEntries(format(timeZone).formatToParts(at).map((part) => [part.type, part.value]))
}

/** The local calendar day of an instant: '2026-11-22'. */
export function localDay(at: Instant, timeZone: string): Day {
  const { year, month, day } = parts(at, timeZone)
  return `${year}-${month}-${day}`
}

/** The local clock time of an instant: '14:05' (LINK-1 shows it). */
export function clockTime(at: Instant, timeZone: string): string {
  const { hour, minute } = parts(at, timeZone)
  return `${hour}:${minute}`
}
