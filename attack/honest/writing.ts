/** One way of writing a true answer, with how many of a hundred people write so. The weights are ours: nobody has measured them. */
import type { Chance } from '../../src/register/chance.ts'

export interface Writing {
  readonly name: string
  readonly weight: number
  /** Undefined when this answer cannot be written so. */
  readonly write: (truth: string, chance: Chance) => string | undefined
}

/** A writing drawn by weight among those that are possible for this answer. */
export function written(ways: readonly Writing[], truth: string, chance: Chance): { readonly way: string; readonly text: string } {
  const possible = ways.flatMap((way) => {
    const text = way.write(truth, chance)
    return text === undefined ? [] : [{ way: way.name, text, weight: way.weight }]
  })
  let at = chance.next() * possible.reduce((sum, { weight }) => sum + weight, 0)
  return possible.find(({ weight }) => (at -= weight) < 0) ?? possible[0]!
}
