/** Receipt numbers as people type them: sixteen hexadecimal digits, in groups or not. */

/** null: this cannot be one. */
export function readReceipt(typed: string): string | null {
  const digits = typed.toLowerCase().replace(/[\s\u00a0\u00ad\u200b\u2010-\u2015.:-]+/g, '')
  return /^[0-9a-f]{16}$/.test(digits) ? digits : null
}
