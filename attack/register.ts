/** The invented register the attacks run on: any stretch of it, one person at a time. */
import type { RegisterRecord } from '../src/domain/person.ts'
import { chanceFor } from '../src/register/chance.ts'
import { inventRecord } from '../src/register/invent.ts'
import { inventIdentity } from '../src/register/invented-identity.ts'
import { today } from './engine.ts'

export interface Numbered {
  readonly index: number
  readonly record: RegisterRecord
}

/** People `from` to `to` (not included) of the register of a seed, every `step`-th. */
export function* people(seed: number, from: number, to: number, step = 1): Generator<Numbered, void> {
  for (let index = from; index < to; index += step) {
    const chance = chanceFor(seed, index)
    yield { index, record: inventRecord(chance, { ...inventIdentity(chance, seed, index), seed, today }) }
  }
}

export function* recordsOf(numbered: Iterable<Numbered>): Generator<RegisterRecord, void> {
  for (const { record } of numbered) yield record
}
