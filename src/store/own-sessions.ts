/** The open sessions of one person. Where one began stands in the event of its sign-in, which is of the same moment. */
import type { OwnSessions } from '../app/own-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

const list = statement('own-sessions-list', `
  select left(encode(id_hash, 'hex'), 32) as handle, started_at as "startedAt", seen_at as "seenAt", id_hash = $2 as "thisOne",
         (select e.personal from audit_events e
           where e.person_key = s.person_key and e.type = 'login.succeeded' and e.at between s.started_at - interval '1 s' and s.started_at + interval '5 s'
           order by abs(extract(epoch from e.at - s.started_at)) limit 1) as personal
    from sessions s
   where person_key = $1 and ended_at is null and seen_at > clave.now() - $3 * interval '1 ms' and started_at > clave.now() - $4 * interval '1 ms'
   order by started_at desc`)

const end = statement('own-session-end', `
  update sessions set ended_at = clave.now() where person_key = $1 and left(encode(id_hash, 'hex'), 32) = $2 and ended_at is null`)

interface Row { handle: string; startedAt: Instant; seenAt: Instant; thisOne: boolean; personal: Buffer | null }

export function makeOwnSessions(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, { idle, absolute }: Policy['session']): OwnSessions {
  const network = (person: PersonKey, personal: Buffer | null): string | null => {
    if (personal === null) return null
    const opened = JSON.parse(cipher.decrypt(person, 'event', personal).toString()) as { network?: unknown }
    return typeof opened.network === 'string' ? opened.network : null
  }
  return {
    async list(person, thisOne) {
      const rows = await db.rows<Row>(list, [bytesOf(person), thisOne, idle, absolute])
      return rows.map(({ personal, ...row }) => ({ ...row, network: network(person, personal), browser: null }))
    },
    end: async (tx, person, handle) => (await on(tx).run(end, [bytesOf(person), handle])) === 1,
  }
}
