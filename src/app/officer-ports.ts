/** The officers' pages as the application sees them; src/store implements them. Nothing here is about a person. */
import type { OfficerPage, OfficerSession } from '../domain/officer.ts'
import type { Instant } from '../domain/types.ts'
import type { OddsReport } from '../questions/odds-report.ts'

export interface Officers {
  /** Written down; answers until when it is good. */
  makeLink(tokenHash: Buffer, caseNumber: string): Promise<Instant>
  /** Until when this link is good; null when it is not. Changes nothing (LINK-2). */
  linkUntil(tokenHash: Buffer): Promise<Instant | null>
  /** Uses the link up and begins its session, written down in the same statement; false when it was not good any more. */
  begin(tokenHash: Buffer, sessionHash: Buffer): Promise<boolean>
  /** Opens a page, which is activity and is written down; null without a session. */
  open(sessionHash: Buffer, page: OfficerPage): Promise<OfficerSession | null>
  end(sessionHash: Buffer): Promise<void>
}

export interface OddsReports {
  keep(report: OddsReport): Promise<void>
  /** null: nothing was computed yet. */
  read(): Promise<OddsReport | null>
}
