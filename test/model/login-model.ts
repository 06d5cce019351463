/** The reference model of tries at the key in lanes: what src/store/login-attempts.ts and src/store/devices.ts must do. Times in milliseconds. */

export interface Rules { readonly inARow: number; readonly ceiling: number; readonly waits: readonly number[]; readonly unlockedLane: number }

/** A browser that is remembered: for good, or until. */
export interface Remembered { readonly inARow: number; readonly until: number | 'for good' | 'ended' }

export interface Person {
  readonly strangers: { readonly inARow: number; readonly notBefore: number }
  readonly browsers: Readonly<Record<string, Remembered>>
  /** The run of failures over all lanes since a success. */
  readonly run: number
}

export const untouched: Person = { strangers: { inARow: 0, notBefore: 0 }, browsers: {}, run: 0 }

export type Lane = 'stranger' | 'device' | 'unlocked'

export function laneOf(person: Person, browser: string | null, now: number): Lane {
  const until = browser === null ? 'ended' : (person.browsers[browser]?.until ?? 'ended')
  if (until === 'ended' || (until !== 'for good' && until <= now)) return 'stranger'
  return until === 'for good' ? 'device' : 'unlocked'
}

/** LOGIN-1, 2, 3, 5: the person after the claim, or why not. */
export function tryKey(person: Person, browser: string | null, now: number, rules: Rules): Person | 'disabled' | 'blocked' | 'wait' {
  const { strangers, browsers, run } = person
  const lane = laneOf(person, browser, now)
  if (run >= rules.ceiling) return 'disabled'
  if (lane === 'stranger') {
    if (strangers.inARow >= rules.inARow || run >= rules.ceiling - rules.inARow) return 'blocked'
    if (now < strangers.notBefore) return 'wait'
    const inARow = strangers.inARow + 1
    return { ...person, strangers: { inARow, notBefore: now + (rules.waits[inARow] ?? 0) }, run: run + 1 }
  }
  const own = browsers[browser!]!
  if (own.inARow >= rules.inARow) return 'blocked'
  return { ...person, browsers: { ...browsers, [browser!]: { ...own, inARow: own.inARow + 1 } }, run: run + 1 }
}

/** The right key after a claim: the lane is free and the run over; other lanes keep what was counted in them. */
export function succeed(person: Person, browser: string | null, now: number): Person {
  if (laneOf(person, browser, now) === 'stranger') return { ...person, strangers: { inARow: 0, notBefore: 0 }, run: 0 }
  return { ...person, browsers: { ...person.browsers, [browser!]: { ...person.browsers[browser!]!, inARow: 0 } }, run: 0 }
}

/** LOGIN-2: remembered from now on; what was counted in its lane before stays. */
export function remember(person: Person, browser: string): Person {
  return { ...person, browsers: { ...person.browsers, [browser]: { inARow: person.browsers[browser]?.inARow ?? 0, until: 'for good' } } }
}

/** UNLOCK-1. */
export function unlock(person: Person, browser: string, now: number, rules: Rules): Person {
  const before = person.browsers[browser]?.until
  const until = before === 'for good' ? before : now + rules.unlockedLane
  return { ...person, strangers: { inARow: 0, notBefore: 0 }, browsers: { ...person.browsers, [browser]: { inARow: 0, until } } }
}

export function end(person: Person, browser: string): Person {
  const own = person.browsers[browser]
  return own ? { ...person, browsers: { ...person.browsers, [browser]: { ...own, until: 'ended' } } } : person
}
