/** Whom the events of a window of time name (D-08), a batch of people at a time, so that a window of millions fits. */
import { KeyDestroyed, type Affected, type AffectedPeople, type Incident } from '../app/rights-ports.ts'
import type { EventType } from '../domain/events.ts'
import { institutionChain } from '../domain/institution-events.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Database } from './database.ts'

const people = statement('affected-people', `
  select encode(person_key, 'hex') as person, count(*) as events, min(at) as first, max(at) as last, array_agg(distinct type order by type) as types
    from audit_events
   where at >= to_timestamp($1::double precision / 1000) and at < to_timestamp($2::double precision / 1000) and ($3::text is null or type = $3) and person_key > $4
   group by person_key order by person_key limit 10000`)

// A place is sealed: it can be compared here only, person by person.
const placed = statement('affected-placed', `
  select at, type, personal from audit_events
   where person_key = $4 and at >= to_timestamp($1::double precision / 1000) and at < to_timestamp($2::double precision / 1000) and ($3::text is null or type = $3)
     and personal is not null order by seq`)

interface Placed { readonly at: Instant; readonly type: EventType; readonly personal: Buffer }

export function makeAffectedPeople(db: Database, cipher: FieldCipher): AffectedPeople {
  return async function* (incident) {
    const window = [incident.from, incident.to, incident.type]
    // Behind the institution's own chain, which comes before all people and is nobody's.
    for (let last: string = institutionChain; ;) {
      const batch: Affected[] = await db.rows<Affected>(people, [...window, Buffer.from(last, 'hex')])
      for (const each of batch) {
        const affected = incident.network === null ? each : await fromNetwork(incident, each)
        if (affected !== null) yield affected
      }
      if (batch.length === 0) return
      last = batch.at(-1)!.person
    }
  }

  async function fromNetwork(incident: Incident, { person }: Affected): Promise<Affected | null> {
    const rows = await db.rows<Placed>(placed, [incident.from, incident.to, incident.type, Buffer.from(person, 'hex')])
    const there = rows.filter(({ personal }) => networkOf(person, personal) === incident.network)
    if (there.length === 0) return null
    return { person, events: there.length, first: there[0]!.at, last: there.at(-1)!.at, types: [...new Set(there.map(({ type }) => type))].sort() }
  }

  /** undefined: the person was erased, and the place with them; rows of an older copy of the database may still have it sealed. */
  function networkOf(person: PersonKey, personal: Buffer): unknown {
    try {
      return (JSON.parse(cipher.decrypt(person, 'event', personal).toString()) as { network?: unknown }).network
    } catch (error) {
      if (error instanceof KeyDestroyed) return undefined
      throw error
    }
  }
}
