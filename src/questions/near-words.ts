/**
 * Which words of a vocabulary pass for which, typing errors allowed (PROOF-8). Two words within so many errors of each other become the same when as many
 * letters are left out of each: an error spoils one letter of each word at most, a swap of neighbours too. So only words are compared that share what is
 * left of them; hundreds of thousands take seconds. Held against comparing all by test/questions/near-words.test.ts.
 */
import { errorsAllowed, nearWords } from './name.ts'

/** Shortened words held at one time: 256 MiB. */
const mostHeld = 2 ** 25

/** For each word those it passes for, itself among them. */
export function neighbours(words: readonly string[], held = mostHeld): ReadonlyMap<string, readonly string[]> {
  const distinct = [...new Set(words)]
  const found = distinct.map((_, n) => new Set([n]))
  const sizes = sliceSizes(distinct, held)
  sizes.forEach((size, slice) => compareRuns(distinct, sortedSlice(distinct, slice, sizes.length, size), found))
  return new Map(distinct.map((word, n) => [word, Array.from(found[n]!, (other) => distinct[other]!)]))
}

/** How many shortened words fall in each slice, of as many slices as it takes to hold no more than about `held` at one time. */
function sliceSizes(words: readonly string[], held: number): Float64Array {
  const all = words.reduce((sum, { length }) => sum + [1, 1 + length, 1 + length + (length * (length - 1)) / 2][errorsAllowed(length)]!, 0)
  const sizes = new Float64Array(Math.ceil(all / held))
  for (const word of words) eachShortened(word, (hash) => (sizes[hash % sizes.length]! += 1))
  return sizes
}

/** One hash in `slices` of all shortened words, each with the number of its word behind it, so that equal hashes lie beside each other. */
function sortedSlice(words: readonly string[], slice: number, slices: number, size: number): Float64Array {
  const hashes = Math.min(2 ** 32, Math.floor(2 ** 53 / words.length))
  const keys = new Float64Array(size)
  let filled = 0
  words.forEach((word, n) => eachShortened(word, (hash) => {
    if (hash % slices === slice) keys[filled++] = (hash % hashes) * words.length + n
  }))
  return keys.sort()
}

function compareRuns(words: readonly string[], keys: Float64Array, found: readonly Set<number>[]): void {
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const hash = Math.floor(keys[from]! / words.length)
    const run = new Set<number>()
    for (; to < keys.length && Math.floor(keys[to]! / words.length) === hash; to += 1) run.add(keys[to]! % words.length)
    if (run.size > 1) compareAll(words, [...run], found)
  }
}

function compareAll(words: readonly string[], some: readonly number[], found: readonly Set<number>[]): void {
  some.forEach((one, n) => {
    for (const other of some.slice(n + 1)) {
      if (found[one]!.has(other) || !nearWords(words[one]!, words[other]!)) continue
      found[one]!.add(other)
      found[other]!.add(one)
    }
  })
}

/**
 * The hash of the word and of all that is left of it without one letter, or two, as many as it may have errors. That is enough where a longer word may have
 * more: what is longer by one letter needs one left out less in the shorter.
 */
function eachShortened(word: string, give: (hash: number) => void): void {
  const { tail, power } = hashesOf(word)
  const without = (hash: number, from: number, gone: number, most: number): void => {
    give(mixed((Math.imul(hash, power[word.length - from]!) + tail[from]!) | 0))
    if (gone === most) return
    // The rest is left out letter by letter; what stands before it is hashed once.
    for (let at = from, before = hash; at < word.length; at += 1) {
      without(before, at + 1, gone + 1, most)
      before = (Math.imul(before, base) + word.charCodeAt(at)) | 0
    }
  }
  without(0, 0, 0, errorsAllowed(word.length))
}

const base = 0x01000193

/** Of every ending of the word its hash, a polynomial in `base`, and the powers of `base`. */
function hashesOf(word: string): { readonly tail: Int32Array; readonly power: Int32Array } {
  const [tail, power] = [new Int32Array(word.length + 1), new Int32Array(word.length + 1)]
  power[0] = 1
  for (let n = 1; n <= word.length; n += 1) {
    power[n] = Math.imul(power[n - 1]!, base)
    tail[word.length - n] = Math.imul(word.charCodeAt(word.length - n), power[n - 1]!) + tail[word.length - n + 1]!
  }
  return { tail, power }
}

/** Spreads the polynomial over all bits: slices are taken by the lowest. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b)
  return (twice ^ (twice >>> 16)) >>> 0
}
