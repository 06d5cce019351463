/**
 * Running processes follow the file of the key ring: a key destroyed there is forgotten here within one beat, and no key of a person is kept
 * for longer than one. A file that is broken, older or of another ring changes nothing. Held by test/security/keyring-file.test.ts.
 */
import { statSync } from 'node:fs'
import { second, type Duration } from '../domain/types.ts'
import { loadKeyring } from './keyring-file.ts'
import type { Keyring } from './keyring.ts'
import { erasedPersons } from './person-tree.ts'

export interface KeyringWatch {
  /** One look, for tests. */
  look(): void
  stop(): void
}

interface Watched {
  readonly file: string
  readonly keyring: Keyring
  /** A sentence about the file and nobody. Once for each state of the file. */
  readonly onRefused: (why: string) => void
  readonly onAdopted: (erased: number) => void
  readonly beat?: Duration
}

export function startKeyringWatch({ file, keyring, onRefused, onAdopted, beat = 5 * second }: Watched): KeyringWatch {
  let seen = ''
  const adopt = (): void => {
    const before = keyring.fingerprint
    try {
      keyring.adopt(loadKeyring(file))
      if (keyring.fingerprint !== before) onAdopted(erasedPersons(keyring.personal.tree()).length)
    } catch (error) {
      onRefused(error instanceof Error && !('code' in error) ? error.message : 'it cannot be read')
    }
  }
  const look = (): void => {
    keyring.personal.forget()
    const state = stateOf(file)
    if (state === seen) return
    seen = state
    adopt()
  }
  const timer = setInterval(look, beat)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}

/** A file that was renamed into place is another one, whatever its times. */
function stateOf(file: string): string {
  try {
    const { dev, ino, size, mtimeNs } = statSync(file, { bigint: true })
    return `${dev} ${ino} ${size} ${mtimeNs}`
  } catch {
    return 'out of reach'
  }
}
