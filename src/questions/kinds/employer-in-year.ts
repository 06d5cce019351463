/** The employer in a year, chosen among employers of the same province and year: stands in the labour history. */
import { wholeOf } from '../chance.ts'
import type { Facts, JobFact } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { hides, optionsFor, rightCode } from '../options.ts'
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
    return truths.length > 0 && raw === rightCode(question.options, truths)
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

function others(facts: Facts, job: JobFact): readonly string[] {
  return [...new Set((facts.jobs ?? []).map((one) => one.employer))].filter((name) => name !== job.employer)
}

function listedJob(job: JobFact, year: number, facts: Facts, { pools }: Context): boolean {
  return !isNaturalPerson(job.ruc) && hides(pools.employers(job.province, year), job.employer, others(facts, job))
}

function candidate(year: number, job: JobFact, facts: Facts, { draw, pools, today }: Context): Candidate {
  const id = `employer-in-year:${year}`
  const tells = jobsIn(facts, year).flatMap((one) => [`employer:${one.ruc}`, `province:${one.province}`])
  const ask = (): EmployerInYearQuestion => {
    const options = optionsFor(draw, id, pools.employers(job.province, year), job.employer, others(facts, job))
    return { id, kind: 'employer-in-year', input: 'choice', year, options }
  }
  return { id, burden: 1 + 0.2 * (Number(today.slice(0, 4)) - year), tells, shows: tells, ask }
}
