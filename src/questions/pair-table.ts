/**
 * The memory pairs are counted in (pair-counts.ts), shared by threads, and the places in it. The bit and the two counters of a pair are found by hashes that
 * have nothing in common: pairs that fall together in one do not in the others.
 */

export interface PairTable {
  /** Of 16 bits each. */
  readonly counters: SharedArrayBuffer
  readonly bits: SharedArrayBuffer
}

/** As many bits as there are in the counters: most pairs are of one person, who takes a bit. */
const bitsForCounter = 16

/** For so many people: sixteen counters for each, so that few fall together, but no more than 256 MiB and as much of bits. */
export function pairTable(people: number): PairTable {
  return tableOf(2 ** Math.min(27, Math.max(16, Math.ceil(Math.log2(Math.max(1, people) * 16)))))
}

/** `counters` is a power of two, and two at least. */
export function tableOf(counters: number): PairTable {
  return { counters: new SharedArrayBuffer(2 * counters), bits: new SharedArrayBuffer((bitsForCounter * counters) / 8) }
}

/** Which counter of `size`, a power of two; the order of the two answers does not matter. `cohort` is a hash too. */
export function pairIndex(size: number, cohort: number, one: number, other: number): number {
  return mix(one < other ? mix(one, other) : mix(other, one), cohort) & (size - 1)
}

/** Its second counter: one that is shared with a pair many people give says nothing, two seldom are. */
export function secondIndex(size: number, cohort: number, one: number, other: number): number {
  return murmur(one < other ? one : other, one < other ? other : one, cohort, 1) & (size - 1)
}

/** Which bit of `size`, a power of two up to 2^31. */
export function bitIndex(size: number, cohort: number, one: number, other: number): number {
  return murmur(one < other ? one : other, one < other ? other : one, cohort, 0) & (size - 1)
}

/** FNV-1a: fast, the same everywhere, and good enough where a collision only makes an answer look more common. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  return hash >>> 0
}

function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other ^ (one >>> 15), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** MurmurHash3 of three words. */
function murmur(one: number, two: number, three: number, seed: number): number {
  let hash = block(block(block(seed, one), two), three) ^ 12
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function block(hash: number, word: number): number {
  const scattered = Math.imul(word, 0xcc9e2d51)
  const mixed = hash ^ Math.imul((scattered << 15) | (scattered >>> 17), 0x1b873593)
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}
