/**
 * Field encryption (AUDIT-2, D-01): AES-256-GCM with a random 96-bit nonce, bound to the person and the field as
 * associated data, so that a ciphertext moved to another row or column does not open. Layout: one byte with the length
 * of the key id, the key id, nonce (12), ciphertext, tag (16).
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import type { PersonKey } from '../domain/types.ts'
import type { Keyring } from './keyring.ts'
import { randomFromPool } from './random-pool.ts'

/** Names of encrypted fields; part of the associated data, so they can never change. */
export type Field = 'facts' | 'contact' | 'event' | 'journey' | 'mail' | 'plan' | 'device' | 'session' | 'bank-account' | 'certificate'

export interface FieldCipher {
  encrypt(person: PersonKey, field: Field, plain: string | Uint8Array): Buffer
  /** Bytes that so many take when they are encrypted. */
  sizeOf(plain: number): number
  /** Writes what encrypt would give; answers the position after it. An import, which has a place for it, saves an allocation and a copy. */
  encryptInto(target: Buffer, at: number, person: PersonKey, field: Field, plain: Uint8Array): number
  /** Throws when the bytes were changed, moved or written under a key the ring does not hold. */
  decrypt(person: PersonKey, field: Field, sealed: Uint8Array): Buffer
}

const [nonceSize, tagSize] = [12, 16]

export function makeFieldCipher(keyring: Keyring): FieldCipher {
  // Key objects: Node takes five times as long to check the same key given as bytes (46 µs a call on our machine).
  const keys = new Map<string, KeyObject>()
  const keyOf = (id: string): KeyObject => {
    const known = keys.get(id) ?? createSecretKey(keyring.derive('field', id))
    keys.set(id, known)
    return known
  }
  const prefix = Buffer.from([keyring.current.length, ...Buffer.from(keyring.current)])
  const sizeOf = (plain: number): number => prefix.length + nonceSize + plain + tagSize
  const encryptInto: FieldCipher['encryptInto'] = (target, at, person, field, plain) => {
    const nonce = randomFromPool(nonceSize)
    const cipher = createCipheriv('aes-256-gcm', keyOf(keyring.current), nonce)
    cipher.setAAD(Buffer.from(`${person}|${field}`))
    const body = at + prefix.length + nonceSize
    target.set(prefix, at)
    target.set(nonce, at + prefix.length)
    target.set(cipher.update(plain), body)
    cipher.final() // gives nothing: the mode has no blocks to fill
    target.set(cipher.getAuthTag(), body + plain.length)
    return body + plain.length + tagSize
  }
  return {
    sizeOf,
    encryptInto,
    encrypt(person, field, plain) {
      const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain
      const sealed = Buffer.allocUnsafe(sizeOf(bytes.length))
      encryptInto(sealed, 0, person, field, bytes)
      return sealed
    },
    decrypt(person, field, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      const start = 1 + (bytes[0] ?? 0)
      const id = bytes.toString('latin1', 1, start)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(id), bytes.subarray(start, start + nonceSize))
      decipher.setAAD(Buffer.from(`${person}|${field}`))
      decipher.setAuthTag(bytes.subarray(-tagSize))
      const plain = decipher.update(bytes.subarray(start + nonceSize, -tagSize))
      decipher.final() // gives nothing, as above; throws when the tag does not fit
      return plain
    },
  }
}
