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

const resolve = statement('register-resolve', 'select coalesce((select person_key from aliases where alias_key = $1), $1::bytea) as key')

interface Row { key: Buffer; status: PersonStatus | null; facts: Buffer | null }

export interface RegisterPeople {
  resolve(identifier: Identifier): Promise<PersonKey>
  findByKey(person: PersonKey): Promise<Found>
}

/** `standIn`: a record of middling length; it is opened, and thrown away, for a number nobody has. */
export function makeRegisterPeople(db: Database, cipher: FieldCipher, keyring: Keyring, standIn: RegisterRecord): RegisterPeople {
  const nobody = keyring.personKey(standIn.id)
  const sealed = cipher.encrypt(nobody, 'facts', JSON.stringify(standIn))
  const open = (person: PersonKey, facts: Buffer): RegisterRecord => JSON.parse(cipher.decrypt(person, 'facts', facts).toString()) as RegisterRecord
  return {
    resolve: async (identifier) => personKeyOf((await db.row<{ key: Buffer }>(resolve, [bytesOf(keyring.personKey(identifier))]))!.key),
    async findByKey(typed) {
      const { key, status, facts } = (await db.row<Row>(find, [bytesOf(typed)]))!
      const person = personKeyOf(key)
      const record = facts === null ? open(nobody, sealed) : open(person, facts)
      return { person, status, record: facts === null ? null : record }
    },
  }
}
