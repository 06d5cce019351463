/** Moments as a mail says them: in the policy's time zone, with the zone named, because people read their mail abroad too. */
import type { Language } from '../app/ports.ts'
import { clockTime } from '../domain/calendar.ts'
import type { Instant } from '../domain/types.ts'

export interface MomentWords {
  /** '14:20', the minute that has begun: never later than the moment itself (LINK-1). */
  time(at: Instant): string
  /** '22 de noviembre de 2026' */
  day(at: Instant): string
  /** 'hora de Ecuador' */
  readonly zone: string
}

const locales: Readonly<Record<Language, string>> = { es: 'es-EC', en: 'en-GB' }

const known = new Map<string, MomentWords>()

export function momentWords(language: Language, timeZone: string): MomentWords {
  const words = known.get(`${language} ${timeZone}`) ?? makeWords(language, timeZone)
  known.set(`${language} ${timeZone}`, words)
  return words
}

/** Making the formats costs half a millisecond, as much as the rest of a letter. */
function makeWords(language: Language, timeZone: string): MomentWords {
  const locale = locales[language]
  const days = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
  const zones = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' })
  return {
    time: (at) => clockTime(at, timeZone),
    day: (at) => days.format(at),
    zone: zones.formatToParts(0).find((part) => part.type === 'timeZoneName')?.value ?? timeZone,
  }
}
