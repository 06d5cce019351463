/** The reference model of proofing attempts: what src/store/proofing-attempts.ts must do, in plain functions on one value. */

export interface Counts {
  readonly day: number
  readonly usedToday: number
  readonly usedInAll: number
  readonly last: number
  readonly open: number | null
  readonly openedOn: number | null
}

export interface Limits { readonly perDay: number; readonly inAll: number }

export const fresh: Counts = { day: 0, usedToday: 0, usedInAll: 0, last: 0, open: null, openedOn: null }

/** PROOF-1, 2: the new counts, or null when nothing may be claimed. `today` never makes the stored day smaller (L-04). */
export function claim(counts: Counts, today: number, limits: Limits): Counts | null {
  const newDay = today > counts.day
  const usedToday = newDay ? 0 : counts.usedToday
  if (counts.open !== null || counts.usedInAll >= limits.inAll || usedToday >= limits.perDay) return null
  const day = newDay ? today : counts.day
  return { day, usedToday: usedToday + 1, usedInAll: counts.usedInAll + 1, last: counts.last + 1, open: counts.last + 1, openedOn: day }
}

/** Takes the open deck off the table; null when it is not this one. */
export function take(counts: Counts, attempt: number): Counts | null {
  return counts.open === attempt ? { ...counts, open: null } : null
}

/** An attempt that passed gives its claim back. */
export function refund(counts: Counts, attempt: number): Counts {
  if (counts.last !== attempt || counts.open !== null || counts.openedOn === null || counts.usedInAll === 0) return counts
  const usedToday = counts.day === counts.openedOn ? counts.usedToday - 1 : counts.usedToday
  return { ...counts, usedInAll: counts.usedInAll - 1, usedToday, openedOn: null }
}
