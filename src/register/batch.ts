/**
 * The people of some lines, as they stand after the last of them: later lines for the same person replace earlier ones, and an identifier
 * that becomes the alias of somebody ends being a person of its own (ID-2).
 */
import type { SealedPeople, SealedPerson } from '../app/register-import.ts'
import type { PersonKey } from '../domain/types.ts'

export interface Batch extends SealedPeople {
  /** Lines that a later one of the batch replaced. */
  readonly replaced: number
  /** Bytes of facts. */
  readonly size: number
  add(person: SealedPerson): void
}

export function newBatch(): Batch {
  const people = new Map<PersonKey, SealedPerson>()
  const aliases = new Map<PersonKey, PersonKey>()
  const absorbed = new Set<PersonKey>()
  const released = new Set<PersonKey>()
  const totals = { replaced: 0, size: 0 }
  const remove = (key: PersonKey): void => {
    const before = people.get(key)
    if (before === undefined) return
    totals.replaced++
    totals.size -= before.size
    people.delete(key)
    for (const alias of before.aliases) if (aliases.get(alias) === key && aliases.delete(alias)) released.add(alias)
  }
  return {
    people, aliases, absorbed, released,
    get replaced() { return totals.replaced },
    get size() { return totals.size },
    add(person) {
      remove(person.key)
      people.set(person.key, person)
      totals.size += person.size
      aliases.delete(person.key)
      absorbed.delete(person.key)
      for (const alias of person.aliases) {
        remove(alias)
        absorbed.add(alias)
        aliases.set(alias, person.key)
        released.delete(alias)
      }
    },
  }
}
