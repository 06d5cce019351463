/** Name of the current employer, typed: stands on every payslip. */
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import { distinctLetters, employerKey, passingWords, sameName } from '../name.ts'
import type { EmployerNameQuestion } from '../question.ts'
import { currentJob, isNaturalPerson } from './tenure.ts'

const id = 'employer-name'

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

function candidates(facts: Facts): readonly Candidate[] {
  const job = currentJob(facts)
  if (job === undefined || isNaturalPerson(job.ruc) || distinctLetters(job.employer) < 4) return []
  return [{
    id, burden: 1.2, tells: [`employer:${job.ruc}`, `province:${job.province}/now`], shows: [],
    cells: passingWords(job.employer).map((word) => ({ slot: id, scale: 'words', at: word })),
    answer: `${id}=${employerKey(job.employer)}`,
    ask: () => ({ id, kind: 'employer-name', input: 'name' }),
  }]
}
