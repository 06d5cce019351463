/**
 * What the person in charge of data protection does for somebody who asked (D-08, LOPDP articles 13 to 17): a copy, taking away what is not right,
 * erasing. Each is an event with the number of the request, and told to every verified address (NOTICE-1), as an agent's act is.
 */
import { addressesOnFile, registerAddressesKept } from './addresses-on-file.ts'
import { everyLine } from './own-activity.ts'
import type { MyData } from './my-data.ts'
import { tellOwner } from './own-notices.ts'
import type { Deps, Found, Language } from './ports.ts'
import { KeyDestroyed, type Erased, type Erasure, type KeyDestroyer } from './rights-ports.ts'
import { runCommand } from './run-command.ts'
import type { PersonKey } from '../domain/types.ts'

/** The request in the institution's own books; names nobody. */
export type CaseNumber = string

/** Nobody can be asked for a language here. */
const language: Language = 'es'

export async function handOutCopy(deps: Deps, { person, record }: Found, number: CaseNumber): Promise<MyData> {
  await runCommand(deps, person, async (command) => {
    const notices = await tellOwner(deps, { ...command, person, record, language }, { kind: 'data-copied' })
    await command.append({ type: 'rights.copied', facts: { case: number, notices } })
  })
  deps.wakeCourier()
  return { register: record, parts: await deps.store.own.data.parts(person, 'whole'), activity: everyLine(deps, person, null) }
}

/** What may be taken away without giving anybody a way in: an address that recovers the key is no business of one person at a console (DESK-3). */
export const correctable = ['second-email', 'phone', 'bank-account'] as const
export type Correctable = (typeof correctable)[number]

/** false: there is no such thing on file, and nothing was written. */
export async function takeAway(deps: Deps, erasure: Erasure, { person, record }: Found, what: Correctable, number: CaseNumber): Promise<boolean> {
  const done = await runCommand(deps, person, async (command) => {
    const removed = what === 'bank-account' ? await erasure.removeBankAccount(command.tx, person) : await deps.store.own.contacts.remove(command.tx, person, what)
    if (!removed) return false
    const notices = await tellOwner(deps, { ...command, person, record, language }, { kind: 'data-corrected' })
    await command.append({ type: 'rights.corrected', facts: { case: number, what, notices } })
    return true
  })
  deps.wakeCourier()
  return done
}

/** What erasing needs beside the program. */
export interface Eraser {
  readonly erasure: Erasure
  readonly keys: KeyDestroyer
}

/**
 * The key goes first and the rows after it (D-03): whatever stops this in between leaves rows that nobody can read, and doing it again, or
 * `finishErasure`, ends it. Nothing says "erased" before both are done.
 */
export async function erasePerson(deps: Deps, { erasure, keys }: Eraser, found: Found, number: CaseNumber): Promise<Erased & { readonly notices: number }> {
  const destruction = await keys.prepare(found.person)
  try {
    const addresses = await addressesYet(deps, found)
    destruction.carryOut()
    return await eraseRows(deps, erasure, found.person, { generation: destruction.generation, addresses, number })
  } finally {
    destruction.close()
  }
}

/** For somebody whose key is destroyed and whose rows are here still, or again: an older copy of the database was brought back. */
export async function finishErasure(deps: Deps, erasure: Erasure, found: Found, generation: number, number: CaseNumber): Promise<Erased & { readonly notices: number }> {
  return eraseRows(deps, erasure, found.person, { generation, addresses: await addressesYet(deps, found), number })
}

interface Last { readonly generation: number; readonly addresses: readonly string[]; readonly number: CaseNumber }

async function eraseRows(deps: Deps, erasure: Erasure, person: PersonKey, { generation, addresses, number }: Last): Promise<Erased & { readonly notices: number }> {
  const done = await runCommand(deps, person, async ({ tx, now, append }) => {
    const erased = await erasure.erase(tx, person, generation)
    // After the erasing, which gives up whatever waits to be mailed.
    for (const to of addresses) await deps.store.outbox.queue(tx, person, { kind: 'data-erased', to, language, at: now })
    await append({ type: 'rights.erased', facts: { case: number, ...erased, notices: addresses.length } })
    return { ...erased, notices: addresses.length }
  })
  deps.wakeCourier()
  return done
}

/** All that can still be read: without the person's key those of the register. */
function addressesYet({ store }: Deps, { person, record }: Found): Promise<readonly string[]> {
  return store.transaction(async (tx) => {
    try {
      return await addressesOnFile(store, tx, person, record)
    } catch (error) {
      if (!(error instanceof KeyDestroyed)) throw error
      return registerAddressesKept(store, tx, person, record)
    }
  })
}
