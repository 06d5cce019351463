/** PASS-4 as the application sees it; src/store/password-popularity.ts implements it. */
import type { Tx } from './ports.ts'

export interface PasswordPopularity {
  /** As many accounts have this password as may. Holds its cells until the transaction ends, so that no two callers take the last place. */
  isFull(tx: Tx, password: string): Promise<boolean>
  /** One account more. Call in the transaction that stores it, after `isFull` said no. */
  count(tx: Tx, password: string): Promise<void>
}
