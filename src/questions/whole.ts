/** Whole numbers as people type them: 214 · 1.214 · " 214 ". */

/** The number, or undefined. At most four digits: nobody pays more contributions than that. */
export function parseWhole(raw: string): number | undefined {
  const text = raw.trim()
  if (/^\d{1,4}$/.test(text)) return Number(text)
  return /^\d[.,]\d{3}$/.test(text) ? Number(text.replace(/\D/, '')) : undefined
}
