/** What two states of a number look like from outside, set side by side (E-01, E-02), and what counts as telling them apart. */
import { median } from './row.ts'
import type { State } from './states.ts'
import { auc, aucError, cropped, medianError, welch } from './timing.ts'

/** One answer as a stranger sees it, and how long it took. */
export interface Sample {
  /** Milliseconds. */
  readonly took: number
  readonly length: number
  /** Everything else, without what is different for every browser. */
  readonly rest: string
}

export interface Pair {
  readonly pair: readonly [State, State]
  /** Of the times, and of the lengths; 0.5 when they cannot be told apart. */
  readonly auc: number
  readonly aucOfLength: number
  readonly t: number
  /** Milliseconds between the medians. */
  readonly medians: number
  /** Status, headers, cookies, redirects and body are the same, every time. */
  readonly alike: boolean
  /** What chance alone does to an AUC of so many, and to the difference of their medians. */
  readonly error: number
  readonly mediansError: number
}

export function pairsOf(group: readonly State[], samples: ReadonlyMap<State, readonly Sample[]>): Pair[] {
  const of = (state: State): readonly Sample[] => samples.get(state) ?? []
  return group.flatMap((one, at) => group.slice(at + 1).map((other) => compare([one, other], of(one), of(other))))
}

function compare(pair: readonly [State, State], one: readonly Sample[], other: readonly Sample[]): Pair {
  const times = (samples: readonly Sample[]): number[] => samples.map(({ took }) => took)
  const lengths = (samples: readonly Sample[]): number[] => samples.map(({ length }) => length)
  return {
    pair, auc: auc(times(one), times(other)), aucOfLength: auc(lengths(one), lengths(other)), t: welch(cropped(times(one)), cropped(times(other))),
    medians: median(times(one)) - median(times(other)), alike: new Set([...one, ...other].map(({ rest }) => rest)).size === 1,
    error: aucError(one.length, other.length), mediansError: Math.hypot(medianError(times(one)), medianError(times(other))),
  }
}

/** E-01, E-02: where an estimate must lie. With less than 5,000 of each chance alone goes beyond that; then 3.5 errors count instead. */
export function isMet({ auc, aucOfLength, t, medians, alike, error, mediansError }: Pair): boolean {
  const chance = error > errorOfEnough ? 3.5 : 0
  const most = Math.max(0.02, chance * error)
  return alike && Math.abs(auc - 0.5) <= most && Math.abs(aucOfLength - 0.5) <= most && Math.abs(t) < 4.5 && Math.abs(medians) < Math.max(1, chance * mediansError)
}

const errorOfEnough = aucError(5_000, 5_000)

export function asLine({ pair, auc, aucOfLength, t, medians, alike }: Pair): string {
  return `AUC ${auc.toFixed(3)}, of length ${aucOfLength.toFixed(3)}, t ${t.toFixed(1)}, medians ${medians.toFixed(3)} ms apart, ${alike ? 'all else alike' : 'NOT ALIKE'}: ${pair.join(' / ')}`
}
