/** The odds over everybody, as the officer sees them. Plain JSON without anything of a person. */
import type { QuestionKind } from './question.ts'
import type { Reason } from './survey.ts'
import { median, type Tally } from './tally.ts'

export interface OddsReport {
  /** 'YYYY-MM-DD' */
  readonly madeOn: string
  readonly people: number
  readonly askable: number
  readonly notAskable: Readonly<Partial<Record<Reason, number>>>
  /** People who can be asked, by whole bits of the odds of their weakest deck. */
  readonly bits: Readonly<Record<number, number>>
  /** The largest odds of any deck of anybody. */
  readonly worst: number
  /** People with no, one, two, three decks. */
  readonly decksPerPerson: readonly number[]
  /** Decks by their number of questions. */
  readonly questionsPerDeck: Readonly<Record<number, number>>
  readonly kinds: Readonly<Partial<Record<QuestionKind, KindReport>>>
  /** On a sample of the people. */
  readonly whatIf: readonly ChangeReport[]
}

export interface KindReport {
  /** People whose answer may be asked for. */
  readonly usable: number
  /** People who are asked it in one of their decks. */
  readonly asked: number
  readonly medianBits: number
}

export interface ChangeReport {
  /** 'without:wage', 'tolerance:99', 'questions:4', 'bits:24'. */
  readonly change: string
  readonly people: number
  readonly askable: number
  readonly worst: number
  readonly medianBits: number
}

/** The first tally is of everybody, the others of the sample under each change. */
export function oddsReport([everybody, ...changes]: readonly Tally[], madeOn: string): OddsReport {
  const { people, decks, reasons, bits, worst, questions, kinds } = everybody!
  return {
    madeOn, people, askable: people - decks[0]!, notAskable: Object.fromEntries(reasons), bits: Object.fromEntries(bits), worst,
    decksPerPerson: decks, questionsPerDeck: Object.fromEntries(questions),
    kinds: Object.fromEntries([...kinds].map(([kind, { usable, asked, halfBits }]) => [kind, { usable, asked, medianBits: (median(halfBits) ?? 0) / 2 }])),
    whatIf: changes.map((tally) => ({
      change: tally.name, people: tally.people, askable: tally.people - tally.decks[0]!, worst: tally.worst, medianBits: median(tally.bits) ?? 0,
    })),
  }
}

