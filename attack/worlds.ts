/** The system as the rules say it behaves. */
import type { Deck, Engine, Facts } from './engine.ts'
import type { World } from './adversary/play.ts'

/** PROOF-3 and 4: the decks take turns, one verdict for everything. The birth date is known to the attacker. */
export function honestWorld(engine: Engine, decks: readonly Deck[], facts: Facts): World {
  return {
    show: (attempt) => decks[attempt % decks.length]!,
    answer: (deck, answers) => ({ passed: engine.judge(deck, facts, facts.birthDate, answers) }),
    needed: (questions) => questions,
  }
}
