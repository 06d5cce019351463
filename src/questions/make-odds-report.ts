/** The report on everybody's odds, read off what a survey counted (survey.ts). */
import type { OddsReport } from './odds-report.ts'
import { median, type Tally } from './tally.ts'

/** The first tally is of everybody, the others of the sample under each change. */
export function oddsReport([everybody, ...changes]: readonly Tally[], madeOn: string): OddsReport {
  const { people, decks, reasons, bits, worst, questions, kinds } = everybody!
  return {
    madeOn, people, askable: people - decks[0]!, notAskable: Object.fromEntries(reasons), bits: Object.fromEntries(bits), worst,
    decksPerPerson: [decks[0]!, decks[1]!, decks[2]!, decks[3]!], questionsPerDeck: Object.fromEntries(questions),
    kinds: Object.fromEntries([...kinds].map(([kind, { usable, asked, halfBits }]) => [kind, { usable, asked, medianBits: (median(halfBits) ?? 0) / 2 }])),
    whatIf: changes.map((tally) => ({
      change: tally.name, askable: scaled(tally.people - tally.decks[0]!, tally.people, people), worst: tally.worst, medianBits: median(tally.bits) ?? 0,
    })),
  }
}

/** The changes are tried on a sample; what is told is about everybody. */
function scaled(some: number, sampled: number, people: number): number {
  return sampled === 0 ? 0 : Math.round((some / sampled) * people)
}
