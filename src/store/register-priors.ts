/** What is kept of the register as a whole, by name: bytes that their maker reads again. Held by test/store/register-priors.test.ts. */
import type { Instant } from '../domain/types.ts'
import { statement, type Database } from './database.ts'

const read = statement('priors-read', `
  select made_at, case when made_at is distinct from $2::timestamptz then value end as value from register_priors where name = $1`)

const keep = statement('priors-keep', `
  insert into register_priors (name, made_at, value) values ($1, clave.now(), $2)
  on conflict (name) do update set made_at = excluded.made_at, value = excluded.value`)

export interface KeptPriors {
  readonly madeAt: Instant
  /** Null when it is still what was made at the moment given. */
  readonly value: Buffer | null
}

export interface RegisterPriors {
  /** Null when there is none. `known`: when what the caller has was made. */
  read(name: string, known: Instant | null): Promise<KeptPriors | null>
  keep(name: string, value: Buffer): Promise<void>
}

export function makeRegisterPriors(db: Database): RegisterPriors {
  return {
    async read(name, known) {
      const row = await db.row<{ made_at: Instant; value: Buffer | null }>(read, [name, known])
      return row === undefined ? null : { madeAt: row.made_at, value: row.value }
    },
    keep: async (name, value) => void (await db.run(keep, [name, value])),
  }
}
