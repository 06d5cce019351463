/** What the institution's register says of one person: record format version 1 (docs/register.md). */
import type { Day, Month } from './types.ts'

export type IdentifierType = 'cedula' | 'extranjero'

export interface Identifier {
  readonly type: IdentifierType
  /** Without spaces or hyphens, upper case. */
  readonly value: string
}

export type PersonStatus = 'active' | 'deceased' | 'withheld'

/** Decimal with two places, as written in the record: '612.50'. */
export type Amount = string

export interface RegisterContact {
  readonly kind: 'email' | 'mobile' | 'landline'
  readonly value: string
  readonly verifiedBy: 'office' | 'code' | 'none'
  readonly since: Day
}

export interface Job {
  readonly ruc: string
  readonly employer: string
  readonly province: string
  readonly canton: string
  readonly from: Month
  readonly to: Month | null
}

export interface Wage {
  readonly month: Month
  readonly ruc: string
  readonly amount: Amount
}

export interface Loan {
  readonly kind: string
  readonly granted: Month
  readonly amount: Amount
  readonly installment: Amount
  readonly to: Month
}

export interface RegisterRecord {
  readonly v: 1
  readonly id: Identifier
  readonly aliases?: readonly Identifier[] | undefined
  readonly givenNames: string
  readonly surnames: string
  readonly birthDate: Day
  readonly deathDate?: Day | null | undefined
  readonly sex?: 'F' | 'M' | undefined
  readonly birthProvince?: string | undefined
  readonly contacts?: readonly RegisterContact[] | undefined
  readonly jobs?: readonly Job[] | undefined
  readonly wages?: readonly Wage[] | undefined
  readonly contributions?: number | undefined
  readonly pension?: { readonly kind: string; readonly since: Month; readonly amount: Amount } | null | undefined
  readonly loans?: readonly Loan[] | undefined
  readonly account?: { readonly bank: string; readonly since: Month } | null | undefined
  readonly represents?: readonly { readonly ruc: string; readonly branch: string; readonly from: Month; readonly to: Month | null }[] | undefined
  readonly status: PersonStatus
}
