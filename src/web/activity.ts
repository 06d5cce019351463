/** The activity of a key as lines to read: when, what, and the receipt number under which the audit log has it (AUDIT-1). */
import type { ActivityLine } from '../app/session-ports.ts'
import { second } from '../domain/types.ts'
import { html, type Html } from './html.ts'
import { momentIn } from './moments.ts'
import type { Language } from './language.ts'
import { activityWords } from './texts/activity-words.ts'
import { dayText } from './texts/calendar-words.ts'

/**
 * A notice by text message is an event of its own, written just before the one it tells of; between every two lines it would hide what was
 * done. Here it stands with that one. Newest first; a line of another command, or of a page before this one, stays by itself.
 */
export function withTheirTexts<Line extends ActivityLine>(lines: readonly Line[]): readonly { readonly line: Line; readonly text: Line | null }[] {
  const belongs = (at: number): boolean => {
    const [line, before] = [lines[at], lines[at - 1]]
    return line?.type === 'notice.texted' && before !== undefined && before.type !== 'notice.texted' && before.seq === line.seq + 1 && before.at - line.at < second
  }
  return lines.flatMap((line, at) => (belongs(at) ? [] : [{ line, text: belongs(at + 1) ? lines[at + 1]! : null }]))
}

/** The sentence about the text, behind what it tells of. */
export function textSentence(text: ActivityLine | null, language: Language, timeZone: string): Html | null {
  if (text === null) return null
  const { what, receipt } = readableLine(text, language, timeZone)
  return html`<br><span class="govuk-hint">${what} (${receipt})</span>`
}

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
