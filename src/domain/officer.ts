/** The officers' door (docs/decisions/092-the-officers-door.md): how long its link and its session are good. */
import { hour, minute, type Duration, type Instant } from './types.ts'

export const officerLinkLifetime: Duration = 15 * minute
export const officerIdle: Duration = 15 * minute
export const officerLongest: Duration = 8 * hour

/** What an officer may open; each opening is written down by this name. */
export type OfficerPage = 'alarms' | 'odds'

export interface OfficerSession {
  /** The number under which the institution's own books say whom the link was given to. */
  readonly caseNumber: string
  readonly now: Instant
  readonly startedAt: Instant
}

/** What may stand in clear in an event: no name, and not ten digits, which may be somebody's. */
export function isCaseNumber(text: string): boolean {
  return /^[\w./-]{1,40}$/.test(text) && !/\d{9}/.test(text)
}
