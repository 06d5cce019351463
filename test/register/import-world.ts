/** Everything an import test needs, on a database of its own. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { defaultPolicy } from '../../src/domain/policy.ts'
import type { Identifier, RegisterRecord } from '../../src/domain/person.ts'
import { makeImportDeps } from '../../src/import-deps.ts'
import { importRegister, type BadLine, type ImportOptions, type ImportReport } from '../../src/register/import.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { makeFieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'
import { openDatabase } from '../../src/store/database.ts'
import { middlingRecord } from '../../src/register/decoy.ts'
import { makeRegisterPeople } from '../../src/store/register-people.ts'
import { createTestDatabase, type Engine } from '../support/databases.ts'

export type ImportWorld = Awaited<ReturnType<typeof importWorld>>

export async function importWorld(engine: Engine) {
  const database = await createTestDatabase(engine)
  const db = openDatabase({ ...database.config, connections: 2, statementTimeout: 0 })
  const keyringFile = newKeyringFile(randomBytes)
  const keyring = parseKeyring(keyringFile)
  const deps = makeImportDeps(db, keyring, defaultPolicy)
  const register = makeRegisterPeople(db, makeFieldCipher(keyring), keyring, middlingRecord())
  const people = { find: (identifier: Identifier) => register.findByKey(keyring.personKey(identifier)) }
  const notes: string[] = []
  const bad: BadLine[] = []

  const importBytes = (bytes: AsyncIterable<Buffer>, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importRegister(bytes, deps, {
      onBadLine: 'stop', fromStart: false, batchSize: 150_000,
      onProgress: () => undefined,
      onBadLineFound: (line) => bad.push(line),
      onNote: (note) => notes.push(note),
      ...options,
    })
  return {
    database, db, deps, keyring, keyringFile, people, notes, bad, importBytes,
    importText: (text: string | Buffer, options: Partial<ImportOptions> = {}) => importBytes(inPieces(Buffer.from(text as string)), options),
    rows: () => database.sql('select person_key, status, facts_digest from clave.people order by person_key'),
    aliases: () => database.sql('select alias_key, person_key from clave.aliases order by alias_key'),
    async end() {
      await db.close()
      await database.drop()
    },
  }
}

export const lineOf = (record: RegisterRecord): string => `${JSON.stringify(record)}\n`
export const invented = (people: number, seed = 5): RegisterRecord[] => [...inventPeople({ people, seed, today: '2026-11-22' })]
export const fileOf = (records: Iterable<RegisterRecord>): string => Array.from(records, lineOf).join('')

/** As a pipe delivers them: in pieces that know nothing of lines. */
export function inPieces(bytes: Buffer, size = 1_000): AsyncIterable<Buffer> {
  return Readable.from(pieces(bytes, size))
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
