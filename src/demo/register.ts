/** The demo's register: invented people, put in by the same import as real ones when there is nobody yet. */
import { createHmac } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RegisterRecord } from '../domain/person.ts'
import { defaultPolicy } from '../domain/policy.ts'
import type { Day } from '../domain/types.ts'
import { importRegister } from '../register/import.ts'
import { inventPeople } from '../register/invent.ts'
import { sealHere } from '../register/seal-block.ts'
import { sealerOf } from '../register/sealing.ts'
import type { Keyring } from '../security/keyring.ts'
import type { Database } from '../store/database.ts'
import { makeImportStore } from '../store/register-imports.ts'

const people = 2_000
/** The economy of the demo's people: employers and their names follow from it. */
export const demoSeed = 2026

interface DemoRegister {
  /** The invented people of this data folder, the same at every start. */
  records(): Iterable<RegisterRecord>
}

/** `home` remembers the day the people were invented, because their wages end the month before. */
export async function prepareDemoRegister(home: string, today: Day, db: Database, keyring: Keyring): Promise<DemoRegister> {
  const file = join(home, 'demo-register.json')
  const invented = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { today: Day }) : { today }
  const records = (): Iterable<RegisterRecord> => inventPeople({ people, seed: demoSeed, today: invented.today })
  if (existsSync(file)) return { records }
  const key = keyring.fixedHash('lookup', 'register')
  const keyed = (bytes: Buffer | string): Buffer => createHmac('sha256', key).update(bytes).digest()
  const seal = sealHere(sealerOf(keyring, defaultPolicy.identifier.foreignerCode))
  const options = { onBadLine: 'stop', fromStart: true, onProgress: nothing, onBadLineFound: nothing, onNote: nothing } as const
  await importRegister(lines(records()), { store: makeImportStore(db), seal, keyed }, options)
  writeFileSync(file, JSON.stringify(invented))
  return { records }
}

const nothing = (): void => {}

async function* lines(records: Iterable<RegisterRecord>): AsyncGenerator<Buffer> {
  for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`)
}
