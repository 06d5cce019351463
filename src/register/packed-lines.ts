/**
 * The outcomes of a block as one piece of memory, which passes from thread to thread without a copy and without an object for each line.
 * Numbers are big-endian. A line is one byte for its kind and then
 *   person: status (1), key (16), digest (32), length of the facts before encryption (4), aliases (1 and 16 each), sealed facts (4 and as many);
 *   bad: where it begins (4), reason (2 and as many, UTF-8); blank: nothing.
 *
 * Held by test/register/packed-lines.property.test.ts.
 */
import type { SealedPerson } from '../app/register-import.ts'
import type { PersonStatus } from '../domain/person.ts'
import type { PersonKey } from '../domain/types.ts'
import type { LineOutcome } from './seal-block.ts'

export type Packed = Buffer<ArrayBuffer>

const kinds = ['blank', 'person', 'bad'] as const
const statuses: readonly PersonStatus[] = ['active', 'deceased', 'withheld']
const [keySize, digestSize] = [16, 32]

/** `expected` bytes are set aside first; more when they do not suffice. The memory is the result's own. */
export function packLines(outcomes: Iterable<LineOutcome>, expected: number): Packed {
  let bytes = Buffer.allocUnsafeSlow(expected)
  let used = 0
  for (const outcome of outcomes) {
    const end = used + sizeOf(outcome)
    if (end > bytes.length) bytes = grown(bytes, used, end)
    used = bytes.writeUInt8(kinds.indexOf(outcome.kind), used)
    if (outcome.kind === 'person') writePerson(bytes, used, outcome.person)
    else if (outcome.kind === 'bad') writeBad(bytes, used, outcome.at, outcome.reason)
    used = end
  }
  return bytes.subarray(0, used)
}

/** Slow is never from Node's own pool of memory, which must not be given away. */
function grown(bytes: Packed, used: number, least: number): Packed {
  const larger = Buffer.allocUnsafeSlow(2 * least)
  bytes.copy(larger, 0, 0, used)
  return larger
}

function sizeOf(outcome: LineOutcome): number {
  if (outcome.kind === 'blank') return 1
  if (outcome.kind === 'bad') return 7 + Buffer.byteLength(outcome.reason)
  return 1 + 1 + keySize + digestSize + 4 + 1 + outcome.person.aliases.length * keySize + 4 + outcome.person.sealedSize
}

function writeBad(bytes: Buffer, from: number, at: number, reason: string): void {
  bytes.writeUInt32BE(at, from)
  bytes.writeUInt16BE(bytes.write(reason, from + 6), from + 4)
}

function writePerson(bytes: Buffer, from: number, person: SealedPerson): void {
  let used = bytes.writeUInt8(statuses.indexOf(person.status), from)
  used += bytes.write(person.key, used, 'hex')
  used += person.digest.copy(bytes, used)
  used = bytes.writeUInt32BE(person.size, used)
  used = bytes.writeUInt8(person.aliases.length, used)
  for (const alias of person.aliases) used += bytes.write(alias, used, 'hex')
  person.sealInto(bytes, bytes.writeUInt32BE(person.sealedSize, used))
}

/** Digest and sealed facts are parts of `bytes`, not copies. */
export function* unpackLines(bytes: Buffer): Generator<LineOutcome> {
  for (let at = 0; at < bytes.length;) {
    const kind = kinds[bytes[at]!]
    at++
    if (kind === 'person') {
      const { person, end } = personAt(bytes, at)
      yield { kind, person }
      at = end
    } else if (kind === 'bad') {
      const [begin, length] = [bytes.readUInt32BE(at), bytes.readUInt16BE(at + 4)]
      yield { kind, at: begin, reason: bytes.toString('utf8', at + 6, at + 6 + length) }
      at += 6 + length
    } else yield { kind: 'blank' }
  }
}

function personAt(bytes: Buffer, from: number): { person: SealedPerson; end: number } {
  const keyAt = (at: number): PersonKey => bytes.toString('hex', at, at + keySize) as PersonKey
  const digestFrom = from + 1 + keySize
  const sizeFrom = digestFrom + digestSize
  const aliasesFrom = sizeFrom + 5
  const count = bytes[sizeFrom + 4]!
  const aliases = Array.from({ length: count }, (_, index) => keyAt(aliasesFrom + index * keySize))
  const begin = aliasesFrom + count * keySize + 4
  const end = begin + bytes.readUInt32BE(begin - 4)
  const sealed = bytes.subarray(begin, end)
  const person: SealedPerson = {
    key: keyAt(from + 1), status: statuses[bytes[from]!]!, size: bytes.readUInt32BE(sizeFrom), digest: bytes.subarray(digestFrom, sizeFrom), aliases,
    sealedSize: sealed.length, sealInto: (target, at) => void sealed.copy(target, at),
  }
  return { person, end }
}
