/** One spelling for comparing what people type: case, accents and spacing do not count (PROOF-8, BANK-2). */

/** 'José  Ñacato-Quishpe' → 'jose nacato quishpe'. Letters and digits of any script stay. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** As `fold`, without the spaces. */
export function foldTight(text: string): string {
  return fold(text).replaceAll(' ', '')
}
