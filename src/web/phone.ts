/** One telephone as people write it: an Ecuadorian number as at home, any other with + and its country (BANK-1). Held by test/web/phone.test.ts. */
import { createRequire } from 'node:module'
import type * as Plans from 'libphonenumber-js/max'
import type { NumberType, PhoneNumber } from 'libphonenumber-js/max'

export type PhoneProblem =
  | 'empty'
  /** letters, or signs no telephone has */
  | 'not-a-number'
  | 'too-short'
  /** seven digits: a landline written without the code of its province */
  | 'no-area-code'
  | 'too-long'
  /** right in length, but no such number is given out in that country */
  | 'unknown'
  /** a free, premium or service line */
  | 'not-personal'
  | 'extension'

export type ParsedPhone =
  /** `value` in the form of E.164, '+593991234567' */
  | { readonly ok: true; readonly value: string; readonly kind: 'mobile' | 'landline' }
  | { readonly ok: false; readonly problem: PhoneProblem }

/** Read when the first telephone is: the numbering plans of all countries cost every start a tenth of its time and 8 MiB. */
const plans = (): typeof Plans => require('libphonenumber-js/max')
const require = createRequire(import.meta.url)

/** Where a number without + belongs. */
const home = 'EC'
const longestTyped = 40

export function parsePhone(typed: string): ParsedPhone {
  const text = typed.trim()
  if (text === '') return refused('empty')
  const digits = text.replace(/\D/g, '').length
  if (/\p{L}/u.test(text.replace(/\b(?:ext|x|anexo)\b\.?/giu, ''))) return refused('not-a-number')
  if (text.length > longestTyped || digits > 17) return refused('too-long')
  const number = plans().parsePhoneNumberFromString(text, home)
  if (number === undefined) return refused(digits === 0 ? 'not-a-number' : 'too-short')
  return number.isValid() ? accepted(number) : refused(whyInvalid(number))
}

/** As it is shown: '+593 99 123 4567'. */
export function writePhone(value: string): string {
  return plans().parsePhoneNumberFromString(value)?.formatInternational() ?? value
}

function accepted(number: PhoneNumber): ParsedPhone {
  if (number.ext !== undefined && number.ext !== '') return refused('extension')
  const kind = kindOf(number.getType())
  return kind === null ? refused('not-personal') : { ok: true, value: number.number, kind }
}

function kindOf(type: NumberType | undefined): 'mobile' | 'landline' | null {
  switch (type) {
    case 'MOBILE':
    case 'FIXED_LINE_OR_MOBILE': // North America does not tell them apart
    case 'PERSONAL_NUMBER':
      return 'mobile'
    case 'FIXED_LINE':
    case 'VOIP':
      return 'landline'
    default:
      return null
  }
}

function whyInvalid(number: PhoneNumber): PhoneProblem {
  const national = number.nationalNumber.replace(/^0/, '')
  const { length } = national
  if (number.countryCallingCode !== '593') return number.isPossible() ? 'unknown' : length < 8 ? 'too-short' : 'too-long'
  if (national.startsWith('9') && length < 9) return 'too-short' // a mobile number with digits missing
  if (length === 7) return 'no-area-code'
  return length < 8 ? 'too-short' : length > 9 ? 'too-long' : 'unknown'
}

function refused(problem: PhoneProblem): ParsedPhone {
  return { ok: false, problem }
}
