/**
 * How strong the questions are for all people together (P-01, PROOF-5): counts and sums, of nobody. `clave register strength` makes it; the officers'
 * page and `clave odds` show it. Plain JSON; odds are probabilities, strength is bits.
 */
import type { Day } from '../domain/types.ts'

export interface OddsReport {
  readonly madeOn: Day
  /** Everybody in the register who may have a key. */
  readonly people: number
  readonly askable: number
  /** By a reason's code: people. Together with `askable` they are all people. */
  readonly notAskable: Readonly<Record<string, number>>
  /** Askable people by their strength: floor of −log2 of the sum of their nine likeliest joint answers, of their weakest deck. */
  readonly bits: Readonly<Record<number, number>>
  /** The largest sum of nine of any askable person; 0 when nobody is. */
  readonly worst: number
  /** People with no, one, two, three decks. */
  readonly decksPerPerson: readonly [number, number, number, number]
  /** Decks by their number of questions. */
  readonly questionsPerDeck: Readonly<Record<number, number>>
  /** By the code of a kind of question: people who could be asked it, people who are, and the median of its bits among the former. */
  readonly kinds: Readonly<Record<string, { readonly usable: number; readonly asked: number; readonly medianBits: number }>>
  /** What another policy would do: 'without:wage', 'tolerance:…', 'questions:3'. */
  readonly whatIf: readonly { readonly change: string; readonly askable: number; readonly worst: number; readonly medianBits: number }[]
}

export interface OddsFigures {
  /** Shares from 0 to 1; null when there is nobody to take a share of. */
  readonly askableShare: number | null
  /** Every strength from the weakest to the strongest that occurs, holes too, for a picture. */
  readonly histogram: readonly { readonly bits: number; readonly people: number }[]
  /** The strength that half of the askable reach at least; null without any. */
  readonly medianBits: number | null
  /** −log2 of the worst sum, cut to one place; null without any. */
  readonly worstBits: number | null
  /** The most common reason first; so are the kinds, by those who are asked. */
  readonly reasons: readonly { readonly reason: string; readonly people: number; readonly share: number }[]
  readonly kinds: readonly { readonly kind: string; readonly usable: number; readonly asked: number; readonly medianBits: number }[]
  readonly questionsPerDeck: readonly { readonly questions: number; readonly decks: number }[]
  /** What each change does to those who can be asked: people more or fewer. */
  readonly whatIf: readonly { readonly change: string; readonly askable: number; readonly more: number; readonly worst: number; readonly medianBits: number }[]
}

/** What pages and commands show of a report; nothing is shown that is not in it. */
export function oddsFigures(report: OddsReport): OddsFigures {
  const histogram = filled(numbered(report.bits))
  return {
    askableShare: report.people > 0 ? report.askable / report.people : null,
    histogram: histogram.map(([bits, people]) => ({ bits, people })),
    medianBits: medianOf(histogram),
    worstBits: report.worst > 0 ? Math.floor(-Math.log2(report.worst) * 10) / 10 : null,
    reasons: byCount(Object.entries(report.notAskable)).map(([reason, people]) => ({ reason, people, share: report.people > 0 ? people / report.people : 0 })),
    kinds: Object.entries(report.kinds).map(([kind, of]) => ({ kind, ...of })).sort((a, b) => b.asked - a.asked || b.usable - a.usable || compare(a.kind, b.kind)),
    questionsPerDeck: filled(numbered(report.questionsPerDeck)).map(([questions, decks]) => ({ questions, decks })),
    whatIf: report.whatIf.map((each) => ({ ...each, more: each.askable - report.askable })),
  }
}

type Bin = readonly [value: number, count: number]

const numbered = (counts: Readonly<Record<number, number>>): Bin[] =>
  Object.entries(counts).map(([value, count]) => [Number(value), count] as const).filter(([, count]) => count > 0).sort(([a], [b]) => a - b)

function filled(bins: readonly Bin[]): Bin[] {
  const counts = new Map(bins)
  const [first, last] = [bins[0]?.[0], bins.at(-1)?.[0]]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, at) => [first + at, counts.get(first + at) ?? 0] as const)
}

/** The largest value that half of all reach at least. */
function medianOf(bins: readonly Bin[]): number | null {
  let above = bins.reduce((sum, [, count]) => sum + count, 0)
  const half = above / 2
  let median: number | null = null
  for (const [value, count] of bins) {
    if (above >= half && above > 0) median = value
    above -= count
  }
  return median
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1)
const byCount = (entries: [string, number][]): [string, number][] => entries.filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
