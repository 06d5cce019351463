/** The program put together for the commands of the person in charge of data protection: no server, no mail of its own; mail it queues is sent by the servers. */
import { realpathSync } from 'node:fs'
import type { MyData } from './app/my-data.ts'
import type { Eraser } from './app/rights.ts'
import type { Deps, Found } from './app/ports.ts'
import type { Affected, AffectedPeople, ErasureCounts } from './app/rights-ports.ts'
import type { Config } from './config/parse.ts'
import { readIdentifier } from './domain/identifier.ts'
import type { Policy } from './domain/policy.ts'
import { loadKeyring, makeKeyDestroyer } from './security/keyring-file.ts'
import type { Keyring } from './security/keyring.ts'
import { makeAffectedPeople } from './store/affected-people.ts'
import { openDatabase, type Transaction } from './store/database.ts'
import { reachDatabaseServer } from './store/database-server.ts'
import { makeErasure, makeErasureCounts } from './store/erasure.ts'
import { waitExclusive, type FolderLock } from './store/folder-lock.ts'
import { makeSystem } from './system.ts'
import { csvRow, csvStart } from './web/csv.ts'
import { myDataFile } from './web/my-data-file.ts'
import { loadTerms } from './web/terms.ts'

export interface Rights {
  readonly deps: Deps
  readonly eraser: Eraser
  readonly erasures: ErasureCounts
  readonly keyring: Keyring
  readonly affected: AffectedPeople
  /** null: what was typed is no identifier. */
  find(typed: string): Promise<Found | null>
  copyFile(copy: MyData): Promise<AsyncGenerator<string>>
  /** A line for a spreadsheet: who, how to reach them, and what happened. */
  row(affected: Affected): Promise<string>
  readonly head: string
  close(): Promise<void>
}

/** Throws when the key ring is not there. */
export async function openRights(config: Config, policy: Policy, note: (sentence: string) => void): Promise<Rights> {
  if (config.keysFile === null) throw new Error('CLAVE_KEYS is needed: without the key ring nobody can be found.')
  const { keysFile } = config
  const keyring = loadKeyring(keysFile)
  const server = await reachDatabaseServer(config, note)
  const db = openDatabase({ url: server.url, connections: 2, statementTimeout: 0 })
  const { deps, cipher } = await makeSystem({
    db, keyring, policy, institution: config.institution, terms: loadTerms(), knowledge: () => undefined, isCommonPassword: () => false, wakeCourier: () => undefined,
  })
  return {
    deps, keyring, erasures: makeErasureCounts(db),
    eraser: { erasure: makeErasure((tx) => tx as unknown as Transaction), keys: makeKeyDestroyer(keysFile, keyring, () => lockOf(keysFile)) },
    affected: makeAffectedPeople(db, cipher),
    async find(typed) {
      const read = readIdentifier(typed, policy.identifier.foreignerCode)
      return read.ok ? deps.register.findByKey(await deps.register.resolve(read.identifier)) : null
    },
    copyFile: async (copy) => myDataFile(copy, { at: await deps.store.now(), institution: config.institution, timeZone: policy.timeZone }),
    head: csvStart + csvRow(['identificacion', 'nombres', 'apellidos', 'correosComprobados', 'telefonos', 'eventos', 'primero', 'ultimo', 'tipos', 'avisarPor']),
    row: (affected) => rowOf(deps, affected),
    async close() {
      await db.close()
      await server.stop()
    },
  }
}

/** Let go of by the kernel when the command is killed. */
async function lockOf(keysFile: string): Promise<FolderLock> {
  const lock = await waitExclusive(`${realpathSync(keysFile)}.lock`, 10_000)
  if (lock === undefined) throw new Error('another command is writing it')
  return lock
}

/** Addresses on file are those that were verified, here or by the register. Who has none is told by telephone or letter. */
async function rowOf({ store, register }: Deps, { person, events, first, last, types }: Affected): Promise<string> {
  const { record } = await register.findByKey(person)
  const contacts = await store.transaction((tx) => store.accounts.contacts(tx, person))
  const own = contacts.filter(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none').map(({ value }) => value)
  const known = (record?.contacts ?? []).filter(({ verifiedBy }) => verifiedBy !== 'none')
  const mails = [...new Set([...own, ...known.filter(({ kind }) => kind === 'email').map(({ value }) => value)])]
  const phones = [...new Set([...contacts, ...known].filter(({ kind }) => kind !== 'email').map(({ value }) => value))]
  const by = record === null ? 'numero que el registro no conoce: a nadie' : mails.length > 0 ? 'correo' : phones.length > 0 ? 'telefono' : 'carta u oficina'
  const text = (at: number): string => new Date(at).toISOString()
  return csvRow([record?.id.value ?? person, record?.givenNames ?? '', record?.surnames ?? '', mails.join(' '), phones.join(' '), String(events), text(first), text(last), types.join(' '), by])
}
