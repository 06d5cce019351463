/**
 * PROOF-11: the breaker over failed proofings of all people. It trips above the limit and lets people in again at nine tenths of it, so that it does
 * not open and shut with every failure. src/store/proofing-failures.ts does both by the same two numbers, in one statement.
 */
import { day, minute, type Instant } from './types.ts'

/** A failure counts for 24 hours, and until the minute is over in which it ceases to. */
export const failureCounts = day
export const failureSlot = minute

/** The number at which a breaker that stands opens the way again. */
export function reopensAt(limit: number): number {
  return Math.floor((limit * 9) / 10)
}

export interface BreakerReading {
  readonly failures: number
  /** It stood already when that was counted. */
  readonly stood: boolean
}

export function breakerStands({ failures, stood }: BreakerReading, limit: number): boolean {
  return failures > limit || (stood && failures > reopensAt(limit))
}

/** What a reading should say: the failures among these that count at this moment. For tests of the statement. */
export function countedAt(failures: readonly Instant[], now: Instant): number {
  const slotOf = (at: Instant): Instant => Math.floor(at / failureSlot) * failureSlot
  return failures.filter((at) => slotOf(at) + failureSlot > now - failureCounts).length
}
