/** Rows in PostgreSQL's binary COPY format: https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4 */

const signature = Buffer.from('PGCOPY\n\u00ff\r\n\u0000\0\0\0\0\0\0\0\0', 'latin1')
const trailer = Buffer.from([0xff, 0xff])
const pieceSize = 256 * 1024

/** Pieces of some 256 KiB; a field is its bytes as the type's binary form has them (bytea and text: as they are). */
export function* copyBinary(rows: Iterable<readonly Uint8Array[]>): Generator<Buffer> {
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
      piece.set(field, used)
      used += field.length
    }
  }
  yield piece.subarray(0, used)
  yield trailer
}
