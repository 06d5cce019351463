/** What single fields of a record must look like; the schema and the quick check (record-check.ts) share these. */
import { isProvince } from '../domain/identifier.ts'
import { isDay, isMonth } from './calendar.ts'

export const patterns = {
  amount: /^(?:0|[1-9]\d{0,8})\.\d\d$/,
  ruc: /^\d{13}$/,
  branch: /^\d{4}$/,
  phone: /^\+[1-9]\d{6,14}$/,
  email: /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]+\.[^\s@.\p{Cc}]{2,}$/u,
} as const

export const longest = { name: 100, employer: 200, canton: 80, kind: 40, bank: 120, email: 254 } as const
export const most = { aliases: 8, contacts: 20, jobs: 200, wages: 1200, loans: 300, represents: 200, contributions: 1200 } as const

const controlOrLoose = /[\p{Cc}\u2028\u2029]|^\s|\s$/u

/** Something to read, in one line, nothing loose at its ends, not half of a surrogate pair. */
export function isText(text: string, atMost: number): boolean {
  return text.length > 0 && text.length <= atMost && text.isWellFormed() && !controlOrLoose.test(text)
}

export { isDay, isMonth, isProvince }
