/** Days and months as people write them. */
import type { Day, Month } from '../../domain/types.ts'
import type { Language } from '../language.ts'

const months: Readonly<Record<Language, readonly string[]>> = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** 'marzo de 2019' */
export function monthText(month: Month, language: Language): string {
  const name = months[language][Number(month.slice(5, 7)) - 1] ?? month
  return language === 'es' ? `${name} de ${month.slice(0, 4)}` : `${name} ${month.slice(0, 4)}`
}

/** '14 de marzo de 1985' */
export function dayText(day: Day, language: Language): string {
  const number = Number(day.slice(8))
  return language === 'es' ? `${number} de ${monthText(day, 'es')}` : `${number} ${monthText(day, 'en')}`
}
