/** The personal information bank (BANK-1, BANK-2): which answers to personal questions are taken. */
import { fold, foldTight } from './fold.ts'
import type { Policy } from './policy.ts'

/** Codes of the questions on offer; stable, for they are stored. The words are in src/web/texts. */
export const personalQuestions = [
  'first-teacher', 'childhood-friend', 'grandmother-dish', 'first-boss', 'childhood-street', 'first-pet', 'school-nickname', 'godparent',
  'first-trip', 'favourite-story', 'neighbour', 'first-object',
] as const
export type PersonalQuestion = (typeof personalQuestions)[number]

export interface PersonalAnswer { readonly question: string; readonly answer: string }

export type AnswerRefusal = 'unknown-question' | 'repeated-question' | 'too-short' | 'too-long' | 'repeated-answer' | 'common' | 'one-letter'

const longest = 100

/** BANK-1, W-07: one refusal or null for each answer, in order. `common` holds folded answers without spaces. */
export function refuseAnswers(
  answers: readonly PersonalAnswer[], policy: Policy['bank'], common: ReadonlySet<string>,
): readonly (AnswerRefusal | null)[] {
  return answers.map(({ question, answer }, at) => {
    const before = answers.slice(0, at)
    const text = normaliseAnswer(answer)
    if (!(personalQuestions as readonly string[]).includes(question)) return 'unknown-question'
    if (before.some((other) => other.question === question)) return 'repeated-question'
    if ([...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length < policy.shortestAnswer) return 'too-short'
    if (text.length > longest) return 'too-long'
    if (new Set(text).size === 1) return 'one-letter'
    if (before.some((other) => normaliseAnswer(other.answer) === text)) return 'repeated-answer'
    return common.has(text) ? 'common' : null
  })
}

/** BANK-2: what is hashed: case, accents and spaces do not count. */
export function normaliseAnswer(answer: string): string {
  return foldTight(answer)
}

/** The folded form shown nowhere; used to compare with lists of common answers written with spaces. */
export function commonAnswers(lines: string): ReadonlySet<string> {
  return new Set(lines.split('\n').map((line) => fold(line).replaceAll(' ', '')).filter(Boolean))
}
