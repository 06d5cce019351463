/** Amounts of money, counts and shares as people write them. */
import type { Language } from '../language.ts'

/** 123456 cents: '$1.234,56', in English '$1,234.56'. */
export function amountText(cents: number, language: Language): string {
  const [point, comma] = language === 'es' ? [',', '.'] : ['.', ',']
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(?:\d{3})+$)/g, comma)
  return `$${whole}${point}${String(cents % 100).padStart(2, '0')}`
}

/** 40000: '40.000', in English '40,000'. */
export function countText(count: number, language: Language): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'es' ? '.' : ',')
}

/** 0.1234: '12,3 %', in English '12.3%'; what would be 0,0 and is not says so. */
export function shareText(share: number, language: Language): string {
  if (share > 0 && share < 0.0005) return language === 'es' ? 'menos de 0,1 %' : 'under 0.1%'
  const text = (share * 100).toFixed(1)
  return language === 'es' ? `${text.replace('.', ',')} %` : `${text}%`
}
