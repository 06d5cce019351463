/** What deleting by time needs of the store; src/store/retention.ts implements it. */
import type { RetentionName } from '../domain/retention.ts'
import type { Duration } from '../domain/types.ts'

export interface Retention {
  /** About `batch` rows, in one short transaction; answers how many went, 0 when there are none that nobody holds. */
  sweep(name: RetentionName, period: Duration, batch: number): Promise<number>
  /** How many would go; changes nothing. */
  count(name: RetentionName, period: Duration): Promise<number>
  /** The turn of one server among many, for `lease`; false when it is not due, or another has it. */
  claimTurn(lease: Duration, every: Duration): Promise<boolean>
  extendTurn(lease: Duration): Promise<void>
  /** The next one is due after `every`; what was done is kept for operators. */
  finishTurn(every: Duration, counts: RetentionCounts): Promise<void>
}

/** How many rows of each rule went. */
export type RetentionCounts = Readonly<Record<RetentionName, number>>
