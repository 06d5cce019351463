/** What confirming a young key needs of the store beside src/app/ports.ts; src/store/confirmations.ts implements it. */
import type { Link } from '../domain/link.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { MailOrder } from './mail-ports.ts'
import type { Tx } from './ports.ts'

export interface ProbationStanding {
  readonly state: 'active' | 'frozen'
  readonly probationUntil: Instant
  /** When the key of now was made, the first time or by a recovery. */
  readonly madeAt: Instant
}

export interface Confirmations {
  /** null: there is no key. */
  standing(tx: Tx, person: PersonKey): Promise<ProbationStanding | null>
  /** The key of now was recovered by a mail to this address: it has proven what it can prove. */
  recoveredBy(tx: Tx, person: PersonKey, address: string): Promise<boolean>
  /** One code in a mail to each address, for this session; an earlier one of the person stops working (LINK-3). */
  issue(tx: Tx, person: PersonKey, session: { readonly hash: Buffer; readonly token: string }, mails: readonly MailOrder[]): Promise<void>
  /** The newest one that this session asked for; null when it asked for none. */
  asked(person: PersonKey, sessionHash: Buffer, tx?: Tx): Promise<Link | null>
  /** Ends the probation now; false when the key is not active or not on probation. Needs an event in the same transaction. */
  confirm(tx: Tx, person: PersonKey): Promise<boolean>
}
