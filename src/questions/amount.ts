/** Amounts of money as people type them: 612 · 612.5 · 612,50 · $612.50 · 1.234,56 · 1,234.56 · 1 234,56 · USD 612 · 612 con 50 centavos. */

/** Cents, or undefined when it is no amount. A lone separator before three digits separates thousands: 1.234 is 1234. */
export function parseAmount(raw: string): number | undefined {
  if (raw.length > 40) return undefined
  const text = inFigures(raw).trim().replace(/^(US\$|USD|\$)\s*/i, '').replace(/\s*(USD|US\$|\$|d[oó]lares)$/i, '')
  const decimal = /^(\d{1,3}(?:([., '\u00a0\u202f])\d{3})(?:\2\d{3})*|\d{1,9})(?:([.,])(\d{1,2}))?$/.exec(text)
  if (decimal === null) return undefined
  const [, whole = '', thousands, point, fraction = ''] = decimal
  if (thousands !== undefined && thousands === point) return undefined
  const digits = whole.replace(/\D/g, '')
  if (digits.length > 9) return undefined
  return Number(digits) * 100 + Number(fraction.padEnd(2, '0'))
}

/**
 * PROOF-8: within `tolerance` cents, so that who rounds to ten cents is right. Rounding to the dollar would let one guess cover two hundred
 * amounts; instead cents are asked for before an attempt is spent (format.ts, decision 094).
 */
export function sameAmount(typed: number, kept: number, tolerance: number): boolean {
  return Math.abs(typed - kept) <= tolerance
}

/** Whether the cents were written, be they ,00 or one digit only. */
export function hasCents(raw: string): boolean {
  return /[.,]\d{1,2}(?!\d)\s*(USD|US\$|\$|d[oó]lares)?\s*$/i.test(inFigures(raw))
}

/** 612 con 50, 612 dólares con 50 centavos, 612 y 50 ctvs: as 612.50. */
function inFigures(raw: string): string {
  return raw.replace(/\s*(?:d[oó]lares)?\s+(?:con|y)\s+(\d{2})\s*(?:centavos|ctvs?\.?)?\s*$/i, raw.includes('.') ? ',$1' : '.$1')
}

/** Cents of an amount as the register writes it ('612.50'), or undefined. */
export function keptCents(amount: string | undefined): number | undefined {
  const cents = amount === undefined || amount === '' ? NaN : Math.round(Number(amount) * 100)
  return Number.isSafeInteger(cents) && cents >= 0 ? cents : undefined
}
