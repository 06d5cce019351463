/** Slow hashes, tokens and codes. Implemented by src/security. */
import type { PersonKey } from '../domain/types.ts'

/** A place in the queue for one slow hash (LOGIN-6); `release` must be called, or `hash`/`verify` used once. */
export interface HashSlot {
  hash(secret: string): Promise<string>
  /** `stored` null: compares with a decoy of equal cost and answers false (LOGIN-4). */
  verify(stored: string | null, secret: string): Promise<boolean>
  release(): void
}

export interface Hasher {
  /** null: the queue is full; answer 503 with Retry-After. Owners keep a share of the places (L-13). */
  reserve(lane: 'owner' | 'stranger'): HashSlot | null
  /** Would `reserve` answer null now? */
  isFull(lane: 'owner' | 'stranger'): boolean
  /** PASS-3: stored with older parameters or an older key. */
  needsRehash(stored: string): boolean
}

export interface Secrets {
  /** 256 random bits, base64url. */
  token(): string
  tokenHash(token: string): Buffer
  /** SHA-256, hexadecimal. */
  digest(bytes: Uint8Array): string
  /** LINK-2, LINK-3: the 8 digits that stand beside a link, a keyed function of its token. */
  code(token: string): string
  codeHash(tokenHash: Buffer, code: string): Buffer
  /** LOGIN-6: 11 signs that only we can make for this browser and this person; person null: for the browser alone. */
  deviceTag(deviceHash: Buffer, person: PersonKey | null): string
  equal(a: Buffer, b: Buffer): boolean
}
