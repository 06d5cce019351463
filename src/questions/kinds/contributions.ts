/** How many contributions were paid: stands at the foot of the labour history. The paper may be some months old. */
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
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

/** Who never missed a month has as many as months since the first: the two tell each other. */
function candidates(facts: Facts): readonly Candidate[] {
  if (facts.contributions === undefined || facts.contributions === 0) return []
  const tells = [`start:${firstMonth(facts) ?? 'unknown'}`, 'tenure']
  return [{
    id, burden: 3.5, tells, shows: [],
    cells: [{ slot: id, scale: 'count', at: Math.min(1_200, facts.contributions) }], answer: `${id}=${facts.contributions}`,
    ask: () => ({ id, kind: 'contributions', input: 'number' }),
  }]
}
