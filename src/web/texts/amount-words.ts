/** Amounts of money as people write them. */
import type { Language } from '../language.ts'

/** 123456 cents: '$1.234,56', in English '$1,234.56'. */
export function amountText(cents: number, language: Language): string {
  const [point, comma] = language === 'es' ? [',', '.'] : ['.', ',']
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(?:\d{3})+$)/g, comma)
  return `$${whole}${point}${String(cents % 100).padStart(2, '0')}`
}
