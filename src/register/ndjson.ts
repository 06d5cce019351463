import type { RegisterRecord } from '../domain/person.ts'

/** Records as the lines of a register file, in pieces of some 64 KiB. */
export function* ndjson(records: Iterable<RegisterRecord>): Generator<Buffer> {
  let lines: string[] = []
  let size = 0
  for (const record of records) {
    const line = `${JSON.stringify(record)}\n`
    lines.push(line)
    size += line.length
    if (size < 64 * 1024) continue
    yield Buffer.from(lines.join(''))
    lines = []
    size = 0
  }
  if (size > 0) yield Buffer.from(lines.join(''))
}
