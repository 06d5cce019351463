/** PASS-2: is this a common or breached password? A binary search in sorted 64-bit hashes, built at install time; works offline. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The hash of a password in lower case, NFC. Not a secret: the list is public. */
export function hashOfPassword(lower: string): bigint {
  return createHash('sha256').update(lower).digest().readBigUInt64LE()
}

/** Reads the built list, about 4 MB; throws when it was not built. */
export function loadCommonPasswords(file: string = join(import.meta.dirname, '../../dist/common-passwords.bin')): (candidate: string) => boolean {
  const bytes = readFileSync(file)
  const hashes = new BigUint64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return (candidate) => {
    const wanted = hashOfPassword(candidate)
    let low = 0
    let high = hashes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (hashes[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return hashes[low] === wanted
  }
}
