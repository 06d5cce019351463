/** Name of the current employer, typed: stands on every payslip. */
import type { Facts } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { distinctLetters, sameName } from '../name.ts'
import type { EmployerNameQuestion } from '../question.ts'
import type { JobFact } from '../facts.ts'
import { currentJob, isNaturalPerson, isPublicSector } from './tenure.ts'

const id = 'employer-name'

/** What strength.ts takes the answer to be worth: an employer with a larger share of its province is not asked. */
const largestShare = 1 / 16

export const employerName: Kind<EmployerNameQuestion> = {
  kind: 'employer-name',
  record: 'jobs',
  input: 'name',
  paper: 'payslip',
  candidates,
  matches(_question, facts, raw) {
    const job = currentJob(facts)
    return job !== undefined && sameName(raw, job.employer)
  },
}

function candidates(facts: Facts, context: Context): readonly Candidate[] {
  const job = currentJob(facts)
  if (job === undefined || isNaturalPerson(job.ruc) || distinctLetters(job.employer) < 4 || wellKnown(job, context)) return []
  const tells = [`employer:${job.ruc}`, `province:${job.province}`]
  return [{ id, burden: 1.2, tells, shows: [], ask: () => ({ id, kind: 'employer-name', input: 'name' }) }]
}

/** By the statistics where they know the employer; a public body they do not know is taken to be well known. */
function wellKnown(job: JobFact, context: Context): boolean {
  const pool = context.pools.employers(job.province, Number(context.today.slice(0, 4)) - 1)
  const own = pool.find((entry) => entry.label === job.employer)
  if (own === undefined) return isPublicSector(job.ruc)
  return own.weight > largestShare * pool.reduce((sum, entry) => sum + entry.weight, 0)
}
