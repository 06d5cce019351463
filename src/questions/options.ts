/**
 * The options of a choice question. Every label has a fixed rank for this person and question, so the list never changes while the
 * pool only gains or loses others, and two readings of a question intersect to nothing (PROOF-4, P-06).
 * Held by test/questions/options.test.ts.
 */
import { drawOf, unit, type Draw, type Drawn } from './chance.ts'
import type { PoolEntry } from './pools.ts'
import { none, type Option } from './question.ts'

/** Options listed, beside "none": six answers in all. */
export const listed = 5

/**
 * What a guess among six answers is worth, the likeliest first: even would be 1/6, and P-02 allows a twentieth more. test/questions/options.test.ts
 * measures who guesses by the sizes of all labels.
 */
export const choiceShares: readonly number[] = [0.217, 0.19, 0.17, 0.15, 0.14, 0.133]

/** A choice is weighed by its options, not by cells. */
export const chosen = { cells: [], answer: '' } as const

/** What makes two labels the same answer, e.g. `employerKey`. */
export type KeyOf = (label: string) => string

/** What a list of options has to hide, and where. */
export interface Secret {
  readonly pool: readonly PoolEntry[]
  readonly truth: string
  /** What else is true for the person: never listed. */
  readonly alsoTrue: readonly string[]
  readonly keyOf: KeyOf
  /** Labels better not listed, by their key, as long as there are others. */
  readonly avoid?: (key: string) => boolean
}

/** Whether the pool can hide the truth: it lists it, few enough share it, and there are enough others that are not true for the person. */
export function hides({ pool, truth, alsoTrue, keyOf }: Secret): boolean {
  const keys = keysIn(pool, keyOf)
  return keys.byLabel.has(truth) && keys.distinct >= listed + 1 + alsoTrue.length
}

/**
 * Five of six: the truth and five wrong labels drawn in proportion to their weight are ranked, and one of the six, whichever it is, is
 * left out. So "none" is right in one case of six, and the absence of a likely label does not point at it.
 */
export function optionsFor(draw: Draw, id: string, secret: Secret): readonly Option[] {
  const drawn = draw(id)
  const { byLabel, fair } = keysIn(secret.pool, secret.keyOf)
  const taken = new Set([secret.truth, ...secret.alsoTrue].map(secret.keyOf))
  const six = [secret.truth]
  const avoided: string[] = []
  const take = (label: string, avoid: boolean): void => {
    const key = byLabel.get(label)!
    if (six.length > listed || taken.has(key)) return
    if (avoid && secret.avoid?.(key) === true) return void avoided.push(label)
    taken.add(key)
    six.push(label)
  }
  for (const label of ranked(drawn, fair)) take(label, true)
  for (const label of avoided) take(label, false)
  return fiveOf(drawn, six)
}

/** A label by its weight, as if it were somebody's, but none of `never`; undefined when the pool could hide none. */
export function drawLabel(draw: Draw, about: string, { pool, keyOf, never }: { pool: readonly PoolEntry[]; keyOf: KeyOf; never: readonly string[] }): string | undefined {
  const { fair, distinct } = keysIn(pool, keyOf)
  return distinct < listed + 1 + never.length ? undefined : ranked(draw(about), fair).find((label) => !never.includes(label))
}

/** The code that is right: that of the option that is true, else "none". */
export function rightCode(options: readonly Option[], truths: readonly string[], keyOf: KeyOf): string {
  const keys = new Set(truths.map(keyOf))
  return options.find((option) => keys.has(keyOf(option.label)))?.code ?? none
}

/** Labels by a race whose winner is drawn in proportion to the weights, and so on for the next ones. */
function ranked(drawn: Drawn, pool: readonly PoolEntry[]): readonly string[] {
  return pool
    .map(({ label, weight }) => ({ label, finish: -Math.log(unit(drawOf(drawn, label))) / Math.max(weight, 1e-9) }))
    .sort((a, b) => a.finish - b.finish)
    .map((one) => one.label)
}

/** Another draw gives each its place; the last of six is the one left out. */
function fiveOf(drawn: Drawn, six: readonly string[]): readonly Option[] {
  return six
    .map((label) => ({ label, place: unit(drawOf(drawn, label), 8) }))
    .sort((a, b) => a.place - b.place)
    .slice(0, listed)
    .map(({ label }, index) => ({ code: 'abcde'[index]!, label }))
}

interface Keys {
  readonly fair: readonly PoolEntry[]
  readonly byLabel: ReadonlyMap<string, string>
  readonly distinct: number
}

/**
 * P-02: the pool without the labels that more people than one in six share, as far as the others go. No list could hide them: who has
 * one is not asked, and nobody sees it listed.
 */
export function fairPool(pool: readonly PoolEntry[]): readonly PoolEntry[] {
  let left = pool.reduce((sum, entry) => sum + entry.weight, 0)
  const popular = new Set<PoolEntry>()
  for (const entry of [...pool].sort((a, b) => b.weight - a.weight)) {
    if (entry.weight * (listed + 1) <= left) break
    popular.add(entry)
    left -= entry.weight
  }
  return pool.filter((entry) => !popular.has(entry))
}

/** Pools are made once and used for everybody; folding their names again for each person would be most of the work. */
const known = new WeakMap<readonly PoolEntry[], Map<KeyOf, Keys>>()

function keysIn(pool: readonly PoolEntry[], keyOf: KeyOf): Keys {
  const ofPool = known.get(pool) ?? new Map<KeyOf, Keys>()
  known.set(pool, ofPool)
  const before = ofPool.get(keyOf)
  if (before !== undefined) return before
  const fair = fairPool(pool)
  const byLabel = new Map(fair.map(({ label }) => [label, keyOf(label)]))
  const keys = { fair, byLabel, distinct: new Set(byLabel.values()).size }
  ofPool.set(keyOf, keys)
  return keys
}
