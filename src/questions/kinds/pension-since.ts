/** Month and year of the first pension: stands in the retirement agreement. */
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import { ageCell, monthCell, parseMonth } from '../month.ts'
import type { PensionSinceQuestion } from '../question.ts'

const id = 'pension-since'

export const pensionSince: Kind<PensionSinceQuestion> = {
  kind: 'pension-since',
  record: 'pension',
  input: 'month',
  paper: 'retirement-agreement',
  candidates,
  matches(_question, facts, raw) {
    const typed = parseMonth(raw)
    return typed !== undefined && typed === facts.pension?.since
  },
}

/** Seen by the calendar and by the age: who retired around a birthday that ends in 0 or 5 is guessed first. */
function candidates(facts: Facts): readonly Candidate[] {
  const since = facts.pension?.since
  if (since === undefined) return []
  return [{
    id, burden: 2, tells: ['pension-since'], shows: [],
    cells: [{ slot: id, scale: 'months', at: monthCell(since) }, { slot: `${id}:age`, scale: 'months', at: ageCell(facts.birthDate, since) }],
    answer: `${id}=${since}`,
    ask: () => ({ id, kind: 'pension-since', input: 'month' }),
  }]
}
