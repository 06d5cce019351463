/** PROOF-9 as the application sees it; src/store/reopenings.ts implements it. */
import type { PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

export interface Reopenings {
  /** How often in the last 365 days by a contact, and how many mails about it in the last hour and day. */
  lately(tx: Tx, person: PersonKey): Promise<{ readonly byContact: number; readonly mails: number; readonly mailsOfDay: number }>
  /** Leaves so many attempts of all, today's anew, and keeps that it was done. */
  reopen(tx: Tx, person: PersonKey, attempts: number): Promise<void>
  /** What a real mail writes, for nobody: a link that is good for nothing and a mail that is never sent (E-03). */
  pretend(tx: Tx, person: PersonKey, journeyHash: Buffer, token: string): Promise<void>
}
