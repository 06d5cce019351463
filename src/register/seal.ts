/** From the bytes of a line to what is stored of the person (AUDIT-2). */
import { isUtf8 } from 'node:buffer'
import type { SealedPerson } from '../app/register-import.ts'
import type { Identifier } from '../domain/person.ts'
import type { PersonKey } from '../domain/types.ts'
import type { LineScan, ScannedLine } from './line-scan.ts'
import type { ParsedLine } from './record.ts'

/** What sealing needs of the key ring. */
export interface Sealing {
  personKey(identifier: Identifier): PersonKey
  sealedSize(plain: number): number
  encryptInto(target: Buffer, at: number, person: PersonKey, json: Buffer): void
  /** Keyed; equal facts have equal digests. */
  digest(json: Buffer): Buffer
}

export type SealedLine =
  | { readonly ok: true; readonly person: SealedPerson }
  | { readonly ok: false; readonly reason: string }

export const notUtf8 = 'The line is not UTF-8.'

/** `scan` may know lines at sight that `parse` would read the same: those are sealed as they stand. */
export function lineSealer(parse: (text: string) => ParsedLine, sealing: Sealing, scan: LineScan = () => null): (line: Buffer) => SealedLine {
  const seal = ({ id, status }: Pick<ScannedLine, 'id' | 'status'>, aliases: readonly Identifier[], json: Buffer): SealedLine => {
    const key = sealing.personKey(id)
    const person: SealedPerson = {
      key, status, size: json.length, digest: sealing.digest(json), aliases: aliases.map(sealing.personKey),
      sealedSize: sealing.sealedSize(json.length), sealInto: (target, at) => sealing.encryptInto(target, at, key, json),
    }
    return { ok: true, person }
  }
  return (line) => {
    const scanned = scan(line)
    if (scanned !== null) return seal(scanned, scanned.aliases, line)
    if (!isUtf8(line)) return { ok: false, reason: notUtf8 }
    const parsed = parse(line.toString('utf8'))
    return parsed.ok ? seal(parsed.record, parsed.record.aliases ?? [], Buffer.from(parsed.json)) : parsed
  }
}
