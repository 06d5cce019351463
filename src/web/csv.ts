/** Rows as a spreadsheet of a Spanish-speaking office opens them: semicolons, a byte order mark, CRLF (RFC 4180 otherwise). */

export const csvStart = '\ufeff'

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(';')}\r\n`
}
