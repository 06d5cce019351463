/** What services on our own pages need of the store beside src/app/ports.ts; src/store/services.ts implements it. */
import type { BankAccount } from '../domain/bank-account.ts'
import type { Standing } from '../domain/service-access.ts'
import type { ServiceName } from '../domain/services.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

export interface Services {
  /** null: the person has no key. */
  standing(tx: Tx, person: PersonKey): Promise<Standing | null>
  /** Was the use of this service written down since then? */
  usedSince(tx: Tx, person: PersonKey, service: ServiceName, since: Instant): Promise<boolean>
  bankAccount(tx: Tx, person: PersonKey): Promise<BankAccount | null>
  saveBankAccount(tx: Tx, person: PersonKey, account: BankAccount): Promise<void>
}
