/**
 * What anybody knows of a person before the first question: birth date, sex, and the province in the number (P-01). People who share some of it are
 * a cohort; an answer that is common in one of the cohorts of a person is easy to guess for this person.
 */
import type { Facts } from './facts.ts'

/** Everybody is in this one. */
export const everybody = 'all'

/** Everybody; born in the same ten years and of the same sex; from the same province; both; born in the same year. */
export function cohortsOf({ birthDate, sex, id }: Facts): readonly string[] {
  const born = `${birthDate.slice(0, 3)}0${sex ?? ''}`
  const from = placeOf(id)
  return [everybody, born, from, `${born} ${from}`, `y${birthDate.slice(0, 4)}`]
}

/** Of those, the widest: what people have in common is counted in these, where there are people enough to show it. */
export function wideOf(cohorts: readonly string[]): readonly string[] {
  return cohorts.slice(0, 3)
}

/** The province that issued the number, or 'abroad'. */
export function placeOf(id: Facts['id']): string {
  return id?.type === 'cedula' ? id.value.slice(0, 2) : 'abroad'
}
