/** Rows in PostgreSQL's binary COPY format: https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4 */

const signature = Buffer.from('PGCOPY\n\u00ff\r\n\u0000\0\0\0\0\0\0\0\0', 'latin1')
const trailer = Buffer.from([0xff, 0xff])
const pieceSize = 256 * 1024

/** A field's bytes as the type's binary form has them (bytea and text: as they are), or how many there are and a way to have them written. */
export type CopyField = Uint8Array | { readonly length: number; writeInto(piece: Buffer, at: number): void }

/** Pieces of some 256 KiB. */
export function* copyBinary(rows: Iterable<readonly CopyField[]>): Generator<Buffer> {
  let piece = Buffer.allocUnsafe(pieceSize)
  let used = signature.copy(piece)
  for (const row of rows) {
    const size = row.reduce((sum, field) => sum + 4 + field.length, 2)
    if (used + size > piece.length) {
      yield piece.subarray(0, used)
      piece = Buffer.allocUnsafe(Math.max(pieceSize, size))
      used = 0
    }
    used = piece.writeInt16BE(row.length, used)
    for (const field of row) {
      used = piece.writeInt32BE(field.length, used)
      if (field instanceof Uint8Array) piece.set(field, used)
      else field.writeInto(piece, used)
      used += field.length
    }
  }
  yield piece.subarray(0, used)
  yield trailer
}
