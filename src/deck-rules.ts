/** What the policy says of decks, in the words of the questions engine. */
import type { Policy } from './domain/policy.ts'
import type { DeckRules } from './questions/engine.ts'

/** The paper with one's contributions may be a month or two old. */
const contributionsOff = 2

export function deckRules({ proofing, questions }: Policy): DeckRules {
  return {
    terms: { tries: proofing.inAll, bound: questions.perMillion / 1_000_000, mostQuestions: questions.most },
    reach: { amount: questions.amountTolerance, count: contributionsOff },
    off: new Set(questions.off),
  }
}
