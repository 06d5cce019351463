/** The kinds of register question by the names a policy may switch off; src/questions/kinds.ts has one for each, of the same record and input. */

export interface QuestionKindTraits {
  /** The kind of record the answer stands in: a deck needs two (PROOF-5). */
  readonly record: 'wages' | 'jobs' | 'pension' | 'loans' | 'account' | 'contributions'
  /** Typed, not chosen: a deck needs two (PROOF-5). */
  readonly typed: boolean
}

export const questionKinds = {
  wage: { record: 'wages', typed: true },
  'first-affiliation': { record: 'jobs', typed: true },
  entry: { record: 'jobs', typed: true },
  'employer-name': { record: 'jobs', typed: true },
  'previous-employer': { record: 'jobs', typed: true },
  'pension-amount': { record: 'pension', typed: true },
  'pension-since': { record: 'pension', typed: true },
  'loan-installment': { record: 'loans', typed: true },
  contributions: { record: 'contributions', typed: true },
  'employer-in-year': { record: 'jobs', typed: false },
  'province-in-year': { record: 'jobs', typed: false },
  bank: { record: 'account', typed: false },
} as const satisfies Readonly<Record<string, QuestionKindTraits>>

export type QuestionKindName = keyof typeof questionKinds

export function isQuestionKind(name: string): name is QuestionKindName {
  return Object.hasOwn(questionKinds, name)
}

/** PROOF-5: whether decks can still be made with these kinds off. */
export function leavesDecks(off: readonly QuestionKindName[]): boolean {
  const left = Object.entries(questionKinds).filter(([name]) => !off.includes(name as QuestionKindName)).map(([, traits]) => traits)
  return left.filter(({ typed }) => typed).length >= 2 && new Set(left.map(({ record }) => record)).size >= 2
}
