/** Sessions (SESSION-1): stored by hash, ended by time or by hand, effective at once on every server because every request looks here. */
import type { Tx } from '../app/ports.ts'
import type { ActivityLine, Home, Session, Sessions } from '../app/session-ports.ts'
import type { EventType } from '../domain/events.ts'
import type { RegisterRecord } from '../domain/person.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { instant, statement, type Connection, type Database } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const open = `ended_at is null and seen_at > clave.now() - $2 * interval '1 ms' and started_at > clave.now() - $3 * interval '1 ms'`

// A key that was frozen, and a person who died or whose file was withheld, have no session from that moment on.
const entitled = `a.state = 'active' and p.status = 'active'`

// At most one write a second for a busy session: the idle time is exact to that second.
const touch = statement('session-touch', `
  update sessions set seen_at = clave.now() where id_hash = $1 and seen_at < clave.now() - interval '1 second' and ${open}`)

const load = statement('session-load', `
  select s.person_key, started_at, seen_at, previous_sign_in_at, clave.now() as now
    from sessions s join accounts a using (person_key) join people p using (person_key) where id_hash = $1 and ${open} and ${entitled}`)

// The lines are joined by hand: json_build_object looks every type up anew, which took half the time of the whole statement. Types are our
// own words and facts are JSON already.
const home = statement('session-home', `
  select s.person_key, s.started_at, s.seen_at, s.previous_sign_in_at, clave.now() as now, p.facts, a.issued_at, a.probation_until,
         (select '[' || string_agg('{"seq":' || e.seq || ',"at":"' || e.at || '","type":"' || e.type || '","facts":' || e.facts || ',"hash":"'
                 || encode(e.hash, 'hex') || '"}', ',' order by e.seq desc) || ']'
            from (select seq, at, type, facts, hash from audit_events where person_key = s.person_key order by seq desc limit 20) e) as activity
    from sessions s join accounts a using (person_key) join people p using (person_key)
   where s.id_hash = $1 and ${open} and ${entitled}`)

const end = statement('session-end', `
  update sessions set ended_at = clave.now() where id_hash = $1 and ended_at is null returning person_key`)

const endAll = statement('session-end-all', 'update sessions set ended_at = clave.now() where person_key = $1 and ended_at is null')

interface Row { person_key: Buffer; started_at: Instant; seen_at: Instant; previous_sign_in_at: Instant | null; now: Instant }
interface HomeRow extends Row {
  facts: Buffer | null; issued_at: Instant; probation_until: Instant
  /** JSON. */
  activity: string | null
}

interface Event { seq: number; at: string; type: EventType; facts: Record<string, unknown>; hash: string }

export function makeSessions(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, { idle, absolute }: Policy['session']): Sessions {
  const touched = async (sessionHash: Buffer, row: Row): Promise<void> => {
    if (row.seen_at < row.now - 1_000) await db.run(touch, [sessionHash, idle, absolute])
  }
  return {
    async load(sessionHash) {
      const row = await db.row<Row>(load, [sessionHash, idle, absolute])
      if (!row) return null
      await touched(sessionHash, row)
      return asSession(row)
    },
    async home(sessionHash) {
      const row = await db.row<HomeRow>(home, [sessionHash, idle, absolute])
      if (!row) return null
      await touched(sessionHash, row)
      return asHome(row)
    },
    async end(tx, sessionHash) {
      const row = await on(tx).row<{ person_key: Buffer }>(end, [sessionHash])
      return row ? personKeyOf(row.person_key) : null
    },
    endAll: (tx, person) => on(tx).run(endAll, [bytesOf(person)]),
  }

  function asSession(row: Row): Session {
    const endsAt = row.started_at + absolute
    return {
      person: personKeyOf(row.person_key), startedAt: row.started_at, previousSignInAt: row.previous_sign_in_at,
      idleEndsAt: Math.min(row.now + idle, endsAt), endsAt, now: row.now,
    }
  }

  function asHome(row: HomeRow): Home {
    const session = asSession(row)
    const record = row.facts === null ? null : (JSON.parse(cipher.decrypt(session.person, 'facts', row.facts).toString()) as RegisterRecord)
    const events = row.activity === null ? [] : (JSON.parse(row.activity) as Event[])
    const activity: readonly ActivityLine[] = events.map((event) => ({ ...event, at: instant(event.at) }))
    return { ...session, record, issuedAt: row.issued_at, probationUntil: row.probation_until, activity }
  }
}
