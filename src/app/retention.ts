/**
 * Deleting by time (D-04): every rule in turn, batch by batch. A command does it at once; a server does it when it is its turn, one step at a
 * time, so that it can stop between any two. Whoever dies in the middle leaves the rest to the next one: there is nothing to undo.
 */
import type { Policy } from '../domain/policy.ts'
import { periodOf, retentionNames, type RetentionName } from '../domain/retention.ts'
import { hour, minute } from '../domain/types.ts'
import type { Retention, RetentionCounts } from './retention-ports.ts'

const every = 1 * hour
/** Longer than any batch takes. */
const lease = 5 * minute
const batch = 1_000

const nothing = (): Record<RetentionName, number> => Object.fromEntries(retentionNames.map((name) => [name, 0])) as Record<RetentionName, number>

/** All that is due now. */
export async function sweepAll(retention: Retention, policy: Policy, rows = batch): Promise<RetentionCounts> {
  const counts = nothing()
  for (const name of retentionNames) {
    for (let gone = 1; gone > 0;) {
      gone = await retention.sweep(name, periodOf(name, policy), rows)
      counts[name] += gone
    }
  }
  return counts
}

/** What would go. */
export async function countAll(retention: Retention, policy: Policy): Promise<RetentionCounts> {
  const counts = nothing()
  for (const name of retentionNames) counts[name] = await retention.count(name, periodOf(name, policy))
  return counts
}

/** One step of a server's turn; false when it is not its turn, or the turn is over, which `onDone` hears. */
export function makeRetentionTurn(retention: Retention, policy: Policy, onDone: (counts: RetentionCounts) => void = () => undefined, rows = batch): () => Promise<boolean> {
  let turn: { at: number; counts: Record<RetentionName, number> } | null = null
  return async () => {
    if (turn === null) {
      if (!(await retention.claimTurn(lease, every))) return false
      turn = { at: 0, counts: nothing() }
    }
    const name = retentionNames[turn.at]
    if (name === undefined) {
      const { counts } = turn
      turn = null
      await retention.finishTurn(every, counts)
      onDone(counts)
      return false
    }
    const gone = await retention.sweep(name, periodOf(name, policy), rows)
    turn.counts[name] += gone
    if (gone === 0) turn.at += 1
    else await retention.extendTurn(lease)
    return true
  }
}
