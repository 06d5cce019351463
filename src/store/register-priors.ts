/** Reads what is kept of the register as a whole, by name (register-statistics.ts keeps it). Held by test/store/register-priors.test.ts. */
import type { Instant } from '../domain/types.ts'
import { statement, type Database } from './database.ts'

const read = statement('priors-read', `
  select made_at, case when $2::float8 is null or abs(extract(epoch from made_at) * 1000 - $2) >= 1 then value end as value
    from register_priors where name = $1`)

export interface KeptPriors {
  readonly madeAt: Instant
  /** Null when it is still what was made at the moment given. */
  readonly value: Buffer | null
}

export interface RegisterPriors {
  /** Null when there is none. `known`: when what the caller has was made. */
  read(name: string, known: Instant | null): Promise<KeptPriors | null>
}

export function makeRegisterPriors(db: Database): RegisterPriors {
  return {
    async read(name, known) {
      const row = await db.row<{ made_at: Instant; value: Buffer | null }>(read, [name, known])
      return row === undefined ? null : { madeAt: row.made_at, value: row.value }
    },
  }
}
