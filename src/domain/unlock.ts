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

export type UnlockStepName = 'begin' | 'wait' | 'mail' | 'done'
type Milestone = 'ticket' | 'asked' | 'done'

export interface UnlockStep {
  readonly name: UnlockStepName
  readonly path: string
  /** What must be true; the person is at the last step for which it is. */
  readonly needs: readonly Milestone[]
  readonly gives: Milestone | null
}

/** The journey as one table; src/web/journeys/unlock/frame.ts guards its pages by it, and docs/journeys.md draws it. */
export const unlockJourney: readonly UnlockStep[] = [
  { name: 'begin', path: '/desbloquear', needs: [], gives: 'asked' },
  { name: 'wait', path: '/desbloquear/espera', needs: ['ticket'], gives: 'asked' },
  { name: 'mail', path: '/desbloquear/correo', needs: ['asked'], gives: 'done' },
  { name: 'done', path: '/desbloquear/listo', needs: ['done'], gives: null },
]

export function unlockStepNamed(name: UnlockStepName): UnlockStep {
  return unlockJourney.find((step) => step.name === name)!
}

/** Where such a journey stands. */
export function unlockStep(facts: Partial<Record<Milestone, unknown>>): UnlockStep {
  return unlockJourney.findLast(({ needs }) => needs.every((milestone) => facts[milestone] !== undefined))!
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
