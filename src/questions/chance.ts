/**
 * The only chance in the engine: HMAC-SHA-256 under the seed of the person. The same person and the same words give the same
 * draw for ever, so nothing shown is ever redrawn (PROOF-4), and nobody without the seed can tell the draw.
 */
import { createHmac, hash } from 'node:crypto'
import type { Seed } from './question.ts'

/** 32 bytes that belong to this person and `about`. */
export function draw(seed: Seed, about: string): Buffer {
  return createHmac('sha256', seed).update(about).digest()
}

/** In (0, 1), from four bytes of a draw. */
export function unit(bytes: Buffer, offset = 0): number {
  return (bytes.readUInt32BE(offset) + 0.5) / 2 ** 32
}

/**
 * A draw for one of many labels under a key of `draw`: cheaper than an HMAC each. The key is secret and of fixed length and the
 * digest is never shown, so a plain prefix is a sound keyed function here.
 */
export function drawOf(key: Buffer, label: string): Buffer {
  return hash('sha256', key.toString('hex') + label, 'buffer')
}
