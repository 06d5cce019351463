/**
 * The only chance in the engine: HMAC-SHA-256 under the seed of the person. The same person and the same words give the same
 * draw for ever, so nothing shown is ever redrawn (PROOF-4), and nobody without the seed can tell the draw.
 *
 * Written out over the one-shot `hash`, because a `createHmac` costs 30 µs and a plan takes a dozen draws;
 * test/questions/chance.test.ts compares it with node's own HMAC.
 */
import { hash } from 'node:crypto'
import type { Seed } from './question.ts'

/** 32 bytes as a string of 32 characters below 256. */
export type Drawn = string

/** What belongs to this person and `about`. */
export type Draw = (about: string) => Drawn

/** The HMAC key is the seed in hexadecimal: 64 characters, one block of SHA-256, so no padding is needed. */
export function drawWith(seed: Seed): Draw {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  const key = Buffer.from(seed).toString('hex')
  const inner = masked(key, 0x36)
  const outer = masked(key, 0x5c)
  return (about) => hash('sha256', Buffer.from(outer + hash('sha256', inner + about, 'binary'), 'binary'), 'binary')
}

function masked(key: string, mask: number): string {
  return String.fromCharCode(...[...key].map((letter) => letter.charCodeAt(0) ^ mask))
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
