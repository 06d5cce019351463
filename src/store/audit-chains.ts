/**
 * The chains of events counted again, hash by hash, without trusting the database's own functions (AUDIT-1). Reads one snapshot, a batch at
 * a time, so that servers may go on writing and any number of events fits. What it can and cannot find: docs/audit.md. Held by
 * test/store/audit-chains.test.ts.
 */
import { createHash } from 'node:crypto'
import type { PersonKey } from '../domain/types.ts'
import { statement, type Connection, type Database } from './database.ts'

export type ChainFaultKind =
  /** The event's content does not give its hash, or its place in the chain is not where it was written. */
  | 'changed'
  /** Events before this one are not there. */
  | 'missing'
  /** The sealed part is not the one that was written. Erased ones are no fault. */
  | 'personal-changed'
  /** The chain's own end says otherwise than its last event: its tail was cut off, or its end was changed. */
  | 'end-differs'
  /** Events of a chain whose end is not recorded. */
  | 'no-end'
  /** A chain with an end and no events at all. */
  | 'emptied'

export interface ChainFault { readonly person: PersonKey; readonly seq: number | null; readonly kind: ChainFaultKind }

export interface ChainWatcher {
  onFault(fault: ChainFault): void
  /** Every event that is there, by person and then by number. */
  onEvent?(person: PersonKey, seq: number, hash: Buffer): void
  /** The last event of every chain. */
  onEnd?(person: PersonKey, seq: number, hash: Buffer): void
}

export interface Counted { readonly people: number; readonly events: number }

const events = (where: string): string => `
  select encode(e.person_key, 'hex') as person, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.type,
         e.facts::text as facts, coalesce(encode(e.personal_digest, 'hex'), '') as digest, e.hash, s.seq as "endSeq", s.head as "endHash",
         coalesce(s.trimmed_seq, 0) as "trimmedSeq", s.trimmed_hash as "trimmedHash",
         e.personal is null or sha256(e.personal) is not distinct from e.personal_digest as "personalHolds"
    from audit_events e left join person_streams s using (person_key)
   where ${where} order by e.person_key, e.seq limit 2000`
const ofAll = statement('audit-chains-all', events('(e.person_key, e.seq) > ($1, $2)'))
const ofOne = statement('audit-chain-one', events('e.person_key = $1 and e.seq > $2'))

const emptied = statement('audit-chains-emptied', `
  select encode(s.person_key, 'hex') as person from person_streams s
   where (s.seq, s.head) is distinct from (s.trimmed_seq, s.trimmed_hash) and s.person_key > $1 and not exists (select 1 from audit_events e where e.person_key = s.person_key)
   order by s.person_key limit 2000`)

const start = statement('audit-chain-start', 'select trimmed_seq as seq, trimmed_hash as hash from person_streams where person_key = $1')

const estimate = statement('audit-events-estimate', `select greatest(0, reltuples)::bigint as events from pg_class where oid = 'clave.audit_events'::regclass`)
const snapshot = statement('audit-snapshot', 'set transaction isolation level repeatable read, read only')

export interface EventRow {
  readonly person: PersonKey; readonly seq: number; readonly at: string; readonly type: string; readonly facts: string; readonly digest: string
  readonly hash: Buffer; readonly endSeq: number | null; readonly endHash: Buffer | null; readonly personalHolds: boolean
  /** the last event of the chain that went after its years; 0 and null when none did. */
  readonly trimmedSeq: number; readonly trimmedHash: Buffer | null
}

export type Progress = (done: number, about: number) => void

/** Every chain there is. */
export function verifyAllChains(db: Database, watcher: ChainWatcher, progress: Progress = () => undefined): Promise<Counted> {
  return inSnapshot(db, async (tx) => {
    const about = (await tx.row<{ events: number }>(estimate))?.events ?? 0
    const walk = makeWalk(watcher)
    for (let last: EventRow | undefined, rows = await next(tx); rows.length > 0; rows = await next(tx, last)) {
      for (const row of rows) walk.step(row)
      last = rows.at(-1)
      progress(walk.counted().events, about)
    }
    walk.finish()
    await reportEmptied(tx, watcher)
    return walk.counted()
  })
}

/** the number and hash from which a chain goes on after its years; null when none of its events went. */
export async function chainStart(db: Database, person: PersonKey): Promise<{ readonly seq: number; readonly hash: Buffer } | null> {
  const row = await db.row<{ seq: number; hash: Buffer }>(start, [Buffer.from(person, 'hex')])
  return row && row.seq > 0 ? row : null
}

/** The chain of one person. */
export function verifyChain(db: Database, person: PersonKey, watcher: ChainWatcher): Promise<Counted> {
  return inSnapshot(db, async (tx) => {
    const walk = makeWalk(watcher)
    const batch = (after: number): Promise<EventRow[]> => tx.rows<EventRow>(ofOne, [Buffer.from(person, 'hex'), after])
    for (let rows = await batch(-1); rows.length > 0; rows = await batch(rows.at(-1)!.seq)) for (const row of rows) walk.step(row)
    walk.finish()
    return walk.counted()
  })
}

function inSnapshot<T>(db: Database, work: (tx: Connection) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.run(snapshot)
    return work(tx)
  })
}

function next(tx: Connection, last?: EventRow): Promise<EventRow[]> {
  return tx.rows<EventRow>(ofAll, [Buffer.from(last?.person ?? '', 'hex'), last?.seq ?? 0])
}

async function reportEmptied(tx: Connection, { onFault }: ChainWatcher): Promise<void> {
  for (let after = ''; ;) {
    const rows: { person: PersonKey }[] = await tx.rows(emptied, [Buffer.from(after, 'hex')])
    for (const { person } of rows) onFault({ person, seq: null, kind: 'emptied' })
    if (rows.length === 0) return
    after = rows.at(-1)!.person
  }
}

/** Goes from event to event; the chain before is what is stored, so that one change is one fault and not one for every event behind it. */
function makeWalk({ onFault, onEvent, onEnd }: ChainWatcher): { step(row: EventRow): void; finish(): void; counted(): Counted } {
  let before: EventRow | null = null
  let people = 0
  let count = 0
  const close = (): void => {
    if (!before) return
    const { person, seq, hash, endSeq, endHash } = before
    onEnd?.(person, seq, hash)
    if (endHash === null) onFault({ person, seq, kind: 'no-end' })
    else if (endSeq !== seq || !endHash.equals(hash)) onFault({ person, seq, kind: 'end-differs' })
  }
  return {
    step(row) {
      const another = before?.person !== row.person
      if (another) {
        close()
        before = null
        people += 1
      }
      count += 1
      const { person, seq } = row
      if (seq !== (before?.seq ?? row.trimmedSeq) + 1) onFault({ person, seq, kind: 'missing' })
      if (!hashOf(row, before?.hash ?? row.trimmedHash ?? undefined).equals(row.hash)) onFault({ person, seq, kind: 'changed' })
      if (!row.personalHolds) onFault({ person, seq, kind: 'personal-changed' })
      onEvent?.(person, seq, row.hash)
      before = row
    },
    finish: close,
    counted: () => ({ people, events: count }),
  }
}

/** As docs/audit.md describes it for anybody who wants to count again. */
export function hashOf({ person, seq, at, type, facts, digest }: EventRow, before: Buffer = Buffer.alloc(0)): Buffer {
  return createHash('sha256').update(before).update([person, seq, at, type, facts, digest].join('\n')).digest()
}
