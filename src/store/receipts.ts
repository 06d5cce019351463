/** Looking a receipt up: the beginning of an event's hash, and whether the chain it stands in holds. */
import type { Receipts } from '../app/own-ports.ts'
import type { EventType } from '../domain/events.ts'
import type { Instant } from '../domain/types.ts'
import { verifyChain } from './audit-chains.ts'
import { statement, type Database } from './database.ts'
import { personKeyOf } from './person-key.ts'

// Two events with the same first 64 bits: not before there are billions; then the earlier one answers.
const find = statement('receipt-find', `
  select person_key, seq, at, type from audit_events where substring(hash from 1 for 8) = $1 order by at limit 1`)

export function makeReceipts(db: Database): Receipts {
  return {
    async find(receipt) {
      const row = await db.row<{ person_key: Buffer; seq: number; at: Instant; type: EventType }>(find, [Buffer.from(receipt, 'hex')])
      if (!row) return null
      let whole = true
      const { events } = await verifyChain(db, personKeyOf(row.person_key), { onFault: () => { whole = false } })
      return { type: row.type, at: row.at, seq: row.seq, of: events, whole }
    },
  }
}
