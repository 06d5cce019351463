/** What an import of the register needs, put together: for the command and for the demonstration. */
import type { Policy } from './domain/policy.ts'
import type { ImportDeps } from './register/import.ts'
import { lineScan } from './register/line-scan.ts'
import { lineReader } from './register/record.ts'
import { lineSealer } from './register/seal.ts'
import { makeFieldCipher } from './security/field-cipher.ts'
import type { Keyring } from './security/keyring.ts'
import type { Database } from './store/database.ts'
import { makeImportStore } from './store/register-imports.ts'

export function makeImportDeps(db: Database, keyring: Keyring, policy: Policy): ImportDeps {
  const cipher = makeFieldCipher(keyring)
  const seal = lineSealer(lineReader(policy.identifier.foreignerCode), {
    personKey: (identifier) => keyring.personKey(identifier),
    encrypt: (person, json) => cipher.encrypt(person, 'facts', json),
    digest: (json) => keyring.fixedHash('lookup', 'facts', json),
  }, lineScan(policy.identifier.foreignerCode))
  return { store: makeImportStore(db), seal, keyed: (digest) => keyring.fixedHash('lookup', 'register file', digest) }
}
