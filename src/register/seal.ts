/** From the bytes of a line to what is stored of the person (AUDIT-2). */
import { isUtf8 } from 'node:buffer'
import type { SealedPerson } from '../app/register-import.ts'
import type { Identifier } from '../domain/person.ts'
import type { PersonKey } from '../domain/types.ts'
import type { ParsedLine } from './record.ts'

/** What sealing needs of the key ring. */
export interface Sealing {
  personKey(identifier: Identifier): PersonKey
  encrypt(person: PersonKey, json: string): Buffer
  /** Keyed; equal facts have equal digests. */
  digest(json: string): Buffer
}

export type SealedLine =
  | { readonly ok: true; readonly person: SealedPerson }
  | { readonly ok: false; readonly reason: string }

export const notUtf8 = 'The line is not UTF-8.'

export function lineSealer(parse: (text: string) => ParsedLine, sealing: Sealing): (line: Buffer) => SealedLine {
  return (line) => {
    if (!isUtf8(line)) return { ok: false, reason: notUtf8 }
    const parsed = parse(line.toString('utf8'))
    if (!parsed.ok) return parsed
    const { record, json } = parsed
    const key = sealing.personKey(record.id)
    const aliases = (record.aliases ?? []).map((alias) => sealing.personKey(alias))
    const { status } = record
    return { ok: true, person: { key, status, size: json.length, seal: () => sealing.encrypt(key, json), digest: sealing.digest(json), aliases } }
  }
}
