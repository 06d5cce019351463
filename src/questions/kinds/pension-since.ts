/** Month and year of the first pension: stands in the retirement agreement. */
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import { monthNumber, parseMonth } from '../month.ts'
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

/** Not who retired around a birthday that ends in 0 or 5: that month is guessed first. */
function candidates(facts: Facts): readonly Candidate[] {
  const since = facts.pension?.since
  if (since === undefined) return []
  const months = monthNumber(since) - monthNumber(facts.birthDate)
  if (months % 60 < 2) return []
  return [{ id, burden: 2, tells: ['pension-since'], shows: [], ask: () => ({ id, kind: 'pension-since', input: 'month' }) }]
}
