/** Whom else a mail address or telephone serves (PROOF-12), by keyed hash. Held by test/app/shared-contacts.test.ts. */
import type { Tx } from '../app/ports.ts'
import type { SharedContacts } from '../app/shared-contacts-ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const lock = statement('shared-contact-lock', `
  select pg_advisory_xact_lock(('x' || left(encode(hash, 'hex'), 16))::bit(64)::bigint) from unnest($1::bytea[]) with ordinality as each (hash, at)`)

const others = statement('shared-contact-others', `
  select value_hash, person_key, bool_or(since > clave.now() - $3 * interval '1 ms') as lately from contacts
   where value_hash = any($1::bytea[]) and person_key <> $2 and (kind <> 'email' or verified_by <> 'none')
   group by value_hash, person_key`)

export function makeSharedContacts(on: (tx: Tx) => Connection, keyring: Keyring, { flagWithin }: Policy['bank']): SharedContacts {
  return {
    async others(tx, person, values) {
      // In one order for everybody, so that two people with the same two contacts do not wait for each other.
      const hashes = values.map((value) => contactHash(keyring, value)).sort(Buffer.compare)
      await on(tx).rows(lock, [hashes])
      const rows = await on(tx).rows<{ value_hash: Buffer; person_key: Buffer; lately: boolean }>(others, [hashes, bytesOf(person), flagWithin])
      const most = Math.max(0, ...hashes.map((hash) => rows.filter((row) => row.value_hash.equals(hash)).length))
      const lately = [...new Set(rows.filter((row) => row.lately).map((row) => personKeyOf(row.person_key)))]
      return { most, lately }
    },
  }
}
