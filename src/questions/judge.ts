/**
 * The verdict on a deck: one for birth date and all answers together (PROOF-3). Every part is compared before the verdict is formed, so
 * neither the work nor the answer tells which part was wrong. Held by test/questions/judge.test.ts.
 */
import { usualReach, type Reach } from './cell.ts'
import type { Facts } from './facts.ts'
import { longestAnswer } from './format.ts'
import { kinds, type Kind } from './kinds.ts'
import type { Answers, Deck, Question } from './question.ts'

/**
 * `birthDate` is what was typed, as 'YYYY-MM-DD'. `facts` is undefined for a number that nobody has: the verdict is then false after
 * comparing with facts that hold nothing (PROOF-7). An empty deck is never right.
 */
export function judge(deck: Deck, facts: Facts | undefined, birthDate: string, answers: Answers, reach: Reach = usualReach): boolean {
  const known = facts ?? nobody
  let wrong = birthDate === known.birthDate ? 0 : 1
  for (const question of deck.questions) wrong += right(question, known, answerTo(answers, question.id), reach) ? 0 : 1
  return wrong === 0 && deck.questions.length > 0 && facts !== undefined
}

const nobody: Facts = { birthDate: '' }

function right(question: Question, facts: Facts, raw: string, reach: Reach): boolean {
  const kind: Kind = kinds[question.kind]
  return kind.matches(question, facts, raw, reach)
}

function answerTo(answers: Answers, id: string): string {
  const raw = Object.hasOwn(answers, id) ? answers[id] : undefined
  return typeof raw === 'string' ? raw.slice(0, longestAnswer) : ''
}
