/** What a certificate of affiliation says of somebody on a day, from the register alone. Held by test/domain/affiliation.test.ts. */
import type { Identifier, RegisterRecord } from './person.ts'
import type { Day, Month } from './types.ts'

export type AffiliationStatus = 'insured' | 'pensioner' | 'not-insured'

export interface Affiliation {
  readonly name: string
  readonly identifier: Identifier
  readonly status: AffiliationStatus
  /** Where the person works on that day, since when; the longest first. */
  readonly employers: readonly { readonly employer: string; readonly ruc: string; readonly since: Month }[]
  readonly pensionSince: Month | null
  /** null: the register does not count them. */
  readonly contributions: number | null
}

export function affiliationOf(record: RegisterRecord, today: Day): Affiliation {
  const month = today.slice(0, 7)
  const current = (record.jobs ?? []).filter(({ from, to }) => from <= month && (to === null || to >= month)).sort((a, b) => (a.from < b.from ? -1 : 1))
  const employers = current.filter(({ ruc }, index) => current.findIndex((each) => each.ruc === ruc) === index)
  const pensionSince = record.pension && record.pension.since <= month ? record.pension.since : null
  return {
    name: `${record.givenNames} ${record.surnames}`,
    identifier: record.id,
    status: employers.length > 0 ? 'insured' : pensionSince !== null ? 'pensioner' : 'not-insured',
    employers: employers.map(({ employer, ruc, from }) => ({ employer, ruc, since: from })),
    pensionSince,
    contributions: record.contributions ?? null,
  }
}
