/** The figures of the honest, as text. */
import type { Fate } from './refusals.ts'
import type { Share } from './tally.ts'
import { atBest, roomForTyping } from './what-if.ts'

export interface Rate {
  readonly recall: number
  readonly first: Share
  readonly three: Share
  /** The same people, everything typed as on the paper: what recall alone costs. */
  readonly paperFirst: Share
  readonly paperThree: Share
}

export interface HonestResult {
  readonly people: number
  readonly asked: Share
  readonly rates: readonly Rate[]
  readonly layouts: readonly (readonly [layout: string, people: number])[]
  readonly fates: readonly Fate[]
}

const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`
const withError = ({ share, error }: Share): string => `${percent(share)} ± ${(100 * error).toFixed(1)}`

export function asText(result: HonestResult): string {
  return [
    `${result.people} invented people, ${withError(result.asked)} of whom are asked questions; ± is one standard error.`,
    '', 'recall   first try       within three     typed as on the paper: first, within three', ...result.rates.map(rateLine),
    '', 'Decks (questions in each, questions in all of them) and people:', ...result.layouts.slice(0, 10).map(([layout, people]) => `  ${layout}: ${people}`),
    '', 'Refused, of a hundred who know the answer: counted as wrong, sent back by format (costs no try)', ...kindLines(result.fates),
    '', 'Writings counted as wrong:', ...wrongLines(result.fates),
    '', 'At best, at recall 0.95: questions in a deck, in all three decks: first, within three, room for refused typing at 85 %', ...bestLines(0.95),
  ].join('\n')
}

function rateLine({ recall, first, three, paperFirst, paperThree }: Rate): string {
  return `${recall.toFixed(2)}     ${withError(first)}    ${withError(three)}     ${withError(paperFirst)}, ${withError(paperThree)}`
}

/** Each writing by its weight among those possible for the kind. */
export function lossOf(fates: readonly Fate[]): { readonly wrong: number; readonly badFormat: number } {
  const tried = (fate: Fate): number => fate.passed + fate.badFormat + fate.wrong
  const weight = fates.reduce((sum, fate) => sum + fate.weight * tried(fate), 0)
  const part = (of: (fate: Fate) => number): number => fates.reduce((sum, fate) => sum + fate.weight * of(fate), 0) / weight
  return { wrong: part((fate) => fate.wrong), badFormat: part((fate) => fate.badFormat) }
}

function kindLines(fates: readonly Fate[]): string[] {
  return [...Map.groupBy(fates, (fate) => fate.kind)].map(([kind, all]) => {
    const { wrong, badFormat } = lossOf(all)
    return `  ${kind}: ${percent(wrong, 2)}, ${percent(badFormat, 2)}`
  })
}

function wrongLines(fates: readonly Fate[]): string[] {
  const wrong = fates.filter((fate) => fate.wrong > 0).sort((a, b) => b.weight * rate(b) - a.weight * rate(a))
  return wrong.map((fate) => `  ${fate.kind}, ${fate.way}: ${percent(rate(fate), 0)} of those, e.g. ${fate.examples.join('; ')}`)
}

function rate(fate: Fate): number {
  return fate.wrong / (fate.passed + fate.badFormat + fate.wrong)
}

function bestLines(recall: number): string[] {
  return [3, 4, 5].flatMap((size) => [0, 1, 2].map((shared) => {
    const { first, three } = atBest(recall, size, shared)
    return `  ${size}, ${shared}: ${percent(first)}, ${percent(three)}, ${percent(roomForTyping(recall, size, 0.85), 2)}`
  }))
}
