/** Accounts and what belongs to them. Every change needs an event in the same transaction; a trigger sees to it (AUDIT-1). */
import type { Accounts, NewAccount, StoredAccount, StoredContact, Tx } from '../app/ports.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf } from './person-key.ts'

const load = statement('account-load', `
  select state, password_hash, issued_at, probation_until, signed_in_at from accounts where person_key = $1`)

// P-13: only for somebody the register calls active at this very moment, and only one account for each.
const create = statement('account-create', `
  insert into accounts (person_key, version, state, password_hash, issued_at, probation_until, terms_version, terms_digest)
  select $1, 1, 'active', $2, to_timestamp($3::double precision / 1000), to_timestamp($4::double precision / 1000), $5, decode($6, 'hex')
   where exists (select 1 from people where person_key = $1 and status = 'active' for share)
  on conflict do nothing`)

const addContact = statement('contact-add', `
  insert into contacts (person_key, kind, value_hash, value, rank, verified_by, since) values ($1, $2, $3, $4, $5, $6, clave.now())
  on conflict do nothing`)

const addAnswers = statement('personal-answers-add', `
  insert into personal_answers (person_key, question, answer_hash) select $1, * from unnest($2::text[], $3::text[])`)

const addFigure = statement('personal-figure-add', 'insert into personal_figures (person_key, figure_hash) values ($1, $2)')

const freeze = statement('account-freeze', `
  update accounts set state = 'frozen', frozen_at = clave.now(), version = version + 1 where person_key = $1 and state = 'active'`)

const rehash = statement('account-rehash', `
  update accounts set password_hash = $3, version = version + 1 where person_key = $1 and password_hash = $2`)

const contacts = statement('contacts-load', 'select kind, value, verified_by from contacts where person_key = $1 order by rank')

interface Row { state: StoredAccount['state']; password_hash: string; issued_at: Instant; probation_until: Instant; signed_in_at: Instant | null }

export function makeAccounts(on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring): Accounts {
  return {
    async load(tx, person) {
      const row = await on(tx).row<Row>(load, [bytesOf(person)])
      if (!row) return null
      return {
        state: row.state, passwordHash: row.password_hash, issuedAt: row.issued_at, probationUntil: row.probation_until, signedInAt: row.signed_in_at,
      }
    },
    async create(tx, person, account) {
      const { passwordHash, issuedAt, probationUntil, terms } = account
      const made = await on(tx).run(create, [bytesOf(person), passwordHash, issuedAt, probationUntil, terms.version, terms.digest])
      if (made === 1) await createBank(on(tx), person, account)
      return made === 1
    },
    async contacts(tx, person) {
      const rows = await on(tx).rows<{ kind: StoredContact['kind']; value: Buffer; verified_by: StoredContact['verifiedBy'] }>(contacts, [bytesOf(person)])
      return rows.map((row) => ({ kind: row.kind, value: cipher.decrypt(person, 'contact', row.value).toString(), verifiedBy: row.verified_by }))
    },
    freeze: async (tx, person) => (await on(tx).run(freeze, [bytesOf(person)])) === 1,
    rehash: async (tx, person, before, after) => (await on(tx).run(rehash, [bytesOf(person), before, after])) === 1,
  }

  async function createBank(connection: Connection, person: PersonKey, { contacts, answers, figureHash }: NewAccount): Promise<void> {
    for (const { kind, value, rank, verifiedBy } of contacts) {
      const sealed = cipher.encrypt(person, 'contact', value)
      await connection.run(addContact, [bytesOf(person), kind, contactHash(keyring, value), sealed, rank, verifiedBy])
    }
    await connection.run(addAnswers, [bytesOf(person), answers.map(({ question }) => question), answers.map(({ hash }) => hash)])
    await connection.run(addFigure, [bytesOf(person), figureHash])
  }
}
