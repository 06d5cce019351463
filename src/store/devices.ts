/** Browsers with a lane of their own (LOGIN-2). One browser may serve several people of a family: a row for each. Held by test/store/lanes.test.ts. */
import type { Devices } from '../app/lane-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { Instant } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf } from './person-key.ts'

const trust = statement('device-trust', `
  insert into devices (person_key, device_hash, label, first_used_at, last_used_at) values ($1, $2, $3, clave.now(), clave.now())
  on conflict (person_key, device_hash) do update set label = excluded.label, last_used_at = excluded.last_used_at, expires_at = null, ended_at = null`)

// One that has its lane for good keeps it; one that was ended begins anew.
const lend = statement('device-lend', `
  insert into devices as d (person_key, device_hash, label, first_used_at, last_used_at, expires_at)
  values ($1, $2, $3, clave.now(), clave.now(), clave.now() + $4 * interval '1 ms')
  on conflict (person_key, device_hash) do update
     set expires_at = case when d.ended_at is null and d.expires_at is null then null else excluded.expires_at end, ended_at = null,
         last_used_at = excluded.last_used_at
  returning coalesce(expires_at, last_used_at + $4 * interval '1 ms') as until`)

const end = statement('device-end', 'update devices set ended_at = clave.now() where person_key = $1 and device_hash = $2 and ended_at is null')

const endAll = statement('device-end-all', 'update devices set ended_at = clave.now() where person_key = $1 and ended_at is null')

export function makeDevices(on: (tx: Tx) => Connection, cipher: FieldCipher): Devices {
  return {
    async trust(tx, person, device, label) {
      await on(tx).run(trust, [bytesOf(person), device, cipher.encrypt(person, 'device', label)])
    },
    async lend(tx, person, device, label, lifetime) {
      const row = await on(tx).row<{ until: Instant }>(lend, [bytesOf(person), device, cipher.encrypt(person, 'device', label), lifetime])
      return row!.until
    },
    end: async (tx, person, device) => (await on(tx).run(end, [bytesOf(person), device])) === 1,
    endAll: (tx, person) => on(tx).run(endAll, [bytesOf(person)]),
  }
}
