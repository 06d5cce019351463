/** The monthly pension: stands in the pension receipt. */
import { keptCents, parseAmount, sameAmount } from '../amount.ts'
import { dimesOf } from '../cell.ts'
import type { Facts } from '../facts.ts'
import type { Candidate, Kind } from '../kind.ts'
import type { PensionAmountQuestion } from '../question.ts'

const id = 'pension-amount'

export const pensionAmount: Kind<PensionAmountQuestion> = {
  kind: 'pension-amount',
  record: 'pension',
  input: 'amount',
  paper: 'pension-receipt',
  candidates,
  matches(_question, facts, raw, reach) {
    const typed = parseAmount(raw)
    const kept = keptCents(facts.pension?.amount)
    return typed !== undefined && kept !== undefined && sameAmount(typed, kept, reach.amount)
  },
}

function candidates(facts: Facts): readonly Candidate[] {
  const cents = keptCents(facts.pension?.amount)
  if (cents === undefined || cents === 0) return []
  return [{
    id, burden: 1, tells: ['pension-amount'], shows: [],
    cells: [{ slot: id, scale: 'dimes', at: dimesOf(cents) }], answer: `${id}=${cents}`,
    ask: () => ({ id, kind: 'pension-amount', input: 'amount' }),
  }]
}
