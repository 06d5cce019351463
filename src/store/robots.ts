/** The robot check's memory: challenges used once, and tickets of the way without scripts. It counts for nothing in the odds (P-17). */
import type { RobotChecks } from '../app/ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import type { Keyring } from '../security/keyring.ts'
import { statement, type Database } from './database.ts'

const use = statement('robot-use', `
  insert into used_challenges (challenge, expires_at) values ($1, to_timestamp($2::double precision / 1000)) on conflict do nothing`)

const lockNetwork = statement('robot-lock-network', `select pg_advisory_xact_lock(('x' || left(encode($1::bytea, 'hex'), 16))::bit(64)::bigint)`)

const issue = statement('robot-issue', `
  insert into robot_tickets (network, issued_at, ripe_at)
  select $1, t.now, t.now + $2 * interval '1 ms' from (select clave.now() as now) t
   where (select count(*) from robot_tickets where network = $1 and ripe_at > t.now) < $3
     and (select count(*) from robot_tickets where network = $1 and issued_at > t.now - interval '1 hour') < $4
  returning id, ripe_at`)

export function makeRobotChecks(db: Database, keyring: Keyring, policy: Policy['robot']): RobotChecks {
  return {
    use: async (challenge, expiresAt) => (await db.run(use, [challenge, expiresAt])) === 1,
    issueTicket: (network) => db.transaction(async (tx) => {
      const hashed = keyring.fixedHash('lookup', 'network', network)
      await tx.rows(lockNetwork, [hashed]) // two at once must not both be the last of the hour
      const row = await tx.row<{ id: number; ripe_at: Instant }>(
        issue, [hashed, policy.ripening, policy.unripePerNetwork, policy.ticketsPerNetworkAndHour])
      return row ? { id: row.id, ripeAt: row.ripe_at } : null
    }),
  }
}
