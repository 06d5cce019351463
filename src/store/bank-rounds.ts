/**
 * Rounds of personal questions and figure (BANK-3). They spend the same counters as decks, in columns of their own: a stranger's open
 * deck must not keep the owner from the questions, nor the other way round. Held by test/store/bank-rounds.test.ts.
 */
import type { Tx } from '../app/ports.ts'
import type { BankRounds } from '../app/recovery-ports.ts'
import { proofingStanding } from '../domain/attempts.ts'
import type { Policy } from '../domain/policy.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf } from './person-key.ts'

const load = statement('bank-round-load', `
  select used_in_all, open_bank, case when day >= (clave.now() at time zone $2)::date then used_today else 0 end as used_today
    from proofing_attempts where person_key = $1`)

const claim = statement('bank-round-claim', `
  with today as materialized (select (clave.now() at time zone $2)::date as day)
  update proofing_attempts a
     set used_in_all = a.used_in_all + 1,
         used_today  = case when a.day >= today.day then a.used_today + 1 else 1 end,
         day         = greatest(a.day, today.day),
         last_bank   = a.last_bank + 1,
         open_bank   = a.last_bank + 1
    from today
   where a.person_key = $1
     and a.open_bank is null
     and a.used_in_all < $4
     and (a.day < today.day or a.used_today < $3)
  returning a.open_bank as round`)

const take = statement('bank-round-take', 'update proofing_attempts set open_bank = null where person_key = $1 and open_bank = $2')

export function makeBankRounds(on: (tx: Tx) => Connection, { timeZone, proofing }: Policy): BankRounds {
  return {
    async load(tx, person) {
      const row = await on(tx).row<{ used_in_all: number; used_today: number; open_bank: number | null }>(load, [bytesOf(person), timeZone])
      if (!row) return null
      const counts = { usedToday: row.used_today, usedInAll: row.used_in_all, deckOpen: row.open_bank !== null }
      return { standing: proofingStanding(counts, proofing), open: row.open_bank }
    },
    claim: async (tx, person) => (await on(tx).row<{ round: number }>(claim, [bytesOf(person), timeZone, proofing.perDay, proofing.inAll])) ?? null,
    take: async (tx, person, round) => (await on(tx).run(take, [bytesOf(person), round])) === 1,
  }
}
