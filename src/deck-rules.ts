/** What the policy says of decks, in the words of the questions engine. */
import type { Policy } from './domain/policy.ts'
import { usualTerms, type DeckRules } from './questions/engine.ts'

/** PROOF-8: months the paper with one's contributions may be old. */
const contributionsOff = 4

/** The bound is for nine tries, however few the policy allows. */
export function deckRules({ questions }: Policy): DeckRules {
  return {
    terms: { tries: usualTerms.tries, bound: questions.perMillion / 1_000_000, mostQuestions: questions.most },
    reach: { amount: questions.amountTolerance, count: contributionsOff },
    off: new Set(questions.off),
  }
}
