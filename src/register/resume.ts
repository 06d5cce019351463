/** Going on with an import that was cut off: only when the stream begins with exactly the bytes that are done. */
import { createHash } from 'node:crypto'
import type { ImportProgress } from '../app/register-import.ts'
import type { Position } from './blocks.ts'
import { prefixed } from './source.ts'

/** The stream begins like the one that was cut off and then differs. A file can be read again from the start, a pipe cannot. */
export class OtherStream extends Error {}

const headSize = 4096

/** The first bytes, by which an earlier import of the same stream is found; `bytes` is the stream with them. */
export async function headOf(pieces: AsyncIterable<Buffer>): Promise<{ head: Buffer; bytes: AsyncGenerator<Buffer> }> {
  const iterator = pieces[Symbol.asyncIterator]()
  let taken = Buffer.alloc(0)
  while (taken.length < headSize) {
    const { value, done } = await iterator.next()
    if (done) break
    taken = Buffer.concat([taken, value])
  }
  return { head: taken.subarray(0, headSize), bytes: prefixed(taken, { [Symbol.asyncIterator]: () => iterator }) }
}

/** Reads over what is done, and checks that it is the same. Throws OtherStream when it is not. */
export async function fastForward(
  bytes: AsyncGenerator<Buffer>,
  done: ImportProgress | null,
  keyed: (digest: Buffer) => Buffer,
): Promise<Position & { readonly rest: AsyncIterable<Buffer> }> {
  const hash = createHash('sha256')
  if (done === null) return { bytes: 0, lines: 0, hash, rest: bytes }
  let left = done.bytes
  let rest: Buffer = Buffer.alloc(0)
  while (left > 0) {
    const { value, done: ended } = await bytes.next()
    if (ended) throw new OtherStream('The lines end before the point that an earlier import had reached.')
    hash.update(value.subarray(0, left))
    rest = value.subarray(left)
    left -= Math.min(left, value.length)
  }
  if (!keyed(hash.copy().digest()).equals(done.digest)) throw new OtherStream('The lines differ from those of the import that was cut off.')
  return { bytes: done.bytes, lines: done.lines, hash, rest: prefixed(rest, bytes) }
}
