/** Reads rows of PostgreSQL's binary COPY format out of pieces that know nothing of rows (copy-binary.ts writes it). */

const headerSize = 19
const trailer = -1

export interface BinaryRows {
  /** The whole rows that end in this piece. Fields are parts of it, not copies; none may be null. */
  push(piece: Buffer): Generator<readonly Buffer[]>
  /** Throws when the stream broke off within a row or before its end was said. */
  end(): void
}

export function binaryRows(): BinaryRows {
  let rest: Buffer = Buffer.alloc(0)
  let state: 'header' | 'rows' | 'over' = 'header'
  return {
    * push(piece) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
      let at = 0
      if (state === 'header' && bytes.length >= headerSize) [state, at] = ['rows', headerSize + extensionOf(bytes)]
      while (state === 'rows' && at + 2 <= bytes.length) {
        const count = bytes.readInt16BE(at)
        if (count === trailer) [state, at] = ['over', at + 2]
        else {
          const row = rowAt(bytes, at + 2, count)
          if (row === null) break
          at = row.end
          yield row.fields
        }
      }
      rest = bytes.subarray(at)
    },
    end() {
      if (state !== 'over' || rest.length > 0) throw new Error('The rows of a COPY broke off.')
    },
  }
}

/** No server has written one yet. */
function extensionOf(bytes: Buffer): number {
  return bytes.readInt32BE(headerSize - 4)
}

/** null: the row does not end in these bytes. */
function rowAt(bytes: Buffer, from: number, count: number): { fields: Buffer[]; end: number } | null {
  const fields: Buffer[] = []
  let at = from
  for (let field = 0; field < count; field++) {
    if (at + 4 > bytes.length) return null
    const begin = at + 4
    at = begin + bytes.readInt32BE(at)
    if (at < begin) throw new Error('A field of a COPY is null where none may be.')
    if (at > bytes.length) return null
    fields.push(bytes.subarray(begin, at))
  }
  return { fields, end: at }
}
