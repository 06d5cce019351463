/** The activity of a key as lines to read: when, what, and the receipt number under which the audit log has it (AUDIT-1). */
import type { ActivityLine } from '../app/session-ports.ts'
import { momentIn } from './moments.ts'
import type { Language } from './language.ts'
import { activityWords } from './texts/activity-words.ts'
import { dayText } from './texts/calendar-words.ts'

export interface ReadableLine { readonly when: string; readonly what: string; readonly receipt: string }

export function readableLine({ at, type, facts, hash }: ActivityLine, language: Language, timeZone: string): ReadableLine {
  const { day, time } = momentIn(timeZone, at)
  const say = activityWords[language][type] as (facts: ActivityLine['facts']) => string
  return { when: `${dayText(day, language)}, ${time}`, what: say(facts), receipt: receiptNumber(hash) }
}

/** The first 16 hexadecimal digits of the event's hash in groups of four, as the receipt of the journey has them: '3F2A 91C0 77DE 0B14'. Where it does not fit on a line it breaks in the middle. */
export function receiptNumber(hash: string): string {
  return `${hash.slice(0, 4)}\u00a0${hash.slice(4, 8)} ${hash.slice(8, 12)}\u00a0${hash.slice(12, 16)}`.toUpperCase()
}
