/** How well a number tells two groups apart. */

export interface Separation {
  /** The chance that one of the second group has the larger number; 0.5 tells nothing. */
  readonly auc: number
  /** Standard error (Hanley and McNeil 1982). */
  readonly error: number
}

export function separation(first: readonly number[], second: readonly number[]): Separation {
  const all = [...first.map((value) => ({ value, second: false })), ...second.map((value) => ({ value, second: true }))].sort((a, b) => a.value - b.value)
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1
    for (let at = from; at < to; at += 1) if (all[at]!.second) ranks += (from + to + 1) / 2
    from = to
  }
  const [m, n] = [first.length, second.length]
  const auc = (ranks - (n * (n + 1)) / 2) / (m * n)
  const [q1, q2] = [auc / (2 - auc), (2 * auc * auc) / (1 + auc)]
  return { auc, error: Math.sqrt((auc * (1 - auc) + (n - 1) * (q1 - auc * auc) + (m - 1) * (q2 - auc * auc)) / (m * n)) }
}

/** Welch's t of the second mean against the first. */
export function welch(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [moments(first), moments(second)]
  return (b.mean - a.mean) / Math.sqrt(a.variance / first.length + b.variance / second.length)
}

function moments(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) }
}
