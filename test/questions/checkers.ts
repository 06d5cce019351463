/** What must be true of any engine of questions, as checkers that a planted mistake must trip (planted.test.ts). */
import type { Answers, Deck, Facts, Question } from '../../src/questions/engine.ts'
import { sameName } from '../../src/questions/name.ts'
import { truth, truths, wrong } from './people.ts'

export type Planner = (fetch: number) => readonly Deck[]
export type Judge = (deck: Deck, facts: Facts | undefined, birthDate: string, answers: Answers) => boolean

/** PROOF-4: what is shown at the first fetch is shown at the fiftieth, to the byte. */
export function redraws(plan: Planner): boolean {
  const first = JSON.stringify(plan(0))
  return Array.from({ length: 49 }, (_, n) => plan(n + 1)).some((decks) => JSON.stringify(decks) !== first)
}

/**
 * P-06: the solver keeps, for each question, the options it saw every time, over many fetches and all decks. It gains when any are gone:
 * the right one is among those that stay. Choice questions of one kind are one question to the solver.
 */
export function intersectionGains(plan: Planner): boolean {
  const seen = new Map<string, { all: Set<string>; always: Set<string> }>()
  for (let fetch = 0; fetch < 20; fetch += 1) {
    for (const question of plan(fetch).flatMap((deck) => deck.questions)) {
      if (question.input !== 'choice') continue
      const labels = new Set(question.options.map((option) => option.label))
      const before = seen.get(question.kind) ?? { all: labels, always: labels }
      seen.set(question.kind, { all: new Set([...before.all, ...labels]), always: new Set([...before.always].filter((label) => labels.has(label))) })
    }
  }
  return [...seen.values()].some(({ all, always }) => always.size < all.size)
}

/** Whether the options of any deck list what another question asks for, or places the province while the province is asked. */
export function betrays(decks: readonly Deck[], facts: Facts): boolean {
  const questions = decks.flatMap((deck) => deck.questions)
  const listed = questions.flatMap((question) => (question.kind === 'employer-in-year' ? question.options.map((option) => option.label) : []))
  return questions.some((question) => {
    if (question.kind === 'employer-name') return listed.some((label) => sameName(label, truth(question, facts)))
    return question.kind === 'province-in-year' && listed.length > 0 && sameProvince(questions, question, facts)
  })
}

function sameProvince(questions: readonly Question[], asked: Question & { kind: 'province-in-year' }, facts: Facts): boolean {
  const provinces = (year: number): string[] => (facts.jobs ?? [])
    .filter((job) => job.from <= `${year}-12` && (job.to ?? '9999') >= `${year}-01`).map((job) => job.province)
  const shown = questions.flatMap((question) => (question.kind === 'employer-in-year' ? provinces(question.year) : []))
  return provinces(asked.year).some((province) => shown.includes(province))
}

/** PROOF-3: every set of wrong parts, the birth date being the last, must fail, and only the empty set pass. */
export function verdicts(judge: Judge, deck: Deck, facts: Facts): readonly boolean[] {
  const parts = deck.questions.length + 1
  return Array.from({ length: 2 ** parts }, (_, set) => judge(deck, facts, birthDate(facts, set, parts), answersWith(deck, facts, set)))
}

export function forgives(judge: Judge, deck: Deck, facts: Facts): boolean {
  const [allRight, ...rest] = verdicts(judge, deck, facts)
  return allRight !== true || rest.some((verdict) => verdict)
}

function birthDate(facts: Facts, set: number, parts: number): string {
  return (set & (1 << (parts - 1))) === 0 ? facts.birthDate : '1999-09-09'
}

export function answersWith(deck: Deck, facts: Facts, set: number): Answers {
  const right = truths(deck, facts)
  return Object.fromEntries(deck.questions.map((question, n) => [question.id, (set & (1 << n)) === 0 ? right[question.id] : wrong(question, facts)]))
}
