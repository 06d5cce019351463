/** Systems with one weakness each, which the attacker must find (test/attack/planted.test.ts). */
import type { Question } from '../src/questions/question.ts'
import { chanceFor, weighted, type Chance } from '../src/register/chance.ts'
import type { World } from './adversary/play.ts'
import { none, type Answers, type Deck, type Engine, type Facts, type PoolEntry, type Statistics } from './engine.ts'
import { truthOf } from './truth.ts'
import { honestWorld } from './worlds.ts'

/** Each showing draws other wrong options. */
export function redrawing(engine: Engine, decks: readonly Deck[], facts: Facts, statistics: Statistics): World {
  const honest = honestWorld(engine, decks, facts)
  return {
    ...honest,
    show(attempt) {
      const chance = chanceFor(attempt, 77)
      return { questions: honest.show(attempt).questions.map((question) => (question.input === 'choice' ? redrawn(question, facts, statistics, chance) : question)) }
    },
  }
}

type Choice = Extract<Question, { input: 'choice' }>

function redrawn(question: Choice, facts: Facts, statistics: Statistics, chance: Chance): Choice {
  const code = truthOf(question, facts)
  const truth = code === none ? undefined : question.options.find((option) => option.code === code)!.label
  const draw = weighted(poolOf(question, statistics).map(({ label, weight }) => [label, Math.max(1e-6, weight)] as const))
  const labels = new Set(truth === undefined || chance.happens(1 / 6) ? [] : [truth])
  for (let n = 0; labels.size < question.options.length && n < 10_000; n += 1) {
    const label = draw(chance)
    if (label !== truth) labels.add(label)
  }
  const mixed = [...labels].map((label) => ({ label, place: chance.next() })).sort((a, b) => a.place - b.place)
  return { ...question, options: mixed.map(({ label }, at) => ({ code: 'abcde'[at]!, label })) }
}

function poolOf(question: Choice, { pools: { employers, provinces, banks } }: Statistics): readonly PoolEntry[] {
  if (question.kind === 'bank') return banks
  if (question.kind === 'province-in-year') return provinces
  const labels = new Set(question.options.map(({ label }) => label))
  const common = (entries: readonly PoolEntry[]): number => entries.filter(({ label }) => labels.has(label)).length
  return Object.values(employers).sort((a, b) => common(b) - common(a))[0]!
}

/** Says of every answer whether it was right. */
export function talkative(engine: Engine, decks: readonly Deck[], facts: Facts): World {
  return {
    ...honestWorld(engine, decks, facts),
    answer(deck, answers) {
      const parts = Object.fromEntries(deck.questions.map((question) => [question.id, right(engine, question, facts, answers)]))
      return { passed: engine.judge(deck, facts, facts.birthDate, answers), parts }
    },
  }
}

/** Two of three right answers are enough. */
export function lenient(engine: Engine, decks: readonly Deck[], facts: Facts): World {
  const needed = (questions: number): number => Math.ceil((2 * questions) / 3)
  return {
    ...honestWorld(engine, decks, facts),
    needed,
    answer: (deck, answers) => ({ passed: deck.questions.filter((question) => right(engine, question, facts, answers)).length >= needed(deck.questions.length) }),
  }
}

function right(engine: Engine, question: Question, facts: Facts, answers: Answers): boolean {
  return engine.judge({ questions: [question] }, facts, facts.birthDate, answers)
}

/** Six in ten of those who are asked for a wage have one and the same, and are asked nevertheless: decks stay as they were planned before. */
export function oneWage(facts: Facts, index: number): Facts {
  if (!chanceFor(60, index).happens(0.6)) return facts
  return { ...facts, wages: (facts.wages ?? []).map((wage) => ({ ...wage, amount: '612.50' })) }
}
