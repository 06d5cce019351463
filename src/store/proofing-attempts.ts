/**
 * Attempts at identity proofing (PROOF-1, 2, 4). Each change is one guarded statement; the local day comes from the database
 * clock and a stored day never goes back (L-04). Held by test/store/proofing-attempts.test.ts and test/races.
 */
import type { ProofingAttempts, ProofingRow, Tx } from '../app/ports.ts'
import { proofingStanding } from '../domain/attempts.ts'
import type { Policy } from '../domain/policy.ts'
import type { PersonKey } from '../domain/types.ts'
import type { Deck } from '../questions/question.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

const load = statement('proofing-load', `
  select plan, used_in_all, open_attempt, open_deck, day < (clave.now() at time zone $2)::date as of_earlier_day,
         case when day >= (clave.now() at time zone $2)::date then used_today else 0 end as used_today
    from proofing_attempts where person_key = $1`)

// A plan stays for the day it was used on (PROOF-4). Later it is made anew, so that what the register has learnt since counts.
const begin = statement('proofing-begin', `
  insert into proofing_attempts as a (person_key, plan, day, used_today, used_in_all, last_attempt)
  values ($1, $2, (clave.now() at time zone $3)::date, 0, 0, 0)
  on conflict (person_key) do update set plan = excluded.plan where a.open_attempt is null and a.day < excluded.day`)

// The clock is read once, so that both uses of today are the same day.
const claim = statement('proofing-claim', `
  with today as materialized (select (clave.now() at time zone $2)::date as day)
  update proofing_attempts a
     set used_in_all  = a.used_in_all + 1,
         used_today   = case when a.day >= today.day then a.used_today + 1 else 1 end,
         day          = greatest(a.day, today.day),
         last_attempt = a.last_attempt + 1,
         open_attempt = a.last_attempt + 1,
         open_deck    = a.used_in_all,
         opened_on    = greatest(a.day, today.day)
    from today
   where a.person_key = $1
     and a.open_attempt is null
     and a.used_in_all < $4
     and (a.day < today.day or a.used_today < $3)
  returning a.open_attempt as attempt, a.used_today, a.used_in_all`)

const take = statement('proofing-take', `
  update proofing_attempts set open_attempt = null, open_deck = null where person_key = $1 and open_attempt = $2`)

// An attempt that passed gives its own claim back, to its own day, unless the process was opened again meanwhile, which gave all of the day back (PROOF-9):
// counted are failures, and tries nobody answered.
const refund = statement('proofing-refund', `
  update proofing_attempts
     set used_in_all = used_in_all - 1, used_today = case when day = opened_on then greatest(used_today - 1, 0) else used_today end, opened_on = null
   where person_key = $1 and last_attempt = $2 and open_attempt is null and opened_on is not null and used_in_all > 0`)

const clear = statement('proofing-clear', 'delete from proofing_attempts where person_key = $1')

/** Plans are as long as each other, so that neither the writing nor a dump tells how much somebody is asked (E-02). Spaces behind JSON mean nothing. */
function padded(json: string): string {
  return json + ' '.repeat(planBytes - (Buffer.byteLength(json) % planBytes))
}

/** More than the plans of invented people take, the longest of which has some 3,300 signs. */
const planBytes = 4_096

interface Row { plan: Buffer; used_in_all: number; used_today: number; open_attempt: number | null; open_deck: number | null; of_earlier_day: boolean }

export function makeProofingAttempts(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, policy: Policy): ProofingAttempts {
  const { timeZone, proofing: { perDay, inAll } } = policy
  return {
    load: (tx, person) => loadOn(on(tx), person),
    look: (person) => loadOn(db, person),
    async begin(tx, person, plan) {
      await on(tx).run(begin, [bytesOf(person), cipher.encrypt(person, 'plan', padded(JSON.stringify(plan))), timeZone])
    },
    async claim(tx, person) {
      const row = await on(tx).row<{ attempt: number; used_today: number; used_in_all: number }>(
        claim, [bytesOf(person), timeZone, perDay, inAll])
      return row ? { attempt: row.attempt, usedToday: row.used_today, usedInAll: row.used_in_all } : null
    },
    take: async (tx, person, attempt) => (await on(tx).run(take, [bytesOf(person), attempt])) === 1,
    async refund(tx, person, attempt) {
      await on(tx).run(refund, [bytesOf(person), attempt])
    },
    async clear(tx, person) {
      await on(tx).run(clear, [bytesOf(person)])
    },
  }

  async function loadOn(connection: Connection, person: PersonKey): Promise<ProofingRow | null> {
    const row = await connection.row<Row>(load, [bytesOf(person), timeZone])
    return row ? asProofing(row, person) : null
  }

  function asProofing(row: Row, person: PersonKey): ProofingRow {
    const plan = JSON.parse(cipher.decrypt(person, 'plan', row.plan).toString()) as Deck[]
    const counts = { usedToday: row.used_today, usedInAll: row.used_in_all, deckOpen: row.open_attempt !== null }
    // The n-th attempt since the last success shows the n-th deck, and then the first again (PROOF-4).
    const deck = plan[(row.open_deck ?? 0) % Math.max(plan.length, 1)]
    const open = row.open_attempt !== null && deck ? { attempt: row.open_attempt, deck } : null
    const standing = proofingStanding(counts, policy.proofing)
    return { standing, plan: row.of_earlier_day && standing.is === 'free' ? null : plan, open }
  }
}
