/** Looking a person up in the register: one statement and the same work for known and unknown numbers (PROOF-7). */
import type { Found } from '../app/ports.ts'
import type { Identifier, PersonStatus, RegisterRecord } from '../domain/person.ts'
import type { PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { statement, type Database } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const find = statement('register-find', `
  select k.key, p.status, p.facts
    from (select coalesce((select person_key from aliases where alias_key = $1), $1::bytea) as key) k
    left join people p on p.person_key = k.key`)

interface Row { key: Buffer; status: PersonStatus | null; facts: Buffer | null }

export interface RegisterPeople {
  find(identifier: Identifier): Promise<Found>
  findByKey(person: PersonKey): Promise<Found>
}

export function makeRegisterPeople(db: Database, cipher: FieldCipher, keyring: Keyring): RegisterPeople {
  const byKey = async (typed: PersonKey): Promise<Found> => {
    const row = (await db.row<Row>(find, [bytesOf(typed)]))!
    const person = personKeyOf(row.key)
    const record = row.facts === null ? null : (JSON.parse(cipher.decrypt(person, 'facts', row.facts).toString()) as RegisterRecord)
    return { person, status: row.status, record }
  }
  return { find: (identifier) => byKey(keyring.personKey(identifier)), findByKey: byKey }
}
