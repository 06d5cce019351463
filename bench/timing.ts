/**
 * What two samples of times tell about where they come from: Welch's t after cropping (DUDECT: |t| < 4.5), the difference of the medians, and
 * how well the best threshold-free classifier does (AUC, by ranks). Pure. Held by test/bench/timing.test.ts.
 */

/** Without the slowest twentieth, which tells of the machine and not of the program. Sorted. */
export function cropped(sample: readonly number[]): number[] {
  const sorted = [...sample].sort((one, other) => one - other)
  return sorted.slice(0, Math.ceil(sorted.length * 0.95))
}

/** Welch's t of two samples; 0 when neither varies and they agree, infinite when they do not. */
export function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)]
  const difference = a.mean - b.mean
  return difference === 0 ? 0 : difference / Math.sqrt(a.variance / one.length + b.variance / other.length)
}

function moments(sample: readonly number[]): { mean: number; variance: number } {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1)
  return { mean, variance }
}

/**
 * The chance that a value of `one` is the greater, ties counting half (Mann and Whitney): 0.5 when they cannot be told apart, and 0 or 1 when
 * they always can.
 */
export function auc(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, mine: 1 })), ...other.map((value) => ({ value, mine: 0 }))].sort((a, b) => a.value - b.value)
  let ranks = 0
  for (let from = 0; from < all.length;) {
    let [to, mine] = [from, 0]
    for (; to < all.length && all[to]!.value === all[from]!.value; to += 1) mine += all[to]!.mine
    ranks += mine * ((from + 1 + to) / 2) // all of a tie have its middle rank
    from = to
  }
  return (ranks - (one.length * (one.length + 1)) / 2) / (one.length * other.length)
}

/** Of `auc` when the two cannot be told apart. */
export function aucError(one: number, other: number): number {
  return Math.sqrt((one + other + 1) / (12 * one * other))
}

/** The standard error of a sample's median, from the width of its middle half, which a few slow answers do not move. */
export function medianError(sample: readonly number[]): number {
  const sorted = [...sample].sort((one, other) => one - other)
  const quarter = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return (1.2533 * (quarter(0.75) - quarter(0.25))) / 1.349 / Math.sqrt(sorted.length)
}
