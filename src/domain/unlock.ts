/** Journey 3, "Desbloquear clave" (UNLOCK-1, UNLOCK-2): what a browser's journey knows, and when a mail may go out. */
import type { Policy } from './policy.ts'
import { hour, minute, type Duration, type Instant } from './types.ts'

/** Nothing in it depends on whether the number is known, so no page made of it can tell (UNLOCK-2). */
export interface UnlockFacts {
  readonly language: 'es' | 'en'
  /** The way without scripts: the ticket and when it is ripe. */
  readonly ticket?: { readonly id: number; readonly ripeAt: Instant }
  /** The robot check was passed and a mail asked for: how often, and when last. */
  readonly asked?: { readonly times: number; readonly at: Instant }
  /** Tries at the code since a mail was last asked for (LINK-3). */
  readonly tries: number
  readonly done?: { readonly at: Instant; readonly until: Instant }
}

/** Where such a journey stands. */
export type UnlockStep = 'wait' | 'mail' | 'done'

export function unlockStep({ asked, done }: UnlockFacts): UnlockStep {
  if (done) return 'done'
  return asked ? 'mail' : 'wait'
}

/**
 * LINK-4 against somebody who asks for mails to use them up. While a link is good, whoever asked for it, the owner can use it; so
 * beyond a spare one a further mail goes out only when none is good. Then there is a good link at every moment after somebody asked,
 * and never more mails than the hour allows. The spare one is for a mail that does not come: it never overtakes one of this minute.
 * `liveFor`: how long ago the link that is good, or under way, was made; null: there is none. Held by test/domain/unlock.test.ts.
 */
export function mayMailUnlock({ inLastHour, liveFor }: { readonly inLastHour: number; readonly liveFor: Duration | null }, policy: Policy['link']): boolean {
  const spare = policy.perPersonAndHour - Math.ceil(hour / policy.lifetime)
  return inLastHour < policy.perPersonAndHour && (liveFor === null || (inLastHour <= spare && liveFor >= minute))
}
