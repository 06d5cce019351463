/**
 * Changing a contact, signed in (M-11), as one table of pages. Each page guards itself by what it needs, because what it needs may end at any
 * moment; test/web/my-key/contact-steps.test.ts holds pages and table together, and docs/journeys.md draws it.
 */
export type ContactStepName = 'contacts' | 'key-again' | 'email' | 'second-email' | 'phone' | 'codes'

/** A session; the key typed lately; a change that waits for its codes. */
export type ContactNeed = 'session' | 'fresh-key' | 'pending'

export interface ContactStep {
  readonly name: ContactStepName
  readonly path: string
  readonly needs: readonly ContactNeed[]
  /** Where who lacks the last of its needs is led. */
  readonly otherwise: ContactStepName | 'sign-in'
  /** Where its link or form leads. */
  readonly next: readonly ContactStepName[]
}

const base = '/mi-clave/contactos'
const change = { needs: ['session', 'fresh-key'], otherwise: 'key-again', next: ['codes'] } as const

export const contactSteps: readonly ContactStep[] = [
  { name: 'contacts', path: base, needs: ['session'], otherwise: 'sign-in', next: ['email', 'second-email', 'phone'] },
  { name: 'key-again', path: '/mi-clave/confirmar', needs: ['session'], otherwise: 'sign-in', next: ['contacts'] },
  { name: 'email', path: `${base}/correo`, ...change },
  { name: 'second-email', path: `${base}/segundo-correo`, ...change },
  { name: 'phone', path: `${base}/telefono`, ...change },
  { name: 'codes', path: `${base}/codigos`, needs: ['session', 'pending'], otherwise: 'contacts', next: ['contacts'] },
]

export function contactStepPath(name: ContactStepName): string {
  return contactSteps.find((step) => step.name === name)!.path
}
