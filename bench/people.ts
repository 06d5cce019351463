/** People for the benchmarks, put straight into the tables: making a thousand keys through the pages would take longer than all the rest. */
import type { Deps } from '../src/app/ports.ts'
import type { RegisterRecord } from '../src/domain/person.ts'
import type { PersonKey } from '../src/domain/types.ts'
import { normalisePassword } from '../src/domain/password.ts'
import type { FieldCipher } from '../src/security/field-cipher.ts'
import type { Keyring } from '../src/security/keyring.ts'
import { statement, type Database } from '../src/store/database.ts'
import { bytesOf } from '../src/store/person-key.ts'

const put = statement('bench-put-person', `insert into people (person_key, status, facts, facts_digest, updated_at) values ($1, $2, $3, '', clave.now())`)

const giveKey = statement('bench-give-key', `
  insert into accounts (person_key, version, state, password_hash, issued_at, probation_until, terms_version, terms_digest)
  values ($1, 1, 'active', $2, clave.now() - interval '30 days', clave.now() - interval '27 days', $3, decode($4, 'hex'))`)

const vacuum = ['people', 'accounts', 'audit_events', 'person_streams'].map((table) => statement(`bench-vacuum-${table}`, `vacuum analyze ${table}`))

export async function enrol(db: Database, keyring: Keyring, cipher: FieldCipher, people: readonly RegisterRecord[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const record of people) {
      const person = keyring.personKey(record.id)
      await tx.run(put, [bytesOf(person), record.status, cipher.encrypt(person, 'facts', JSON.stringify(record))])
    }
  })
}

/** Keys of a month ago, as most are. A hash is bound to the key ring and not to the person, so all may have the same: it costs as much to compare. */
export async function giveKeys(db: Database, deps: Deps, people: readonly RegisterRecord[], password: string): Promise<void> {
  const hash = await deps.hasher.reserve('owner')!.hash(normalisePassword(password))
  const { version, digest } = deps.terms
  const give = (person: PersonKey): Promise<void> => deps.store.transaction(async (tx) => {
    await deps.store.append(tx, person, { type: 'key.issued', facts: { level: 'basic', probationUntil: '', termsVersion: version, contacts: ['email'], notices: 1 } })
    await (tx as unknown as Database).run(giveKey, [bytesOf(person), hash, version, digest])
  })
  const rest = people.values()
  await Promise.all(Array.from({ length: 10 }, async () => {
    for (const { id } of rest) await give(deps.register.personKey(id))
  }))
  for (const each of vacuum) await db.run(each)
}
