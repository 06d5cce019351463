/** What the watch looks for in what all processes noted (P-14, L-15). It counts keyed hashes only; nothing here knows whose. */
import type { AlarmCode } from './alarms.ts'
import type { Identifier } from './person.ts'
import type { Policy } from './policy.ts'
import { hour, type Duration } from './types.ts'

/** How far back crowds are counted; hashes of tries are kept a little longer and no more. */
export const watchWindow: Duration = 1 * hour

export type CrowdKind = 'number' | 'employer'

/** A try as it waits to be counted: the crowd it stands in and who it is, as keyed hashes. */
export interface WatchedTry {
  readonly kind: CrowdKind
  readonly crowd: Buffer
  readonly member: Buffer
}

const blockSize = 100

/**
 * The blocks of neighbours a number stands in: a cédula counts up in its first nine digits, the tenth checks them. Two grids, half a block
 * apart, so that no run lies across a border of both.
 */
export function blocksOf({ type, value }: Identifier): readonly [string, string] {
  const digits = value.replace(/\D/g, '')
  const serial = Number(type === 'cedula' ? digits.slice(0, 9) : digits)
  const letters = value.replace(/\d/g, '')
  return [`${type} ${letters} ${Math.floor(serial / blockSize)}`, `${type} ${letters} ${Math.floor((serial + blockSize / 2) / blockSize)} half`]
}

export interface Crowds {
  /** Of crowds as large as the policy's limit or larger: the different members in the largest. 0: there is none. */
  readonly largest: number
  /** Members of all such crowds together. */
  readonly together: number
}

export interface LoginRate {
  /** Failures of the busier of this minute and the one before. */
  readonly lately: number
  /** Failures of the week before, without minutes in which the alarm stood, and over how many minutes. */
  readonly before: number
  readonly minutes: number
}

/** L-15. A young installation has no usual rate yet: it is taken over an hour at least. */
export function isSpray({ lately, before, minutes }: LoginRate, { loginTimes, loginFloor }: Policy['watch']): boolean {
  const usual = before / Math.max(minutes, 60)
  return lately >= loginFloor && lately >= loginTimes * usual
}

/** What is to be raised now, with its count. The grids overlap: a number is in two blocks, and counted once. */
export function raisedBy(numbers: Crowds, employers: Crowds, rate: LoginRate, policy: Policy['watch']): readonly { readonly code: AlarmCode; readonly count: number }[] {
  return [
    ...(numbers.largest > 0 ? [{ code: 'neighbouring-numbers', count: Math.max(numbers.largest, Math.ceil(numbers.together / 2)) } as const] : []),
    ...(employers.largest > 0 ? [{ code: 'one-employer', count: employers.largest } as const] : []),
    ...(isSpray(rate, policy) ? [{ code: 'login-spray', count: rate.lately } as const] : []),
  ]
}
