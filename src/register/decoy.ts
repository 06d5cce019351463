/**
 * PROOF-7: a number nobody has gets a record like anybody's, which its answers are compared with, so that this takes as long as for somebody. Its decks
 * have the shapes of people's (src/questions/deck-shapes.ts). A pure function of seed, identifier and day. Held by test/register/invent.test.ts.
 *
 * No contacts, no aliases: nothing may ever be sent on the word of a decoy.
 */
import { createHmac } from 'node:crypto'
import type { Identifier, RegisterRecord } from '../domain/person.ts'
import type { Day } from '../domain/types.ts'
import { chanceFrom } from './chance.ts'
import { inventPeople, inventRecord } from './invent.ts'

/** `seed` is secret: who knows it can tell decoys from people. `today` moves the invented wages along with the real ones. */
export function decoyRecord(seed: Uint8Array | bigint, identifier: Identifier, today: Day): RegisterRecord {
  const key = typeof seed === 'bigint' ? Buffer.from(seed.toString(16)) : seed
  const own = createHmac('sha256', key).update(`decoy:${identifier.type}:${identifier.value}`).digest()
  const economy = createHmac('sha256', key).update('employers').digest().readUIntBE(0, 6)
  const chance = chanceFrom(own.readInt32LE(0), own.readInt32LE(4), own.readInt32LE(8), own.readInt32LE(12))
  const born = identifier.type === 'cedula' ? identifier.value.slice(0, 2) : null
  const { deathDate: _, ...record } = inventRecord(chance, { id: identifier, born, seed: economy, today })
  return { ...record, contacts: [], status: 'active' }
}

/** A record as long as most: what is opened for a number nobody has, so that looking takes as long as finding. */
export function middlingRecord(): RegisterRecord {
  const length = (record: RegisterRecord): number => JSON.stringify(record).length
  const some = [...inventPeople({ people: 9, seed: 1, today: '2026-01-01' })].sort((one, other) => length(one) - length(other))
  return some[4]!
}
