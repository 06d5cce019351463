/**
 * Journey 1, "Generar o recuperar clave", as one table: step, what must be true, what it makes true, what doing it again
 * undoes. The guard (src/web/guard.ts), the navigation and the diagram of docs/journeys.md read it; nothing else decides
 * where a person may be (P-15).
 */
import type { Identifier } from './person.ts'
import type { Instant } from './types.ts'

/** Everything a journey knows; kept encrypted and gone after the journey's time. A milestone is a fact that is there. */
export interface JourneyFacts {
  readonly identifier: Identifier
  readonly language: 'es' | 'en'
  /** The way without scripts: the ticket and when it is ripe. */
  readonly ticket?: { readonly id: number; readonly ripeAt: Instant }
  /** The robot check was passed. */
  readonly checked?: true
  /** Birth date and deck were right; when. */
  readonly proven?: { readonly at: Instant; readonly attempt: number }
  readonly contacts?: { readonly email: string; readonly secondEmail?: string; readonly phone: { readonly value: string; readonly kind: 'mobile' | 'landline' } }
  readonly answers?: readonly { readonly question: string; readonly hash: string }[]
  readonly figure?: string
  readonly figureHash?: string
  readonly confirmed?: { readonly email: string; readonly at: Instant }
  readonly terms?: { readonly version: string; readonly digest: string; readonly at: Instant }
  readonly done?: { readonly receipt: string; readonly at: Instant; readonly notices: number; readonly probationUntil: Instant }
}

export type Milestone = Exclude<keyof JourneyFacts, 'identifier' | 'language' | 'ticket'>

export type StepName =
  | 'identify' | 'wait' | 'prepare' | 'questions' | 'contacts' | 'personal-questions' | 'figure' | 'figure-again' | 'mail' | 'terms'
  | 'password' | 'receipt'

export interface Step {
  readonly name: StepName
  readonly path: string
  /** The main step it belongs to, for "Paso 2 de 6". */
  readonly stage: 1 | 2 | 3 | 4 | 5 | 6
  /** What must be true before the page is shown. */
  readonly needs: readonly Milestone[]
  /** What it makes true; the person is sent to the first step whose milestone is missing. */
  readonly gives: Milestone | null
  /** What is no longer true when the step is done again (Back). */
  readonly undoes: readonly Milestone[]
  /** Once this is true the page is over and leads onward. */
  readonly closedBy: Milestone | null
}

const step = (
  name: StepName, path: string, stage: Step['stage'], needs: readonly Milestone[], gives: Milestone | null,
  undoes: readonly Milestone[] = [], closedBy: Milestone | null = 'done',
): Step => ({ name, path, stage, needs, gives, undoes, closedBy })

export const journey: readonly Step[] = [
  step('identify', '/clave', 1, [], 'checked', [], null),
  step('wait', '/clave/espera', 1, [], null, [], 'checked'),
  step('prepare', '/clave/preparar', 2, ['checked'], null, [], 'proven'),
  step('questions', '/clave/preguntas', 2, ['checked'], 'proven', [], 'proven'),
  step('contacts', '/clave/contactos', 3, ['checked', 'proven'], 'contacts', ['confirmed', 'terms']),
  step('personal-questions', '/clave/preguntas-personales', 3, ['checked', 'proven', 'contacts'], 'answers'),
  step('figure', '/clave/figura', 3, ['checked', 'proven', 'contacts', 'answers'], 'figure', ['figureHash']),
  step('figure-again', '/clave/figura-otra-vez', 3, ['checked', 'proven', 'contacts', 'answers', 'figure'], 'figureHash'),
  step('mail', '/clave/correo', 4, ['checked', 'proven', 'contacts', 'answers', 'figure', 'figureHash'], 'confirmed', [], 'confirmed'),
  step('terms', '/clave/condiciones', 5, ['checked', 'proven', 'contacts', 'answers', 'figure', 'figureHash', 'confirmed'], 'terms'),
  step('password', '/clave/nueva-clave', 5, ['checked', 'proven', 'contacts', 'answers', 'figure', 'figureHash', 'confirmed', 'terms'], 'done'),
  step('receipt', '/clave/listo', 6, ['done'], null, [], null),
]

export function stepNamed(name: StepName): Step {
  const found = journey.find((each) => each.name === name)
  if (!found) throw new Error(`no step ${name}`)
  return found
}

const holds = (facts: JourneyFacts, milestone: Milestone): boolean => facts[milestone] !== undefined

/** Where the person is: the first step that is not done yet. */
export function currentStep(facts: JourneyFacts): Step {
  if (holds(facts, 'done')) return stepNamed('receipt')
  if (!holds(facts, 'checked')) return stepNamed(facts.ticket ? 'wait' : 'identify')
  if (!holds(facts, 'proven')) return stepNamed('prepare')
  return journey.find((each) => each.gives !== null && each.gives !== 'proven' && !holds(facts, each.gives)) ?? stepNamed('receipt')
}

/** May this page be shown now? If not, where to (P-15). */
export function guardStep(name: StepName, facts: JourneyFacts): { readonly go: 'here' } | { readonly go: 'to'; readonly step: Step } {
  const wanted = stepNamed(name)
  const closed = wanted.closedBy !== null && holds(facts, wanted.closedBy)
  if (!closed && wanted.needs.every((milestone) => holds(facts, milestone))) return { go: 'here' }
  return { go: 'to', step: currentStep(facts) }
}

/** The facts after a step was done: what it gave is set, what it undoes is gone. */
export function completeStep(name: StepName, facts: JourneyFacts, given: Partial<JourneyFacts>): JourneyFacts {
  const next: Record<string, unknown> = { ...facts, ...given }
  for (const milestone of stepNamed(name).undoes) delete next[milestone]
  return next as unknown as JourneyFacts
}
