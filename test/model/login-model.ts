/** The reference model of tries at the key: what src/store/login-attempts.ts must do. Times in milliseconds. */

export interface Tries { readonly inARow: number; readonly sinceSuccess: number; readonly notBefore: number }
export interface Rules { readonly inARow: number; readonly ceiling: number; readonly waits: readonly number[] }

export const noTries: Tries = { inARow: 0, sinceSuccess: 0, notBefore: 0 }

/** LOGIN-1, 3, 5: the new tries, or why not. */
export function tryKey(tries: Tries, now: number, rules: Rules): Tries | 'disabled' | 'blocked' | 'wait' {
  if (tries.sinceSuccess >= rules.ceiling) return 'disabled'
  if (tries.inARow >= rules.inARow) return 'blocked'
  if (now < tries.notBefore) return 'wait'
  const inARow = tries.inARow + 1
  return { inARow, sinceSuccess: tries.sinceSuccess + 1, notBefore: now + (rules.waits[inARow] ?? 0) }
}
