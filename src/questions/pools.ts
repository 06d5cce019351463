/**
 * Where wrong options come from. Public statistics only: they depend on province and year, never on the person, so
 * a list of options tells nothing but that the person may be anybody of that place and time.
 */

export interface PoolEntry {
  readonly label: string
  /** How many people it is true for; wrong options are drawn in this proportion, so that the right one does not stand out. */
  readonly weight: number
}

export interface Pools {
  /** Employers of a province in a year that are big enough to be public. An employer not listed is never asked by choice. The same list object each time. */
  readonly employers: (province: string, year: number) => readonly PoolEntry[]
  readonly provinces: readonly (PoolEntry & { /** Two digits. */ readonly province: string })[]
  readonly banks: readonly PoolEntry[]
  /** Those of people whose numbers were issued in a province, where enough have an account: a bank of one region is guessed by its region. */
  readonly banksIn: (place: string) => readonly PoolEntry[]
}
