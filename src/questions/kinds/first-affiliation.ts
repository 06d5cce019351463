/** Month and year of the first affiliation: stands at the head of the labour history. */
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import { monthNumber, parseMonth } from '../month.ts'
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

function candidates(facts: Facts): readonly Candidate[] {
  const month = firstMonth(facts)
  if (month === undefined || atEighteen(facts.birthDate, month)) return []
  return [{ id, burden: 3, tells: [`start:${month}`, 'tenure'], shows: [], ask: () => ({ id, kind: 'first-affiliation', input: 'month' }) }]
}

/** The month of the eighteenth birthday and the next are guessed first by who knows the birth date. */
function atEighteen(birthDate: string, month: string): boolean {
  const months = monthNumber(month) - monthNumber(birthDate)
  return months === 216 || months === 217
}
