import type { Keyring } from '../security/keyring.ts'

/** Keyed hash of a mail address or phone, for look-ups by equality (PROOF-12, LINK-4). Case does not count. */
export function contactHash(keyring: Keyring, value: string): Buffer {
  return keyring.fixedHash('lookup', value.toLowerCase())
}
