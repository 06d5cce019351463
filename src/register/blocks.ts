/**
 * A stream of bytes in blocks of whole lines, with a running SHA-256 that tells later whether another file begins with the same bytes.
 * Memory is bounded: of a line that is too long nothing is kept.
 */
import type { Hash } from 'node:crypto'

export interface Block {
  /** Whole lines, each with its line feed but perhaps the last one of the stream. Empty for a line that was too long. */
  readonly lines: Buffer
  readonly tooLong: boolean
  /** Number of the first line, from 1, and how many there are. */
  readonly first: number
  readonly count: number
  /** Where the block begins and ends in the stream. */
  readonly begin: number
  readonly end: number
  /** The digest of the stream up to `begin` and up to `end`; take a copy before going on with one. */
  readonly before: Hash
  readonly after: Hash
}

export const longestLine = 1024 * 1024
const lineFeed = 10

/** Where the stream stands when reading begins: 0 and an empty hash, or where an earlier import stopped. */
export interface Position { readonly bytes: number; readonly lines: number; readonly hash: Hash }

export async function* blocksOf(pieces: AsyncIterable<Buffer>, start: Position): AsyncGenerator<Block> {
  const { hash } = start
  let [begin, first] = [start.bytes, start.lines + 1]
  let rest: Buffer[] = [] // pieces of a line whose end has not come yet
  let dropped: { before: Hash; begin: number } | null = null

  const block = (lines: Buffer): Block => {
    const [before, from, line, count] = [hash.copy(), begin, first, linesIn(lines)]
    hash.update(lines)
    begin += lines.length
    first += count
    return { lines, tooLong: false, first: line, count, begin: from, end: begin, before, after: hash.copy() }
  }
  const drop = (bytes: Buffer): void => {
    dropped ??= { before: hash.copy(), begin }
    hash.update(bytes)
    begin += bytes.length
  }
  const endOfDropped = (): Block => {
    const { before, begin: from } = dropped ?? { before: hash.copy(), begin }
    dropped = null
    return { lines: Buffer.alloc(0), tooLong: true, first: first++, count: 1, begin: from, end: begin, before, after: hash.copy() }
  }

  for await (let piece of pieces) {
    if (dropped !== null) {
      const end = piece.indexOf(lineFeed)
      drop(end < 0 ? piece : piece.subarray(0, end + 1))
      if (end < 0) continue
      yield endOfDropped()
      piece = piece.subarray(end + 1)
    }
    const whole = piece.lastIndexOf(lineFeed) + 1
    if (whole > 0) {
      yield* lineRuns(joined([...rest, piece.subarray(0, whole)]), block, drop, endOfDropped)
      rest = []
    }
    if (whole < piece.length) rest.push(piece.subarray(whole))
    if (sizeOf(rest) <= longestLine) continue
    rest.forEach(drop)
    rest = []
  }
  if (dropped !== null) yield endOfDropped()
  else if (rest.length > 0) yield block(joined(rest))
}

const joined = (pieces: readonly Buffer[]): Buffer => (pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces))
const sizeOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** Whole lines as one block, but a line that is too long stands alone and empty. */
function* lineRuns(bytes: Buffer, block: (lines: Buffer) => Block, drop: (bytes: Buffer) => void, endOfDropped: () => Block): Generator<Block> {
  let from = 0
  // Only a buffer longer than that can hold such a line, which a chunk of the file alone is not.
  for (let at = 0; bytes.length > longestLine && at < bytes.length;) {
    const end = bytes.indexOf(lineFeed, at) + 1
    if (end - at - 1 > longestLine) {
      if (at > from) yield block(bytes.subarray(from, at))
      drop(bytes.subarray(at, end))
      yield endOfDropped()
      from = end
    }
    at = end
  }
  if (from < bytes.length) yield block(bytes.subarray(from))
}

function linesIn(lines: Buffer): number {
  let count = 0
  for (let at = lines.indexOf(lineFeed); at >= 0; at = lines.indexOf(lineFeed, at + 1)) count++
  return lines.at(-1) === lineFeed ? count : count + 1
}
