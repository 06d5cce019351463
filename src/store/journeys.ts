/** Journeys: what a browser has done so far, sealed, by the hash of its cookie. Saved only over the version that was read. */
import type { Journeys, Tx } from '../app/ports.ts'
import { KeyDestroyed } from '../app/rights-ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const create = statement('journey-create', `
  insert into journeys (id_hash, person_key, kind, version, facts, begun_at, seen_at) values ($1, $2, $4, 1, $3, clave.now(), clave.now())`)

// Looking counts as activity; one write every ten seconds is exact enough for half an hour.
const load = statement('journey-load', `
  select person_key, version, facts, seen_at, clave.now() as now from journeys
   where id_hash = $1 and kind = $4 and seen_at > clave.now() - $2 * interval '1 ms' and begun_at > clave.now() - $3 * interval '1 ms'`)

const touch = statement('journey-touch', 'update journeys set seen_at = clave.now() where id_hash = $1')

const save = statement('journey-save', `
  update journeys set facts = $3, version = version + 1, seen_at = clave.now() where id_hash = $1 and version = $2`)

interface Row { person_key: Buffer; version: number; facts: Buffer; seen_at: Instant; now: Instant }

export type JourneyKind = 'key' | 'unlock' | 'reopen'

export function makeJourneys<Facts>(
  db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, { idle, absolute }: Policy['journey'], kind: JourneyKind,
): Journeys<Facts> {
  /** One that was begun before its person was erased is none any more. */
  const opened = (person: PersonKey, sealed: Buffer): Facts | null => {
    try {
      return JSON.parse(cipher.decrypt(person, 'journey', sealed).toString()) as Facts
    } catch (error) {
      if (error instanceof KeyDestroyed) return null
      throw error
    }
  }
  return {
    async create(tx, idHash, person, facts) {
      await on(tx).run(create, [idHash, bytesOf(person), cipher.encrypt(person, 'journey', JSON.stringify(facts)), kind])
    },
    async load(idHash, tx) {
      const connection = tx ? on(tx) : db
      const row = await connection.row<Row>(load, [idHash, idle, absolute, kind])
      if (!row) return null
      if (row.seen_at < row.now - 10_000) await connection.run(touch, [idHash])
      const person = personKeyOf(row.person_key)
      const facts = opened(person, row.facts)
      return facts && { person, version: row.version, facts, now: row.now }
    },
    async save(tx, idHash, { person, version }, facts) {
      return (await (tx ? on(tx) : db).run(save, [idHash, version, cipher.encrypt(person, 'journey', JSON.stringify(facts))])) === 1
    },
  }
}
