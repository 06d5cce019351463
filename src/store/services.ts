/** What decides whether a service opens, read in the transaction that decides. Held by test/web/services/. */
import type { Tx } from '../app/ports.ts'
import type { Services } from '../app/service-ports.ts'
import type { BankAccount } from '../domain/bank-account.ts'
import type { Standing } from '../domain/service-access.ts'
import type { Instant } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf } from './person-key.ts'

const standing = statement('service-standing', `
  select a.state, a.probation_until, (select max(c.money_from) from contacts c where c.person_key = a.person_key) as settled
    from accounts a where a.person_key = $1`)

const used = statement('service-used', `
  select 1 as found from audit_events
   where person_key = $1 and type = 'service.used' and facts ->> 'service' = $2 and at >= to_timestamp($3::double precision / 1000) limit 1`)

const account = statement('bank-account-load', 'select account from bank_accounts where person_key = $1')

const saveAccount = statement('bank-account-save', `
  insert into bank_accounts (person_key, account, registered_at) values ($1, $2, clave.now())
  on conflict (person_key) do update set account = excluded.account, registered_at = excluded.registered_at`)

export function makeServices(on: (tx: Tx) => Connection, cipher: FieldCipher): Services {
  return {
    async standing(tx, person) {
      const row = await on(tx).row<{ state: Standing['state']; probation_until: Instant; settled: Instant | null }>(standing, [bytesOf(person)])
      return row ? { state: row.state, probationUntil: row.probation_until, contactsSettledAt: row.settled } : null
    },
    usedSince: async (tx, person, service, since) => (await on(tx).row(used, [bytesOf(person), service, since])) !== undefined,
    async bankAccount(tx, person) {
      const row = await on(tx).row<{ account: Buffer }>(account, [bytesOf(person)])
      return row ? (JSON.parse(cipher.decrypt(person, 'bank-account', row.account).toString()) as BankAccount) : null
    },
    async saveBankAccount(tx, person, { bank, kind, number }) {
      await on(tx).run(saveAccount, [bytesOf(person), cipher.encrypt(person, 'bank-account', JSON.stringify({ bank, kind, number }))])
    },
  }
}
