/**
 * Journey 1, "Generar o recuperar clave", as one table: step, what must be true, what it makes true, what doing it again
 * undoes. Up to the proof there is one way; the proof decides whether it goes on as a first key or as a recovery. The guard
 * (src/web/step-routes.ts), the navigation and the diagram of docs/journeys.md read it; nothing else decides where a person may be (P-15).
 */
import type { Identifier } from './person.ts'
import type { Instant } from './types.ts'

/** Everything a journey knows; kept encrypted and gone after the journey's time. A milestone is a fact that is there. */
export interface JourneyFacts {
  readonly identifier: Identifier
  readonly language: 'es' | 'en'
  /** The way without scripts: the ticket and when it is ripe. */
  readonly ticket?: { readonly id: number; readonly ripeAt: Instant }
  /** PROOF-9: when the mail that opens a closed process was asked for; nobody is told whether there was one. */
  readonly reopenAsked?: Instant
  /** PROOF-11: that mail was asked for while the breaker stood. */
  readonly contactFirst?: true
  /** PROOF-11: a code to a contact verified earlier leads this journey to the questions although the breaker stands. */
  readonly letThrough?: Instant
  /** The robot check was passed. */
  readonly checked?: true
  /** Birth date and deck were right; when, and which of the two this journey is from here on. */
  readonly proven?: { readonly at: Instant; readonly attempt: number; readonly mode: Mode }
  /** BANK-3: personal questions and figure were right, or a code to the second contact took their place. */
  readonly vouched?: { readonly at: Instant; readonly by: 'questions' | 'contact' }
  /** Recovery: which of the verified addresses on file gets the mail; the first unless the person said that it is lost. */
  readonly mailTo?: OnFile
  readonly contacts?: { readonly email: string; readonly secondEmail?: string; readonly phone: { readonly value: string; readonly kind: 'mobile' | 'landline' } }
  readonly answers?: readonly { readonly question: string; readonly hash: string }[]
  readonly figure?: string
  readonly figureHash?: string
  /** Null: the one on file, which no page shows (E-05). */
  readonly confirmed?: { readonly email: string | null; readonly at: Instant }
  readonly terms?: { readonly version: string; readonly digest: string; readonly at: Instant }
  readonly done?: {
    readonly receipt: string; readonly at: Instant; readonly notices: number; readonly texts?: number; readonly probationUntil: Instant; readonly sessionsEnded?: number
  }
}

/** Who has no key makes the first; who has one makes another in its place. */
export type Mode = 'first-key' | 'recovery'
export const modes: readonly Mode[] = ['first-key', 'recovery']

/** The verified addresses of a person, in the order in which they are asked. */
export type OnFile = 'first' | 'second'

export type Milestone = Exclude<keyof JourneyFacts, 'identifier' | 'language' | 'ticket' | 'mailTo' | 'reopenAsked' | 'contactFirst' | 'letThrough'>

export type StepName =
  | 'identify' | 'wait' | 'prepare' | 'reopen' | 'questions' | 'contacts' | 'personal-questions' | 'figure' | 'figure-again'
  | 'own-questions' | 'second-contact' | 'mail' | 'lost-mailbox' | 'terms' | 'password' | 'receipt'

type Needs = Readonly<Partial<Record<Mode, readonly Milestone[]>>>

export interface Step {
  readonly name: StepName
  readonly path: string
  /** The main step it belongs to, for "Paso 2 de 6". */
  readonly stage: 1 | 2 | 3 | 4 | 5 | 6
  /** What must be true before the page is shown; a mode that is not there does not have the step. */
  readonly needs: Needs
  /** What it makes true; the person is sent to the first step whose milestone is missing. */
  readonly gives: Milestone | null
  /** What is no longer true when the step is done again (Back). */
  readonly undoes: readonly Milestone[]
  /** Once this is true the page is over and leads onward. */
  readonly closedBy: Milestone | null
}

const step = (
  name: StepName, path: string, stage: Step['stage'], needs: Needs, gives: Milestone | null,
  undoes: readonly Milestone[] = [], closedBy: Milestone | null = 'done',
): Step => ({ name, path, stage, needs, gives, undoes, closedBy })

const always = (...needs: readonly Milestone[]): Needs => ({ 'first-key': needs, recovery: needs })
const firstKey = (...needs: readonly Milestone[]): Needs => ({ 'first-key': ['checked', 'proven', ...needs] })
const recovery = (...needs: readonly Milestone[]): Needs => ({ recovery: ['checked', 'proven', ...needs] })
const bank = ['contacts', 'answers', 'figure', 'figureHash'] as const
/** BANK-3: in both modes nothing beyond the mail page opens without a mail that was confirmed. */
const either = (...needs: readonly Milestone[]): Needs => ({ ...firstKey(...bank, ...needs), ...recovery('vouched', ...needs) })

export const journey: readonly Step[] = [
  step('identify', '/clave', 1, always(), 'checked', [], null),
  step('wait', '/clave/espera', 1, always(), null, [], 'checked'),
  step('prepare', '/clave/preparar', 2, always('checked'), null, [], 'proven'),
  step('reopen', '/clave/reabrir', 2, always('checked'), null, [], 'proven'),
  step('questions', '/clave/preguntas', 2, always('checked'), 'proven', [], 'proven'),
  step('contacts', '/clave/contactos', 3, firstKey(), 'contacts', ['confirmed', 'terms']),
  step('personal-questions', '/clave/preguntas-personales', 3, firstKey('contacts'), 'answers'),
  step('figure', '/clave/figura', 3, firstKey('contacts', 'answers'), 'figure', ['figureHash']),
  step('figure-again', '/clave/figura-otra-vez', 3, firstKey('contacts', 'answers', 'figure'), 'figureHash'),
  step('own-questions', '/clave/mis-preguntas', 3, recovery(), 'vouched', [], 'vouched'),
  step('second-contact', '/clave/segundo-contacto', 3, recovery(), 'vouched', [], 'vouched'),
  step('mail', '/clave/correo', 4, either(), 'confirmed', [], 'confirmed'),
  step('lost-mailbox', '/clave/sin-correo', 4, recovery('vouched'), null, [], 'confirmed'),
  step('terms', '/clave/condiciones', 5, either('confirmed'), 'terms'),
  step('password', '/clave/nueva-clave', 5, either('confirmed', 'terms'), 'done'),
  step('receipt', '/clave/listo', 6, always('done'), null, [], null),
]

export function stepNamed(name: StepName): Step {
  const found = journey.find((each) => each.name === name)
  if (!found) throw new Error(`no step ${name}`)
  return found
}

const holds = (facts: JourneyFacts, milestone: Milestone): boolean => facts[milestone] !== undefined

/** Before the proof both modes are alike, and nobody is told which one it will be. */
export function modeOf(facts: JourneyFacts): Mode {
  return facts.proven?.mode ?? 'first-key'
}

/** Where the person is: the first step that is not done yet. */
export function currentStep(facts: JourneyFacts): Step {
  if (holds(facts, 'done')) return stepNamed('receipt')
  if (!holds(facts, 'checked')) return stepNamed(facts.ticket ? 'wait' : 'identify')
  if (!holds(facts, 'proven')) return stepNamed('prepare')
  const open = ({ needs, gives }: Step): boolean => needs[modeOf(facts)] !== undefined && gives !== null && gives !== 'proven' && !holds(facts, gives)
  return journey.find(open) ?? stepNamed('receipt')
}

/** May this page be shown now? If not, where to (P-15). */
export function guardStep(name: StepName, facts: JourneyFacts): { readonly go: 'here' } | { readonly go: 'to'; readonly step: Step } {
  const wanted = stepNamed(name)
  const closed = wanted.closedBy !== null && holds(facts, wanted.closedBy)
  const needs = wanted.needs[modeOf(facts)]
  if (!closed && needs?.every((milestone) => holds(facts, milestone))) return { go: 'here' }
  return { go: 'to', step: currentStep(facts) }
}

/** The facts after a step was done: what it gave is set, what it undoes is gone. */
export function completeStep(name: StepName, facts: JourneyFacts, given: Partial<JourneyFacts>): JourneyFacts {
  const next: Record<string, unknown> = { ...facts, ...given }
  for (const milestone of stepNamed(name).undoes) delete next[milestone]
  return next as unknown as JourneyFacts
}
