/** One line of the benchmarks: a figure, what it is held against in the same run, and the target it meets or misses. */

export type RowName = 'sign-in' | 'cedula' | 'home' | 'journey' | 'import' | 'start' | 'memory'

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
}

export interface Row extends Figure {
  readonly row: RowName
  /** A limit or a peer, measured in the same run. */
  readonly beside: Figure | null
  /** Of the figure itself or of its ratio to what stands beside it; null: told, not judged. */
  readonly target: { readonly of: 'value' | 'ratio'; readonly atLeast?: number; readonly atMost?: number } | null
  /** What a reader must know to read the figure. */
  readonly note?: string
}

export function ratioOf({ value, beside }: Row): number | null {
  return beside === null || beside.value === 0 ? null : value / beside.value
}

/** null: there is no target. */
export function isMet(row: Row): boolean | null {
  if (row.target === null) return null
  const { of, atLeast = -Infinity, atMost = Infinity } = row.target
  const judged = of === 'value' ? row.value : ratioOf(row)
  return judged !== null && judged >= atLeast && judged <= atMost
}

/** The middle one; what a busy moment did to one round does not count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
