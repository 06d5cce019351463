/** The invented register the attacks run on: any stretch of it, one person at a time. */
import type { RegisterRecord } from '../src/domain/person.ts'
import { chanceFor } from '../src/register/chance.ts'
import { inventPerson } from '../src/register/invent.ts'
import { today } from './engine.ts'

export interface Numbered {
  readonly index: number
  readonly record: RegisterRecord
}

/** People `from` to `to` (not included) of the register of a seed, every `step`-th. */
export function* people(seed: number, from: number, to: number, step = 1): Generator<Numbered, void> {
  for (let index = from; index < to; index += step) yield { index, record: inventPerson(chanceFor(seed, index), index, { seed, today }) }
}

export function* recordsOf(numbered: Iterable<Numbered>): Generator<RegisterRecord, void> {
  for (const { record } of numbered) yield record
}
