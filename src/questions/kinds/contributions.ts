/** How many contributions were paid: stands at the foot of the labour history. The paper may be some months old. */
import type { Facts } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { ageCell } from '../month.ts'
import type { ContributionsQuestion } from '../question.ts'
import { parseWhole } from '../whole.ts'
import { firstMonth } from './tenure.ts'

const id = 'contributions'

export const contributions: Kind<ContributionsQuestion> = {
  kind: 'contributions',
  record: 'contributions',
  input: 'number',
  paper: 'labour-history',
  candidates,
  matches(_question, facts, raw, reach) {
    const typed = parseWhole(raw)
    const kept = facts.contributions
    return typed !== undefined && kept !== undefined && kept - reach.count <= typed && typed <= kept + 1
  },
}

/**
 * Who never missed a month has as many as months since the first: the two tell each other. Seen by the number, and by the months of age without a
 * contribution: who knows the birth date guesses those.
 */
function candidates(facts: Facts, { today, countedOn = today }: Context): readonly Candidate[] {
  const paid = facts.contributions
  if (paid === undefined || paid === 0) return []
  const without = Math.max(0, ageCell(facts.birthDate, countedOn) - paid)
  return [{
    id, burden: 3.5, tells: [`start:${firstMonth(facts) ?? 'unknown'}`, 'tenure'], shows: [],
    cells: [{ slot: id, scale: 'count', at: Math.min(1_200, paid) }, { slot: `${id}:age`, scale: 'count', at: Math.min(1_200, without) }],
    answer: `${id}=${paid}`,
    ask: () => ({ id, kind: 'contributions', input: 'number' }),
  }]
}
