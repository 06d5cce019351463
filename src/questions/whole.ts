/** Whole numbers as people type them: 214 · 1.214 · 214 meses · son 214 aportaciones. Held by test/questions/format.test.ts. */

/** The number, or undefined. At most four digits: nobody pays more contributions than that. */
export function parseWhole(raw: string): number | undefined {
  if (raw.length > 40) return undefined
  const text = raw.trim().replace(/^son\s+/i, '').replace(/\s*(meses|aportaciones|aportes|imposiciones|cuotas)?\s*\.?$/i, '')
  if (/^\d{1,4}$/.test(text)) return Number(text)
  return /^\d[.,]\d{3}$/.test(text) ? Number(text.replace(/\D/, '')) : undefined
}
