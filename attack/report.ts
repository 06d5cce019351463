/** What the attack came to, as text. */
import { bound, type Summary } from './adversary/summary.ts'
import type { DecoyResult } from './decoys.ts'
import type { TimingRow } from './timing.ts'

export interface AttackResult {
  readonly seed: number
  readonly others: number
  readonly runs: readonly { readonly known: number; readonly summary: Summary; readonly seconds: number }[]
  readonly decoys?: DecoyResult
  readonly timing?: readonly TimingRow[]
}

const odds = (value: number): string => (value === 0 ? '0' : value.toExponential(2))
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

export function asText({ seed, others, runs, decoys, timing }: AttackResult): string {
  const lines = [`Register of seed ${seed}; the attacker holds the answers of ${others} others of it.`]
  for (const run of runs) lines.push('', ...runLines(run))
  if (decoys !== undefined) lines.push('', ...decoyLines(decoys))
  if (timing !== undefined) lines.push('', 'Time in microseconds: median, AUC against the reference, Welch t', ...timing.map(timingLine))
  return lines.join('\n')
}

function runLines({ known, summary, seconds }: AttackResult['runs'][number]): string[] {
  const { victims, successes, expected, overBound, people } = summary
  const head = known === 0 ? 'Nothing known but number, name, birth date, sex and province' : `Each fact known with probability ${known}`
  const result = [
    `${head}: ${victims} victims with questions (of ${people} people), nine tries each, ${Math.round(seconds)} s`,
    `  got in: ${successes} (${percent(successes / victims)}); by its own odds ${expected.toPrecision(3)}, that is ${odds(expected / victims)} a victim; above ${odds(bound)}: ${percent(overBound / victims)} of victims`,
  ]
  if (known !== 0) return result
  return [...result, '', '  Kinds of a deck: share of what is expected, expected a try', ...sumLines(summary.byKinds, expected),
    '', '  What speaks for the likeliest part', ...sumLines(summary.byReason, expected), '', '  Decks', ...sumLines(summary.byDeck, expected),
    '', '  First guesses, the true answers to the questions before being given: believed, found', ...beliefLines(summary), '', '  The worst victims', ...worstLines(summary)]
}

const mostLines = 12

function sumLines(sums: Summary['byKinds'], expected: number): string[] {
  const found = Object.entries(sums).sort(([, a], [, b]) => b.expected - a.expected)
  return found.slice(0, mostLines).map(([name, sum]) => `    ${percent(sum.expected / Math.max(1e-300, expected))}, ${odds(sum.expected / sum.tries)}: ${name}`)
}

function beliefLines({ beliefs }: Summary): string[] {
  return Object.entries(beliefs).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { times, believed, right }]) => {
    const error = Math.sqrt((right / times) * (1 - right / times) / times)
    return `    ${name}: ${percent(believed / times)}, ${percent(right / times)} ± ${percent(error)} of ${times}`
  })
}

function worstLines({ worst }: Summary): string[] {
  return worst.map(({ index, expected, parts }) => `    person ${index}: ${odds(expected)}; ${parts.map(({ id, text, share, because }) => `${id} «${text}» ${share.toFixed(4)} (${because})`).join(', ')}`)
}

function decoyLines({ numbers, separation, toldPeople, toldDecoys, giveaways }: DecoyResult): string[] {
  return [
    `Known and unknown numbers, ${numbers} of each: AUC ${separation.auc.toFixed(3)} ± ${separation.error.toFixed(3)}; told the other ways: people ${percent(toldPeople)}, decoys ${percent(toldDecoys)}`,
    '  What differs most: people, decoys', ...giveaways.map(({ feature, people, decoys }) => `    ${percent(people)}, ${percent(decoys)}: ${feature}`),
  ]
}

function timingLine({ what, median, separation, t }: TimingRow): string {
  return `  ${what}: ${median.toFixed(1)}, ${separation.auc.toFixed(3)} ± ${separation.error.toFixed(3)}, ${t.toFixed(1)}`
}
