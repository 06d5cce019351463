/** Month and year of entry with the current employer: stands in the entry notice and in the contract. */
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import { ageCell, monthCell, parseMonth } from '../month.ts'
import type { EntryQuestion } from '../question.ts'
import { currentJob, firstMonth } from './tenure.ts'

const id = 'entry'

export const entry: Kind<EntryQuestion> = {
  kind: 'entry',
  record: 'jobs',
  input: 'month',
  paper: 'entry-notice',
  candidates,
  matches(_question, facts, raw) {
    const typed = parseMonth(raw)
    return typed !== undefined && typed === currentJob(facts)?.from
  },
}

function candidates(facts: Facts): readonly Candidate[] {
  const job = currentJob(facts)
  if (job === undefined) return []
  const tells = [`start:${job.from}`, ...(job.from === firstMonth(facts) ? ['tenure'] : [])]
  return [{
    id, burden: 1.5, tells, shows: [],
    cells: [{ slot: id, scale: 'months', at: monthCell(job.from) }, { slot: `${id}:age`, scale: 'months', at: ageCell(facts.birthDate, job.from) }],
    answer: `${id}=${job.from}`,
    ask: () => ({ id, kind: 'entry', input: 'month' }),
  }]
}
