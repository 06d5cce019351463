/**
 * One line of a register file becomes a record or a reason (docs/register.md).
 *
 * Reasons name the field and what is expected there, and never repeat what stood there (ID-3).
 * Held by test/register/record.test.ts and record.property.test.ts.
 */
import type { z } from 'zod'
import type { RegisterRecord } from '../domain/person.ts'
import { defaultPolicy } from '../domain/policy.ts'
import { hasDuplicateKeys } from './duplicate-keys.ts'
import { recordCheck } from './record-check.ts'
import { contradiction } from './record-coherence.ts'
import { recordSchema } from './record-schema.ts'

export type ParsedLine =
  /** `json` is the record as compact JSON with its fields in one fixed order: equal records give equal text. */
  | { readonly ok: true; readonly record: RegisterRecord; readonly json: string }
  | { readonly ok: false; readonly reason: string }

export const notJson = 'The line is not one JSON object: it is cut off or malformed.'
export const repeatedField = 'The line has a field twice in one object.'

/** A reader of lines for an institution whose foreigners' codes look like `foreignerCode` (ID-1). */
export function lineReader(foreignerCode: RegExp): (text: string) => ParsedLine {
  const isRecord = recordCheck(foreignerCode)
  const schema = recordSchema(foreignerCode)
  return (text) => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return { ok: false, reason: notJson }
    }
    const read = isRecord(value) ? { success: true as const, data: value as RegisterRecord } : schema.safeParse(value)
    if (!read.success) return { ok: false, reason: describe(read.error.issues) }
    const problem = contradiction(read.data)
    if (problem !== null) return { ok: false, reason: problem }
    const json = JSON.stringify(read.data)
    // JSON.parse keeps the last of two equal keys in silence; a line that already is our own text has none.
    if (json !== text && hasDuplicateKeys(text)) return { ok: false, reason: repeatedField }
    return { ok: true, record: read.data, json }
  }
}

/** Reads a line under the default policy. */
export const parseLine = lineReader(defaultPolicy.identifier.foreignerCode)

function describe(issues: readonly z.core.$ZodIssue[]): string {
  const issue = issues.find(({ code }) => code !== 'unrecognized_keys') ?? issues[0]
  if (issue === undefined) return notJson
  const field = fieldName(issue.path)
  if (issue.code === 'unrecognized_keys') return `${field}: has the unknown field ${shownKey(issue.keys[0] ?? '')}.`
  return `${field}: expected ${issue.message}.`
}

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'record'
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')
}

/** A key is repeated only when it looks like a field's name: a file gone wrong may have personal values as keys. */
function shownKey(key: string): string {
  return /^[A-Za-z]{1,30}$/.test(key) ? `"${key}"` : '(a name that is not of letters only)'
}
