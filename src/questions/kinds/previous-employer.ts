/** Name of the employer before the current one, typed: stands in the labour history and on the settlement of that job. */
import type { Facts, JobFact } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import { alike, distinctLetters, employerKey, passingWords, sameName } from '../name.ts'
import type { PreviousEmployerQuestion } from '../question.ts'
import { currentJob, isNaturalPerson } from './tenure.ts'

const id = 'previous-employer'

export const previousEmployer: Kind<PreviousEmployerQuestion> = {
  kind: 'previous-employer',
  record: 'jobs',
  input: 'name',
  paper: 'settlement',
  candidates,
  matches(_question, facts, raw) {
    const job = previousJob(facts)
    return job !== undefined && sameName(raw, job.employer)
  },
}

function candidates(facts: Facts): readonly Candidate[] {
  const job = previousJob(facts)
  if (job === undefined || isNaturalPerson(job.ruc) || distinctLetters(job.employer) < 4) return []
  const current = currentJob(facts)
  if (current !== undefined && alike(employerKey(job.employer), employerKey(current.employer))) return []
  return [{
    id, burden: 1.8, tells: [`employer:${job.ruc}`, `province:${job.province}/before`], shows: [],
    cells: passingWords(job.employer).map((word) => ({ slot: id, scale: 'words', at: word })),
    answer: `${id}=${employerKey(job.employer)}`,
    ask: () => ({ id, kind: 'previous-employer', input: 'name' }),
  }]
}

/** The job that ended last, if it is one, and ended before the current one. */
function previousJob(facts: Facts): JobFact | undefined {
  const ended = (facts.jobs ?? []).filter((job) => job.to !== null).sort((a, b) => (a.to! < b.to! ? 1 : -1))
  const [last, next] = ended
  return last === undefined || next?.to === last.to ? undefined : last
}
