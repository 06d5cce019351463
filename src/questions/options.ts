/**
 * The options of a choice question. Every label has a fixed rank for this person and question, so the list never changes while the
 * pool only gains or loses others, and two readings of a question intersect to nothing (PROOF-4, P-06).
 * Held by test/questions/options.test.ts.
 */
import { drawOf, unit, type Draw, type Drawn } from './chance.ts'
import { foldName, tellingWords } from './name.ts'
import type { PoolEntry } from './pools.ts'
import { none, type Option } from './question.ts'

/** Options listed, beside "none": six answers in all. */
export const listed = 5

/** Whether a pool can hide `truth`: it lists it, and enough others beside what is true for the person. */
export function hides(pool: readonly PoolEntry[], truth: string, alsoTrue: readonly string[]): boolean {
  return pool.some((entry) => entry.label === truth) && pool.length >= listed + 1 + alsoTrue.length
}

/**
 * `truth` among wrong labels drawn in proportion to their weight; in one of six cases truth is left out and "none" is right. Whatever
 * else is true for the person (`alsoTrue`) is never listed.
 */
export function optionsFor(
  draw: Draw,
  id: string,
  pool: readonly PoolEntry[],
  truth: string,
  alsoTrue: readonly string[],
): readonly Option[] {
  const key = draw(id)
  const hidden = unit(key) < 1 / (listed + 1)
  const taken = new Set([truth, ...alsoTrue].map(sameness))
  const labels = hidden ? [] : [truth]
  const ranked = pool
    .map(({ label, weight }) => ({ label, rank: -Math.log(unit(drawOf(key, label))) / Math.max(weight, 1e-9) }))
    .sort((a, b) => a.rank - b.rank)
  for (const { label } of ranked) {
    if (labels.length === listed) break
    const same = sameness(label)
    if (taken.has(same)) continue
    taken.add(same)
    labels.push(label)
  }
  return ordered(key, labels)
}

/** The code that is right: that of the option that is true, else "none". */
export function rightCode(options: readonly Option[], truths: readonly string[]): string {
  const trueOnes = new Set(truths.map(sameness))
  return options.find((option) => trueOnes.has(sameness(option.label)))?.code ?? none
}

function ordered(key: Drawn, labels: readonly string[]): readonly Option[] {
  return labels
    .map((label) => ({ label, rank: unit(drawOf(key, label), 8) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ label }, index) => ({ code: 'abcde'[index]!, label }))
}

/** 'Florícola El Rosal S.A.' and 'EL ROSAL FLORICOLA' are one employer. */
function sameness(label: string): string {
  return tellingWords(label).sort().join(' ') || foldName(label) || label
}
