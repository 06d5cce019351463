/** Which honest writings the engine takes, by kind of answer: passed, refused by format (no try spent), or counted as wrong. */
import { checkFormat } from '../../src/questions/format.ts'
import type { Chance } from '../../src/register/chance.ts'
import type { Deck, Engine, Facts, Question } from '../engine.ts'
import { truthOf } from '../truth.ts'
import { writingsOf } from './person.ts'

export interface Fate {
  readonly kind: string
  readonly way: string
  /** Of a hundred people who write this kind of answer. */
  readonly weight: number
  passed: number
  badFormat: number
  wrong: number
  readonly examples: string[]
}

const mostExamples = 3

export class Refusals {
  readonly #fates = new Map<string, Fate>()

  /** Tries every writing of every question once. */
  add(engine: Engine, deck: Deck, facts: Facts, chance: Chance): void {
    for (const question of deck.questions) {
      const truth = truthOf(question, facts)
      for (const way of writingsOf[question.input]) {
        const text = way.write(truth, chance)
        if (text !== undefined) this.#count(engine, question, facts, { way: way.name, weight: way.weight, text, truth })
      }
    }
  }

  all(): readonly Fate[] {
    return [...this.#fates.values()]
  }

  #count(engine: Engine, question: Question, facts: Facts, tried: { way: string; weight: number; text: string; truth: string }): void {
    const key = `${question.kind} ${tried.way}`
    const fate = this.#fates.get(key) ?? { kind: question.kind, way: tried.way, weight: tried.weight, passed: 0, badFormat: 0, wrong: 0, examples: [] }
    this.#fates.set(key, fate)
    const right = engine.judge({ questions: [question] }, facts, facts.birthDate, { [question.id]: tried.text })
    if (right) fate.passed += 1
    else if (!checkFormat(question, tried.text).ok) fate.badFormat += 1
    else fate.wrong += 1
    if (!right && fate.examples.length < mostExamples) fate.examples.push(`«${tried.text}» for «${tried.truth}»`)
  }
}
