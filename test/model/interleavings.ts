/**
 * Every interleaving of some callers. A caller is a list of atomic steps over one shared value and a private one; between two steps
 * anybody else may run. What stands in one step is what one guarded statement does.
 */

export interface Caller<Shared, Private> {
  readonly start: Private
  readonly steps: readonly ((shared: Shared, own: Private) => readonly [Shared, Private])[]
}

/** Calls `visit` with the end of every interleaving; answers how many there were. */
export function everyInterleaving<Shared, Private>(
  shared: Shared, callers: readonly Caller<Shared, Private>[], visit: (end: Shared, own: readonly Private[]) => void,
): number {
  let ends = 0
  const go = (now: Shared, own: readonly Private[], at: readonly number[]): void => {
    let moved = false
    callers.forEach((caller, who) => {
      const step = caller.steps[at[who]!]
      if (!step) return
      moved = true
      const [next, mine] = step(now, own[who]!)
      go(next, own.with(who, mine), at.with(who, at[who]! + 1))
    })
    if (moved) return
    ends += 1
    visit(now, own)
  }
  go(shared, callers.map(({ start }) => start), callers.map(() => 0))
  return ends
}
