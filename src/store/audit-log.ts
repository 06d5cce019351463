/** Appending events (AUDIT-1): always through clave.append_event, which chains them; personal fields sealed (AUDIT-2). */
import type { AuditEvent } from '../domain/events.ts'
import type { PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf } from './person-key.ts'

const append = statement('append-event', 'select o_seq as seq, o_hash as hash from clave.append_event($1, $2, $3, $4)')

/** The last three arguments of clave.append_event, for statements that call it themselves. */
export function eventArguments(cipher: FieldCipher, person: PersonKey, event: AuditEvent): [string, string, Buffer | null] {
  const personal = event.personal === undefined ? null : cipher.encrypt(person, 'event', JSON.stringify(event.personal))
  return [event.type, JSON.stringify(event.facts), personal]
}

interface Appended { readonly seq: number; readonly hash: Buffer }

export async function appendEvent(on: Connection, cipher: FieldCipher, person: PersonKey, event: AuditEvent): Promise<Appended> {
  const row = await on.row<Appended>(append, [bytesOf(person), ...eventArguments(cipher, person, event)])
  if (!row) throw new Error('append_event gave no row')
  return row
}
