/**
 * Deleting what is past its time (D-04, A-08), by the rules of src/domain/retention.ts: small batches, each a transaction of its own, past
 * every row that somebody holds; run again it finds nothing. Held by test/store/retention.test.ts.
 */
import type { Retention } from '../app/retention-ports.ts'
import type { RetentionName } from '../domain/retention.ts'
import { statement, type Database, type Statement } from './database.ts'

// $1: the period in milliseconds, $2: the batch. In a subselect the clock is read once, so that indexes can be used.
const limit = `((select clave.now()) - $1 * interval '1 ms')`

interface Sweep { readonly batch: Statement; readonly count: Statement }

// `oldest`: the indexed column of a large table. Without the order the planner, who does not know how little is past its time, reads it all.
function deleting(name: RetentionName, table: string, over: string, oldest?: string): Sweep {
  return {
    batch: statement(`retain-${name}`, `with old as materialized (${oldRows(table, over, oldest)}) delete from ${table} t using old where t.ctid = old.ctid`),
    count: counting(name, `${table} t where ${over}`),
  }
}

const counting = (name: RetentionName, from: string): Statement => statement(`retain-${name}-count`, `select count(*) as rows from ${from}`)

/** A lane counts in a row of its own, which goes with the browser. */
function forgetting(name: RetentionName, over: string): Sweep {
  return {
    batch: statement(`retain-${name}`, `
      with old as materialized (${oldRows('devices', over)}),
      gone as (delete from devices t using old where t.ctid = old.ctid returning t.person_key, t.device_hash),
      lanes as (delete from login_attempts a using gone where a.person_key = gone.person_key and a.lane = 'device ' || encode(gone.device_hash, 'hex'))
      select 1 as one from gone`),
    count: counting(name, `devices t where ${over}`),
  }
}

function oldRows(table: string, over: string, oldest?: string): string {
  return `select t.ctid from ${table} t where ${over} ${oldest ? `order by t.${oldest}` : ''} limit $2 for update skip locked`
}

function erasing(name: RetentionName, table: string, column: string, over: string, oldest?: string): Sweep {
  const where = `t.${column} is not null and ${over}`
  return {
    batch: statement(`retain-${name}`, `
      with old as materialized (${oldRows(table, where, oldest)})
      update ${table} t set ${column} = null from old where t.ctid = old.ctid`),
    count: counting(name, `${table} t where ${where}`),
  }
}

// A chain goes from its beginning: up to the first event that is young enough. The row of the chain is the person's lock.
const trim = statement('retain-events', `
  with old as materialized (select distinct person_key from (select person_key from audit_events where at < ${limit} order by at limit $2) o),
  chain as materialized (select s.person_key, s.seq from person_streams s join old using (person_key) for update of s skip locked),
  cut as (
    select c.person_key, coalesce((select min(e.seq) from audit_events e where e.person_key = c.person_key and e.at >= ${limit}), c.seq + 1) - 1 as seq from chain c)
  update person_streams s set trimmed_seq = cut.seq, trimmed_hash = e.hash
    from cut join audit_events e using (person_key, seq)
   where s.person_key = cut.person_key and cut.seq > s.trimmed_seq
  returning s.person_key, s.trimmed_seq`)

const cutOff = statement('retain-events-cut', `
  delete from audit_events e using unnest($1::bytea[], $2::bigint[]) as cut (person_key, seq) where e.person_key = cut.person_key and e.seq <= cut.seq`)

const waits = 'sent_at is null and given_up_at is null'

const sweeps: Readonly<Record<Exclude<RetentionName, 'events'>, Sweep>> = {
  journeys: deleting('journeys', 'journeys', `t.begun_at < ${limit} and t.seen_at < ${limit}`, 'begun_at'),
  'contact-changes': deleting('contact-changes', 'contact_changes', `t.asked_at < ${limit}`),
  'bank-changes': deleting('bank-changes', 'bank_changes', `t.asked_at < ${limit}`),
  challenges: deleting('challenges', 'used_challenges', `t.expires_at < ${limit}`),
  tickets: deleting('tickets', 'robot_tickets', `t.issued_at < ${limit}`),
  mails: deleting('mails', 'outbox', `t.created_at < ${limit} and not (${waits}) and greatest(t.sent_at, t.given_up_at) < ${limit}`, 'created_at'),
  links: deleting('links', 'links', `t.created_at < ${limit} and coalesce(least(t.consumed_at, t.superseded_at, t.expires_at), t.created_at) < ${limit}
    and not exists (select from outbox o where o.link_hash = t.token_hash) and not exists (select from contact_changes c where t.token_hash in (c.current_link, c.new_link))`, 'created_at'),
  sessions: deleting('sessions', 'sessions', `t.started_at < ${limit} and coalesce(t.ended_at, t.seen_at) < ${limit}`, 'started_at'),
  'unlock-requests': deleting('unlock-requests', 'unlock_requests', `t.done_at < ${limit}`),
  'ended-browsers': forgetting('ended-browsers', `least(t.ended_at, t.expires_at) < ${limit}`),
  'unused-browsers': forgetting('unused-browsers', `t.last_used_at < ${limit}`),
  // The day is local; a day more, so that no zone makes it less than the period.
  decks: deleting('decks', 'proofing_attempts', `t.used_in_all = 0 and t.open_attempt is null and t.open_bank is null and t.day + 1 < (${limit} at time zone 'UTC')::date`),
  'former-contacts': erasing('former-contacts', 'former_contacts', 'value', `t.ended_at < ${limit}`),
  reopenings: deleting('reopenings', 'reopenings', `t.reopened_at < ${limit}`),
  'watched-tries': deleting('watched-tries', 'watched_tries', `t.at < ${limit}`, 'at'),
  'failed-proofings': deleting('failed-proofings', 'proofing_failures', `t.minute < ${limit}`, 'minute'),
  'failed-sign-ins': deleting('failed-sign-ins', 'login_failures', `t.minute < ${limit}`, 'minute'),
  alarms: deleting('alarms', 'alarms', `t.until < ${limit}`),
  'officer-links': deleting('officer-links', 'officer_links', `t.made_at < ${limit}`),
  'officer-sessions': deleting('officer-sessions', 'officer_sessions', `coalesce(t.ended_at, t.seen_at) < ${limit}`),
  places: erasing('places', 'audit_events', 'personal', `t.at < ${limit}`, 'at'),
}
const countEvents = counting('events', `audit_events t where t.at < ${limit}`)

// The lease is due_at moved on, as in the outbox. A date further off than a turn is one of a clock that went back since.
const claim = statement('retain-claim', `
  update recurring_work set due_at = clave.now() + $1 * interval '1 ms'
   where name = 'retention' and (due_at <= clave.now() or due_at > clave.now() + greatest($1::double precision, $2::double precision) * interval '1 ms')`)
const extend = statement('retain-extend', `update recurring_work set due_at = clave.now() + $1 * interval '1 ms' where name = 'retention'`)
const finish = statement('retain-finish', `
  update recurring_work set due_at = clave.now() + $1 * interval '1 ms', done_at = clave.now(), counts = $2 where name = 'retention'`)

export function makeRetention(db: Database): Retention {
  return {
    sweep: (name, period, batch) => (name === 'events' ? trimChains(db, period, batch) : db.run(sweeps[name].batch, [period, batch])),
    async count(name, period) {
      const row = await db.row<{ rows: number }>(name === 'events' ? countEvents : sweeps[name].count, [period])
      return row?.rows ?? 0
    },
    claimTurn: async (lease, every) => (await db.run(claim, [lease, every])) === 1,
    async extendTurn(lease) {
      await db.run(extend, [lease])
    },
    async finishTurn(every, counts) {
      await db.run(finish, [every, counts])
    },
  }
}

/** Fewer at once: what goes with each is all that is old of its chain, and meanwhile the person's lock is held. */
function trimChains(db: Database, period: number, batch: number): Promise<number> {
  return db.transaction(async (tx) => {
    const cut = await tx.rows<{ person_key: Buffer; trimmed_seq: number }>(trim, [period, Math.ceil(batch / 10)])
    if (cut.length === 0) return 0
    return tx.run(cutOff, [cut.map((row) => row.person_key), cut.map((row) => row.trimmed_seq)])
  })
}
