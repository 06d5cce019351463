/** Links and sessions of officers, by hash; each change is written down in the institution's chain in the same statement. Held by test/store/officers.test.ts. */
import type { Officers } from '../app/officer-ports.ts'
import { institutionChain } from '../domain/institution-events.ts'
import { officerIdle, officerLinkLifetime, officerLongest, type OfficerSession } from '../domain/officer.ts'
import type { Instant } from '../domain/types.ts'
import { statement, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

const make = statement('officer-link-make', `
  with made as (insert into officer_links (token_hash, case_number, made_at) values ($1, $2, clave.now()) returning case_number, made_at)
  select made_at, (clave.append_event($3, 'officer.link-made', json_build_object('case', case_number)::text)).o_seq from made`)

const goodLink = `token_hash = $1 and used_at is null and made_at > (select clave.now()) - $2 * interval '1 ms'`
const until = statement('officer-link-until', `select made_at from officer_links where ${goodLink}`)

const begin = statement('officer-session-begin', `
  with used as (update officer_links set used_at = clave.now() where ${goodLink} returning case_number),
  session as (insert into officer_sessions (id_hash, case_number, started_at, seen_at) select $3, case_number, clave.now(), clave.now() from used)
  select (clave.append_event($4, 'officer.session-began', json_build_object('case', case_number)::text)).o_seq from used`)

const open = statement('officer-session-open', `
  with seen as (
    update officer_sessions s set seen_at = greatest(s.seen_at, now)
      from (select clave.now() as now) moment
     where s.id_hash = $1 and s.ended_at is null and s.seen_at > now - $2 * interval '1 ms' and s.started_at > now - $3 * interval '1 ms'
    returning s.case_number, s.started_at, now)
  select case_number, started_at, now, (clave.append_event($4, 'officer.page-opened', json_build_object('case', case_number, 'page', $5::text)::text)).o_seq from seen`)

const end = statement('officer-session-end', `
  with ended as (update officer_sessions set ended_at = clave.now() where id_hash = $1 and ended_at is null returning case_number)
  select (clave.append_event($2, 'officer.session-ended', json_build_object('case', case_number)::text)).o_seq from ended`)

export function makeOfficers(db: Database): Officers {
  const chain = bytesOf(institutionChain)
  return {
    makeLink: async (tokenHash, caseNumber) => (await db.row<{ made_at: Instant }>(make, [tokenHash, caseNumber, chain]))!.made_at + officerLinkLifetime,
    async linkUntil(tokenHash) {
      const row = await db.row<{ made_at: Instant }>(until, [tokenHash, officerLinkLifetime])
      return row ? row.made_at + officerLinkLifetime : null
    },
    begin: async (tokenHash, sessionHash) => (await db.run(begin, [tokenHash, officerLinkLifetime, sessionHash, chain])) === 1,
    async open(sessionHash, page): Promise<OfficerSession | null> {
      const row = await db.row<{ case_number: string; started_at: Instant; now: Instant }>(open, [sessionHash, officerIdle, officerLongest, chain, page])
      return row ? { caseNumber: row.case_number, startedAt: row.started_at, now: row.now } : null
    },
    async end(sessionHash) {
      await db.run(end, [sessionHash, chain])
    },
  }
}
