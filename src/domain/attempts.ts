/**
 * What the counters mean. The counters themselves move only by the guarded statements of src/store (claim before you
 * compare); test/model holds those statements to the reference model, over every interleaving of three callers.
 */
import type { Policy } from './policy.ts'
import type { Instant } from './types.ts'

export interface ProofingCounts {
  /** Of the current local day; an attempt that passed gave its claim back. */
  readonly usedToday: number
  /** Since the last success. */
  readonly usedInAll: number
  readonly deckOpen: boolean
}

/** PROOF-2. `open`: a deck is on the table, showing it again claims nothing (PROOF-1). */
export type ProofingStanding =
  | { readonly is: 'open' }
  | { readonly is: 'free'; readonly leftToday: number; readonly leftInAll: number }
  | { readonly is: 'closed-today' }
  | { readonly is: 'closed' }

export function proofingStanding(counts: ProofingCounts, { perDay, inAll }: Policy['proofing']): ProofingStanding {
  if (counts.deckOpen) return { is: 'open' }
  const leftInAll = inAll - counts.usedInAll
  const leftToday = Math.min(perDay - counts.usedToday, leftInAll)
  if (leftInAll <= 0) return { is: 'closed' }
  if (leftToday <= 0) return { is: 'closed-today' }
  return { is: 'free', leftToday, leftInAll }
}

/**
 * LOGIN-2. `stranger`: any browser; `device`: one in which the person signed in before; `unlocked`: one that unlocked the key a
 * moment ago (UNLOCK-1). A browser's own lane has its own five and no waits.
 */
export type Lane = 'stranger' | 'device' | 'unlocked'

export interface LoginCounts {
  /** Of this lane, since it was last unlocked or signed in to. */
  readonly inARow: number
  /** The run of failures over all lanes of the person. */
  readonly sinceSuccess: number
  readonly notBefore: Instant
}

/**
 * LOGIN-5: the last five of the ceiling are kept for browsers with a lane of their own, so that no flood of strangers disables a key,
 * however often its owner unlocks it (docs/decisions/030-two-lanes.md).
 */
export function ceilingOf(lane: Lane, { inARow, ceiling }: Policy['login']): number {
  return lane === 'stranger' ? Math.max(inARow, ceiling - inARow) : ceiling
}

/** LOGIN-1, 3, 5. What a stranger sees does not tell `blocked` and `disabled` from a wrong key. */
export type LoginStanding =
  | { readonly is: 'free' }
  | { readonly is: 'wait'; readonly until: Instant }
  | { readonly is: 'blocked' }
  | { readonly is: 'disabled' }

export function loginStanding(counts: LoginCounts, lane: Lane, policy: Policy['login'], now: Instant): LoginStanding {
  if (counts.sinceSuccess >= policy.ceiling) return { is: 'disabled' }
  if (counts.inARow >= policy.inARow || counts.sinceSuccess >= ceilingOf(lane, policy)) return { is: 'blocked' }
  if (lane === 'stranger' && now < counts.notBefore) return { is: 'wait', until: counts.notBefore }
  return { is: 'free' }
}
