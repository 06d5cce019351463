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

/** Files from which on a thread is worth its start of a fifth of a second. */
const largeFile = 8 * 1024 * 1024

/**
 * How many threads seal a file of so many bytes (null: nobody knows). The main thread and the server's process keep two processors busy as it is; a
 * thread helps where there are more (bench/import.ts).
 */
export function sealThreadsFor(processors: number, size: number | null): number {
  if (size !== null && size < largeFile) return 0
  return Math.max(0, Math.min(2, processors - 2))
}
