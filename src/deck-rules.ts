/** What the policy says of decks, in the words of the questions engine. */
import type { Policy } from './domain/policy.ts'
import type { DeckRules } from './questions/engine.ts'

/** PROOF-8: months the paper with one's contributions may be old. */
const contributionsOff = 4

export function deckRules({ proofing, questions }: Policy): DeckRules {
  return {
    terms: { tries: proofing.inAll, bound: questions.perMillion / 1_000_000, mostQuestions: questions.most },
    reach: { amount: questions.amountTolerance, count: contributionsOff },
    off: new Set(questions.off),
  }
}
