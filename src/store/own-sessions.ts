/** The open sessions of one person, and the browsers that are remembered for her. */
import type { SessionOrigin } from '../app/lane-ports.ts'
import type { OwnSessions } from '../app/own-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf } from './person-key.ts'

const open = 'ended_at is null and seen_at > clave.now() - $3 * interval \'1 ms\' and started_at > clave.now() - $4 * interval \'1 ms\''

const list = statement('own-sessions-list', `
  select left(encode(id_hash, 'hex'), 32) as handle, started_at as "startedAt", seen_at as "seenAt", id_hash = $2 as "thisOne", origin
    from sessions where person_key = $1 and ${open} order by started_at desc`)

const end = statement('own-session-end', `
  update sessions set ended_at = clave.now() where person_key = $1 and left(encode(id_hash, 'hex'), 32) = $2 and ended_at is null`)

const devices = statement('own-devices-list', `
  select left(encode(device_hash, 'hex'), 32) as handle, label, first_used_at as "firstUsedAt", last_used_at as "lastUsedAt"
    from devices where person_key = $1 and ended_at is null and expires_at is null order by last_used_at desc`)

const forget = statement('own-device-forget', `
  with gone as (
    update devices set ended_at = clave.now()
     where person_key = $1 and left(encode(device_hash, 'hex'), 32) = $2 and ended_at is null returning device_hash),
  sessions as (
    update sessions s set ended_at = clave.now() from gone
     where s.person_key = $1 and s.device_hash = gone.device_hash and s.id_hash <> $3 and s.ended_at is null)
  select 1 as one from gone`)

interface Row { handle: string; startedAt: Instant; seenAt: Instant; thisOne: boolean; origin: Buffer | null }
interface DeviceRow { handle: string; label: Buffer; firstUsedAt: Instant; lastUsedAt: Instant }

export function makeOwnSessions(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, { idle, absolute }: Policy['session']): OwnSessions {
  /** Sessions of before the origin was kept have none. */
  const originOf = (person: PersonKey, sealed: Buffer | null): Partial<SessionOrigin> =>
    (sealed === null ? {} : (JSON.parse(cipher.decrypt(person, 'session', sealed).toString()) as Partial<SessionOrigin>))
  return {
    async list(person, thisOne) {
      const rows = await db.rows<Row>(list, [bytesOf(person), thisOne, idle, absolute])
      return rows.map(({ origin, ...row }) => {
        const { network, browser } = originOf(person, origin)
        return { ...row, network: network ?? null, browser: browser || null }
      })
    },
    end: async (tx, person, handle) => (await on(tx).run(end, [bytesOf(person), handle])) === 1,
    async devices(person) {
      const rows = await db.rows<DeviceRow>(devices, [bytesOf(person)])
      return rows.map(({ label, ...row }) => ({ ...row, browser: cipher.decrypt(person, 'device', label).toString() }))
    },
    forget: async (tx, person, handle, kept) => (await on(tx).rows(forget, [bytesOf(person), handle, kept])).length === 1,
  }
}
