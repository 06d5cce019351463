/** The jobs of a person, read once for the kinds that ask about them. */
import type { Facts, JobFact, Month } from '../facts.ts'

/** The month of the first job the register knows. */
export function firstMonth(facts: Facts): Month | undefined {
  return (facts.jobs ?? []).reduce<Month | undefined>((first, { from }) => (first === undefined || from < first ? from : first), undefined)
}

/** The job the person has now, if it is one: with two, "your employer" is not a question. */
export function currentJob(facts: Facts): JobFact | undefined {
  const now = (facts.jobs ?? []).filter((job) => job.to === null)
  return now.length === 1 ? now[0] : undefined
}

export function jobsIn(facts: Facts, year: number): readonly JobFact[] {
  return (facts.jobs ?? []).filter(({ from, to }) => from <= `${year}-12` && (to === null || to >= `${year}-01`))
}

/**
 * Third digit of a tax number: 0–5 is a natural person (a household, a workshop), 6 the public sector, 9 a company. The name of a
 * natural person is personal and often known to neighbours: never asked, never listed.
 */
export function isNaturalPerson(ruc: string): boolean {
  return !/^\d\d[69]/.test(ruc)
}

