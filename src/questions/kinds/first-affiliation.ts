/** Month and year of the first affiliation: stands at the head of the labour history. */
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import { ageCell, monthCell, parseMonth } from '../month.ts'
import type { FirstAffiliationQuestion } from '../question.ts'
import { firstMonth } from './tenure.ts'

const id = 'first-affiliation'

export const firstAffiliation: Kind<FirstAffiliationQuestion> = {
  kind: 'first-affiliation',
  record: 'jobs',
  input: 'month',
  paper: 'labour-history',
  candidates,
  matches(_question, facts, raw) {
    const typed = parseMonth(raw)
    return typed !== undefined && typed === firstMonth(facts)
  },
}

/** Seen by the calendar and by the age: who knows the birth date guesses the eighteenth birthday first. */
function candidates(facts: Facts): readonly Candidate[] {
  const month = firstMonth(facts)
  if (month === undefined) return []
  return [{
    id, burden: 3, tells: [`start:${month}`, 'tenure'], shows: [],
    cells: [{ slot: id, scale: 'months', at: monthCell(month) }, { slot: `${id}:age`, scale: 'months', at: ageCell(facts.birthDate, month) }],
    answer: `${id}=${month}`,
    ask: () => ({ id, kind: 'first-affiliation', input: 'month' }),
  }]
}
