/**
 * From whom the attacker learns about one answer of one victim: everybody asked the same; those of the same age, sex or province; those who have what
 * was just guessed for another question; the same seen as distances (months since birth, a wage in proportion to another).
 */
import type { Distribution } from './samples.ts'
import { Samples, type Cover } from './samples.ts'
import type { ReachOf } from './reach.ts'
import { thisMonth, type PublicFacts } from './observation.ts'
import { ageBand, type Column, type Table } from './table.ts'

/** An answer assumed for an earlier question of the deck. */
export interface Assumed extends Cover {
  readonly name: string
}

export interface Context {
  /** What its weight is learnt for. */
  readonly type: string
  readonly distribution: Distribution
  /** A value v of the distribution stands for v × scale + shift. */
  readonly scale: number
  readonly shift: number
}

export interface Seen {
  readonly who: PublicFacts
  /** What the shown decks give away, by name: the province of a list of employers, the kinds asked. */
  readonly shown: Readonly<Record<string, string>>
}

const mostKept = 60_000

export class Contexts {
  readonly #table: Table
  readonly #reachOf: ReachOf
  readonly #made = new Map<string, Distribution>()

  constructor(table: Table, reachOf: ReachOf) {
    this.#table = table
    this.#reachOf = reachOf
  }

  /** Contexts for a class, some of them empty; `use` leaves out types that were found not to help. */
  of(name: string, seen: Seen, before: readonly Assumed[], use: (type: string) => boolean): readonly Context[] {
    const column = this.#table.columns.get(name)
    if (column === undefined) return []
    const contexts: Context[] = []
    const add = (type: string, key: string, values: () => Float64Array, scale = 1, shift = 0): void => {
      if (use(type)) contexts.push({ type, scale, shift, distribution: this.#distribution(`${name}|${type}|${key}`, column, values) })
    }
    this.#fromPublic(column, seen, add)
    for (const one of before) this.#fromAssumed(column, one, seen, add)
    return contexts
  }

  #fromPublic(column: Column, { who, shown }: Seen, add: Add): void {
    const band = ageBand(who)
    const where = (keep: (one: PublicFacts) => boolean): Float64Array => pick(column, (row) => keep(this.#table.who[row]!))
    add('all', '', () => pick(column, () => true))
    add('age', String(band), () => where((one) => ageBand(one) === band))
    add('sex', who.sex, () => where((one) => one.sex === who.sex))
    add('province', who.province, () => where((one) => one.province === who.province))
    for (const [about, value] of Object.entries(shown)) {
      if (about === 'list province') add(about, value, () => where((one) => one.province === value))
    }
    if (column.input === 'month' || column.input === 'number') this.#sinceBirth(column, who, add)
  }

  /** Months since birth; for a count, how far it lies behind the age in months. */
  #sinceBirth(column: Column, who: PublicFacts, add: Add): void {
    const zero = (one: PublicFacts): number => (column.input === 'month' ? one.birth : thisMonth - one.birth)
    const distances = (keep: (one: PublicFacts) => boolean): Float64Array =>
      pick(column, (row) => keep(this.#table.who[row]!), (row, value) => value - zero(this.#table.who[row]!))
    const band = ageBand(who)
    add('since birth', '', () => distances(() => true), 1, zero(who))
    add('since birth by age', String(band), () => distances((one) => ageBand(one) === band), 1, zero(who))
  }

  #fromAssumed(column: Column, assumed: Assumed, seen: Seen, add: Add): void {
    const other = this.#table.columns.get(assumed.name)
    if (other === undefined) return
    const key = `${assumed.low} ${assumed.high}`
    const middle = (assumed.low + assumed.high) / 2
    const rows = (low: number, high: number): Iterable<number> => this.#table.between(assumed.name, low, high)
    if (other.input === 'name') {
      const employers = this.#table.names.employersOf(assumed.low)
      return add(`with ${assumed.name}`, key, () => pick(column, (row) => employers.has(other.values[row]!)))
    }
    add(`with ${assumed.name}`, key, () => of(column, rows(assumed.low, assumed.high)))
    if (column.input === 'name') return
    if (other.input === 'amount' && column.input === 'amount') {
      const close = (): Float64Array => of(column, rows(middle * 0.96, middle * 1.04), (row, value) => value / other.values[row]!)
      return add(`in proportion to ${assumed.name}`, String(Math.round(Math.log(middle) * 50)), close, middle)
    }
    if (other.input === 'month') add(`with the year of ${assumed.name}`, String(Math.floor(middle / 12)), () => of(column, rows(12 * Math.floor(middle / 12), 12 * Math.floor(middle / 12) + 11)))
    if (other.input !== 'amount' && column.input !== 'amount') this.#distance(column, other, { assumed, middle, band: ageBand(seen.who) }, add)
  }

  /** Months from one to the other; a count and a month run against each other. */
  #distance(column: Column, other: Column, { assumed, middle, band }: { assumed: Assumed; middle: number; band: number }, add: Add): void {
    const sign = column.input === other.input ? 1 : -1
    const distances = (keep: (row: number) => boolean): Float64Array =>
      pick(column, (row) => !Number.isNaN(other.values[row]!) && keep(row), (row, value) => value - sign * other.values[row]!)
    add(`away from ${assumed.name}`, '', () => distances(() => true), 1, sign * middle)
    add(`away from ${assumed.name} by age`, String(band), () => distances((row) => ageBand(this.#table.who[row]!) === band), 1, sign * middle)
  }

  #distribution(key: string, column: Column, values: () => Float64Array): Distribution {
    const before = this.#made.get(key)
    if (before !== undefined) return before
    if (this.#made.size >= mostKept) this.#made.clear()
    const sample = values()
    const made = column.input === 'name' ? this.#table.names.distribution(sample) : new Samples(sample, this.#reach(column, sample))
    this.#made.set(key, made)
    return made
  }

  /** Distances and proportions reach as far as a value in the middle of the column does. */
  #reach(column: Column, sample: Float64Array): (value: number) => { below: number; above: number } {
    const typical = column.values[column.rows[column.rows.length >> 1]!]!
    const proportion = column.input === 'amount' && sample.every((value) => value < 100)
    const { below, above } = this.#reachOf(column.example, typical)
    if (proportion) return () => ({ below: below / typical, above: above / typical })
    return column.input === 'amount' ? (value) => this.#reachOf(column.example, value) : () => ({ below, above })
  }
}

type Add = (type: string, key: string, values: () => Float64Array, scale?: number, shift?: number) => void
type Change = (row: number, value: number) => number

const same: Change = (_row, value) => value

function pick(column: Column, keep: (row: number) => boolean, change = same): Float64Array {
  const found: number[] = []
  for (const row of column.rows) if (keep(row)) found.push(change(row, column.values[row]!))
  return Float64Array.from(found)
}

/** Values of the column in these rows, where there are any. */
function of(column: Column, rows: Iterable<number>, change = same): Float64Array {
  const found: number[] = []
  for (const row of rows) {
    const value = column.values[row]!
    if (!Number.isNaN(value)) found.push(change(row, value))
  }
  return Float64Array.from(found)
}

export function shareIn({ distribution, scale, shift }: Context, { low, high }: Cover): number {
  return distribution.share({ low: (low - shift) / scale, high: (high - shift) / scale })
}

/** The guesses that are best by this context alone, as covers of the answer itself. */
export function bestIn({ distribution, scale, shift }: Context): readonly Cover[] {
  return scale === 1 && shift === 0 ? distribution.best : distribution.best.map(({ low, high }) => ({ low: low * scale + shift, high: high * scale + shift }))
}
