/** The entries a stranger has with a number in hand, request by request (E-01); the pages between, which ask nothing of the number, left out. */
import type { Numbered, State } from './states.ts'

export type EntryName = 'sign-in' | 'questions' | 'unlock'

export interface Entry {
  readonly name: EntryName
  /** Requests under way at a time. One, but where the answer is nearly all hashing, which would take a night. */
  readonly atOnce: number
  readonly steps: readonly Step[]
}

export interface Step {
  readonly path: string
  /** What is posted besides the token of the form; null for a page that is fetched. */
  form(numbered: Numbered): Readonly<Record<string, string>> | null
  readonly status: number
  /** States that must look the same here, those of a group among themselves; only numbers of a group go on. */
  readonly groups: readonly (readonly State[])[]
}

const every = ['unknown', 'deceased', 'no record', 'no key yet', 'active', 'blocked', 'disabled', 'exhausted'] as const satisfies readonly State[]
const asked = ['unknown', 'deceased', 'no key yet', 'active', 'blocked', 'disabled'] as const satisfies readonly State[]
/** Limits do not depend on existence (E-04), nor does having too little history (PROOF-6): here a number shows which of three it is, and no more. */
const apart = [asked, ['exhausted', 'unknown, exhausted'], ['no record', 'unknown, no record']] as const
const typed = { amount: '612,50', month: '03/2015', number: '84', name: 'Zarigüeya', choice: 'none' } as const
const wrongAnswers = ({ first }: Numbered): Record<string, string> => ({
  intento: '1', 'nacimiento-day': '2', 'nacimiento-month': '1', 'nacimiento-year': '1931',
  ...Object.fromEntries((first?.questions ?? []).map(({ id, input }) => [id, typed[input]])),
})
const number = ({ number }: Numbered): Record<string, string> => ({ cedula: number, robot: 'no' })

export const entries: readonly Entry[] = [
  { name: 'questions', atOnce: 1, steps: [
    { path: '/clave', form: number, status: 303, groups: [every, ['unknown, exhausted'], ['unknown, no record']] },
    { path: '/clave/espera', form: () => null, status: 303, groups: [every, ['unknown, exhausted'], ['unknown, no record']] },
    { path: '/clave/preparar', form: () => null, status: 200, groups: apart },
    { path: '/clave/preparar', form: () => ({}), status: 303, groups: [asked] },
    { path: '/clave/preguntas', form: wrongAnswers, status: 303, groups: [asked] },
  ] },
  { name: 'unlock', atOnce: 1, steps: [
    { path: '/desbloquear', form: number, status: 303, groups: [every] },
    { path: '/desbloquear/espera', form: () => null, status: 303, groups: [every] },
    { path: '/desbloquear/correo', form: () => ({ codigo: '00000000' }), status: 422, groups: [every] },
  ] },
  { name: 'sign-in', atOnce: 2, steps: [
    { path: '/ingresar', form: ({ number }) => ({ cedula: number, clave: 'esta no es la clave de nadie' }), status: 422, groups: [every] },
  ] },
]
