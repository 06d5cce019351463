/** The person's own events, with the place that is sealed in them (AUDIT-2). */
import type { OwnActivity } from '../app/own-ports.ts'
import type { EventType } from '../domain/events.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

const lines = statement('own-activity', `
  select seq, at, type, facts, personal, encode(hash, 'hex') as hash
    from audit_events
   where person_key = $1 and ($2::text[] is null or type = any($2)) and ($3::bigint is null or seq < $3)
   order by seq desc limit $4`)

interface Row { seq: number; at: Instant; type: EventType; facts: Record<string, unknown>; personal: Buffer | null; hash: string }

export function makeOwnActivity(db: Database, cipher: FieldCipher): OwnActivity {
  const network = (person: PersonKey, personal: Buffer | null): string | null => {
    if (personal === null) return null
    const opened = JSON.parse(cipher.decrypt(person, 'event', personal).toString()) as { network?: unknown }
    return typeof opened.network === 'string' ? opened.network : null
  }
  return {
    async lines(person, types, before, most) {
      const rows = await db.rows<Row>(lines, [bytesOf(person), types, before, most])
      return rows.map(({ personal, ...line }) => ({ ...line, network: network(person, personal) }))
    },
  }
}
