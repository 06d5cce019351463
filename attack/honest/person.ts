/** An honest person at the questions: some facts are not recalled, the others are written as people write. */
import type { Chance } from '../../src/register/chance.ts'
import { checkFormat } from '../../src/questions/format.ts'
import type { Answers, Deck, Engine, Facts, Question } from '../engine.ts'
import { truthOf } from '../truth.ts'
import { amountWritings } from './amounts.ts'
import { countWritings } from './counts.ts'
import { monthWritings } from './months.ts'
import { nameWritings } from './names.ts'
import { written, type Writing } from './writing.ts'

export const writingsOf: Readonly<Record<Question['input'], readonly Writing[]>> = {
  amount: amountWritings,
  month: monthWritings,
  number: countWritings,
  name: nameWritings,
  choice: [{ name: 'chosen', weight: 1, write: (code) => code }],
}

/** At most so many tries: three a day, the decks taking turns. */
export const triesADay = 3

export interface Honest {
  /** The share of facts that are recalled; one that is not is wrong each time it is asked. */
  readonly recall: number
  readonly chance: Chance
  /** Everything recalled is typed as it stands on the paper. */
  readonly asOnPaper?: boolean
}

/** The number of the try that passes, from 1; undefined when none of three does. The birth date is always right. */
export function passesAt(engine: Engine, decks: readonly Deck[], facts: Facts, honest: Honest): number | undefined {
  const { recall, chance } = honest
  const recalled = new Map<string, boolean>()
  for (let attempt = 0; attempt < triesADay; attempt += 1) {
    const deck = decks[attempt % decks.length]!
    for (const { id } of deck.questions) if (!recalled.has(id)) recalled.set(id, chance.happens(recall))
    const answers: Answers = Object.fromEntries(deck.questions.map((question) => [question.id, recalled.get(question.id)! ? answer(question, facts, honest) : undefined]))
    if (engine.judge(deck, facts, facts.birthDate, answers)) return attempt + 1
  }
  return undefined
}

/** A fault of format costs no try: who gets one reads the hint and writes as the paper does. */
function answer(question: Question, facts: Facts, { chance, asOnPaper = false }: Honest): string {
  const truth = truthOf(question, facts)
  if (asOnPaper) return truth
  const { text } = written(writingsOf[question.input], truth, chance)
  return checkFormat(question, text).ok ? text : truth
}
