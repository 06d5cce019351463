/**
 * Field encryption (AUDIT-2, D-01): AES-256-GCM with a random 96-bit nonce, bound to the person and the field as associated data, so that a
 * ciphertext moved to another row or column does not open. What the register says is sealed under a master key; what the person gave under a key
 * of their own, which erasing destroys (D-03). Layout: one byte with the length of the master key's id, and its highest bit set for a key of
 * the person; in that case one byte with the generation of that key; the id, nonce (12), ciphertext, tag (16). The database looks at the first
 * two bytes as well (migrations/0010-destroyed-keys.sql).
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import type { PersonKey } from '../domain/types.ts'
import type { Keyring } from './keyring.ts'
import { randomFromPool } from './random-pool.ts'

/** Names of encrypted fields; part of the associated data, so they can never change. */
export type Field = 'facts' | 'contact' | 'event' | 'journey' | 'mail' | 'plan' | 'device' | 'session' | 'bank-account' | 'certificate'

/**
 * Of the register, which an import brings back. Decks of questions are made of the register too, and must outlive an erasure as the counters
 * beside them do (PROOF-4).
 */
const ofTheRegister: ReadonlySet<Field> = new Set(['facts', 'plan'])

export interface FieldCipher {
  encrypt(person: PersonKey, field: Field, plain: string | Uint8Array): Buffer
  /** Bytes that so many take when they are encrypted. */
  sizeOf(field: Field, plain: number): number
  /** Writes what encrypt would give; answers the position after it. An import, which has a place for it, saves an allocation and a copy. */
  encryptInto(target: Buffer, at: number, person: PersonKey, field: Field, plain: Uint8Array): number
  /** Throws when the bytes were changed, moved or written under a key the ring does not hold; KeyDestroyed when it was the person's and is no more. */
  decrypt(person: PersonKey, field: Field, sealed: Uint8Array): Buffer
}

const [nonceSize, tagSize] = [12, 16]
/** In the first byte: the key is the person's own. */
const personal = 0x80

/** What stands in front of a ciphertext; generation null: a master key. */
interface Sealer { readonly id: string; readonly generation: number | null; readonly end: number }

function sealerOf(bytes: Buffer): Sealer {
  const first = bytes[0] ?? 0
  const start = first < personal ? 1 : 2
  const end = start + (first & ~personal)
  return { id: bytes.toString('latin1', start, end), generation: first < personal ? null : bytes[1] ?? 0, end }
}

export function makeFieldCipher(keyring: Keyring): FieldCipher {
  // Key objects: Node takes five times as long to check the same key given as bytes (46 µs a call on our machine).
  const keys = new Map<string, KeyObject>()
  const keyOf = (id: string): KeyObject => {
    const known = keys.get(id) ?? createSecretKey(keyring.derive('field', id))
    keys.set(id, known)
    return known
  }
  const id = Buffer.from(keyring.current)
  const masterHead = Buffer.from([id.length, ...id])
  const headOf = (field: Field, generation: number): Buffer => (ofTheRegister.has(field) ? masterHead : Buffer.from([id.length | personal, generation, ...id]))
  const sizeOf = (field: Field, plain: number): number => masterHead.length + (ofTheRegister.has(field) ? 0 : 1) + nonceSize + plain + tagSize
  const encryptInto: FieldCipher['encryptInto'] = (target, at, person, field, plain) => {
    const generation = ofTheRegister.has(field) ? 0 : keyring.personal.generationOf(person)
    const head = headOf(field, generation)
    const nonce = randomFromPool(nonceSize)
    const cipher = createCipheriv('aes-256-gcm', ofTheRegister.has(field) ? keyOf(keyring.current) : keyring.personal.key(person, generation, keyring.current), nonce)
    cipher.setAAD(Buffer.from(`${person}|${field}`))
    const body = at + head.length + nonceSize
    target.set(head, at)
    target.set(nonce, at + head.length)
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
      const sealed = Buffer.allocUnsafe(sizeOf(field, bytes.length))
      encryptInto(sealed, 0, person, field, bytes)
      return sealed
    },
    decrypt(person, field, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      const sealer = sealerOf(bytes)
      const start = sealer.end
      const key = sealer.generation === null ? keyOf(sealer.id) : keyring.personal.key(person, sealer.generation, sealer.id)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(start, start + nonceSize))
      decipher.setAAD(Buffer.from(`${person}|${field}`))
      decipher.setAuthTag(bytes.subarray(-tagSize))
      const plain = decipher.update(bytes.subarray(start + nonceSize, -tagSize))
      decipher.final() // gives nothing, as above; throws when the tag does not fit
      return plain
    },
  }
}
