/**
 * The only chance in the engine: HMAC-SHA-256 under the seed of the person. The same person and the same words give the same
 * draw for ever, so nothing shown is ever redrawn (PROOF-4), and nobody without the seed can tell the draw.
 */
import { createHmac, createSecretKey, hash } from 'node:crypto'
import type { Seed } from './question.ts'

/** 32 bytes as a string of 32 characters below 256. */
export type Drawn = string

/** What belongs to this person and `about`. */
export type Draw = (about: string) => Drawn

/** A key object: given as bytes, Node would check the same key anew at every draw, which takes seven times as long. */
export function drawWith(seed: Seed): Draw {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  const key = createSecretKey(Buffer.from(Buffer.from(seed).toString('hex')))
  return (about) => createHmac('sha256', key).update(about).digest('binary')
}

/**
 * A draw for one of many labels under an earlier draw: half the price. The key is secret and has a fixed length and the digest is
 * never shown, so a plain prefix is a sound keyed function here.
 */
export function drawOf(key: Drawn, label: string): Drawn {
  return hash('sha256', key + label, 'binary')
}

/** In (0, 1), from the four bytes at `offset`. */
export function unit(drawn: Drawn, offset = 0): number {
  return (wholeOf(drawn, offset) + 0.5) / 2 ** 32
}

/** 0 to 2^32 − 1, from the four bytes at `offset`. */
export function wholeOf(drawn: Drawn, offset: number): number {
  let whole = 0
  for (let n = 0; n < 4; n += 1) whole = whole * 256 + drawn.charCodeAt(offset + n)
  return whole
}

/**
 * A lot for one of many numbers under a draw, 0 to 2^32 − 1: the same two always draw the same lot. Fast and even, no more: who sees which number wins
 * learns nothing, since nobody sees the draw or the others.
 */
export function lotOf(drawn: Drawn, number: number): number {
  let lot = wholeOf(drawn, 0) ^ number
  lot = Math.imul(lot ^ (lot >>> 16), 0x7feb352d)
  lot = Math.imul(lot ^ (lot >>> 15) ^ wholeOf(drawn, 4), 0x846ca68b)
  return (lot ^ (lot >>> 16)) >>> 0
}
