/** How long each row may take. `--quick` shows that everything works; its figures are for no document. */
export interface BenchOptions {
  readonly quick: boolean
  /** Rounds of which the median counts. */
  readonly rounds: number
  /** Seconds of load in each round. */
  readonly seconds: number
}

export function optionsFor(quick: boolean): BenchOptions {
  return quick ? { quick, rounds: 1, seconds: 2 } : { quick, rounds: 5, seconds: 5 }
}
