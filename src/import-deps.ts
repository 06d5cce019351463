/** What an import of the register needs, put together: for the command and for the demonstration. */
import type { Policy } from './domain/policy.ts'
import type { ImportDeps } from './register/import.ts'
import { sealHere, type BlockSealer } from './register/seal-block.ts'
import { sealerOf } from './register/sealing.ts'
import type { Keyring } from './security/keyring.ts'
import type { Database } from './store/database.ts'
import { makeImportStore } from './store/register-imports.ts'

/** Seals in this thread unless another way is given (src/register/seal-threads.ts). */
export function makeImportDeps(db: Database, keyring: Keyring, policy: Policy, seal?: BlockSealer): ImportDeps {
  return {
    store: makeImportStore(db),
    seal: seal ?? sealHere(sealerOf(keyring, policy.identifier.foreignerCode)),
    keyed: (digest) => keyring.fixedHash('lookup', 'register file', digest),
  }
}
