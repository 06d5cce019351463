/**
 * What the engine needs to know of one person. A record of the register fits as it is (test/questions/facts.test.ts proves it
 * at compile time), yet the engine does not depend on it.
 */

/** 'YYYY-MM'; zero-padded, so that months sort as text. */
export type Month = string

export interface JobFact {
  readonly ruc: string
  readonly employer: string
  /** Two digits, '01' to '24'. */
  readonly province: string
  readonly from: Month
  readonly to: Month | null
}

export interface WageFact {
  readonly month: Month
  /** Decimal with two places: '612.50'. */
  readonly amount: string
}

export interface LoanFact {
  readonly kind: string
  readonly granted: Month
  readonly installment: string
  readonly to: Month
}

export interface Facts {
  /** 'YYYY-MM-DD' */
  readonly birthDate: string
  /** Public like the birth date: the first two digits of a cédula are the province that issued it. */
  readonly id?: { readonly type: 'cedula' | 'extranjero'; readonly value: string } | undefined
  readonly sex?: 'F' | 'M' | undefined
  readonly jobs?: readonly JobFact[] | undefined
  readonly wages?: readonly WageFact[] | undefined
  readonly contributions?: number | undefined
  readonly pension?: { readonly since: Month; readonly amount: string } | null | undefined
  readonly loans?: readonly LoanFact[] | undefined
  readonly account?: { readonly bank: string } | null | undefined
}
