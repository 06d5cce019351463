/** The employer in a year, chosen among employers of the same province and year: stands in the labour history. */
import { wholeOf } from '../chance.ts'
import type { Facts, JobFact } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { alike, employerKey } from '../name.ts'
import { chosen, hides, optionsFor, rightCode, type Secret } from '../options.ts'
import type { EmployerInYearQuestion } from '../question.ts'
import { currentJob, isNaturalPerson, jobsIn } from './tenure.ts'

const yearsBack = 5

export const employerInYear: Kind<EmployerInYearQuestion> = {
  kind: 'employer-in-year',
  record: 'jobs',
  input: 'choice',
  paper: 'labour-history',
  candidates,
  matches(question, facts, raw) {
    const truths = jobsIn(facts, question.year).map((job) => job.employer)
    return truths.length > 0 && raw === rightCode(question.options, truths, employerKey)
  },
}

/**
 * One year for a person, for ever: with two years and one employer the options of both would meet in the right one. A year of another
 * employer than today's is preferred, because the list gives away too much for the name of today's to be asked as well.
 */
function candidates(facts: Facts, context: Context): readonly Candidate[] {
  const current = currentJob(facts)?.ruc
  const thisYear = Number(context.today.slice(0, 4))
  const possible = Array.from({ length: yearsBack }, (_, n) => thisYear - 1 - n).flatMap((year) => {
    const job = jobsIn(facts, year).find((one) => listedJob(one, year, facts, context))
    return job === undefined ? [] : [{ year, job }]
  })
  const past = possible.filter(({ job }) => job.ruc !== current)
  const rank = (year: number): number => wholeOf(context.draw(`employer-in-year:${year}`), 4)
  const ranked = (past.length > 0 ? past : possible).map((one) => ({ ...one, rank: rank(one.year) })).sort((a, b) => a.rank - b.rank)
  return ranked.slice(0, 1).map(({ year, job }) => candidate(year, job, facts, context))
}

function secretOf(job: JobFact, year: number, facts: Facts, { pools }: Context): Secret {
  const current = currentJob(facts)
  const currentKey = current === undefined ? '' : employerKey(current.employer)
  const alsoTrue = [...new Set((facts.jobs ?? []).map((one) => one.employer))].filter((name) => name !== job.employer)
  const avoid = (key: string): boolean => alike(key, currentKey)
  return { pool: pools.employers(job.province, year), truth: job.employer, alsoTrue, keyOf: employerKey, avoid }
}

function listedJob(job: JobFact, year: number, facts: Facts, context: Context): boolean {
  return !isNaturalPerson(job.ruc) && hides(secretOf(job, year, facts, context))
}

function candidate(year: number, job: JobFact, facts: Facts, context: Context): Candidate {
  const id = `employer-in-year:${year}`
  const current = currentJob(facts)
  const named = current !== undefined && alike(employerKey(job.employer), employerKey(current.employer)) ? [`employer:${current.ruc}`] : []
  const tells = [...jobsIn(facts, year).flatMap((one) => [`employer:${one.ruc}`, `province:${one.province}/now`, `province:${one.province}/before`]), ...named]
  const ask = (): EmployerInYearQuestion => {
    const options = optionsFor(context.draw, id, secretOf(job, year, facts, context))
    return { id, kind: 'employer-in-year', input: 'choice', year, options }
  }
  return { id, burden: 1 + 0.2 * (Number(context.today.slice(0, 4)) - year), tells, shows: tells, ...chosen, ask }
}
