/** What becomes of the lines of a block: one outcome a line, in their order, whether they are sealed here or in another thread. */
import type { SealedPerson } from '../app/register-import.ts'
import type { SealedLine } from './seal.ts'

export type LineOutcome =
  | { readonly kind: 'person'; readonly person: SealedPerson }
  | { readonly kind: 'blank' }
  /** `at` is where the line begins in the block. */
  | { readonly kind: 'bad'; readonly reason: string; readonly at: number }

/** `atStart`: the block is the first of the stream, which may begin with a byte order mark. */
export type BlockSealer = (lines: Buffer, atStart: boolean) => Promise<Iterable<LineOutcome>>

export const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

/** In this thread, line by line as they are asked for: nothing is done after the line at which an import stops. */
export function sealHere(seal: (line: Buffer) => SealedLine): BlockSealer {
  return (lines, atStart) => Promise.resolve(outcomesOf(lines, atStart, seal))
}

export function* outcomesOf(lines: Buffer, atStart: boolean, seal: (line: Buffer) => SealedLine): Generator<LineOutcome> {
  const marked = atStart && lines.subarray(0, 3).equals(byteOrderMark)
  for (let at = 0; at < lines.length;) {
    const feed = lines.indexOf(10, at)
    const end = feed < 0 ? lines.length : feed
    yield outcomeOf(lines.subarray(at === 0 && marked ? 3 : at, end), at, seal)
    at = end + 1
  }
}

function outcomeOf(line: Buffer, at: number, seal: (line: Buffer) => SealedLine): LineOutcome {
  if (isBlank(line)) return { kind: 'blank' }
  const sealed = seal(line)
  return sealed.ok ? { kind: 'person', person: sealed.person } : { kind: 'bad', reason: sealed.reason, at }
}

/** Blanks only, as between the lines of a file somebody edited; a carriage return before the line feed counts as one. */
function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 32 || byte === 9 || byte === 13)
}
