/**
 * The decks of a person: at most three, fixed by the seed (PROOF-4), each strong enough alone (PROOF-5), the least burdensome first,
 * and as different from each other as the record allows. Held by test/questions/plan.test.ts.
 */
import { drawWith } from './chance.ts'
import { lightest, type Entry } from './lightest.ts'
import { allKinds } from './kinds.ts'
import type { Context } from './kind.ts'
import type { Facts } from './facts.ts'
import type { Pools } from './pools.ts'
import type { Deck, Question, Seed } from './question.ts'
import { defaultPools } from './default-pools.ts'
import { structural, type Strength } from './strength.ts'

export const mostDecks = 3

/** What asking a question again costs against asking another: more than any paper. */
const repeated = 10

export interface PlanOptions {
  readonly pools?: Pools
  readonly strength?: Strength
}

/** No deck, [], means: this person cannot be asked safely and is told the other ways (PROOF-6). `today` is 'YYYY-MM-DD'. */
export function planDecks(facts: Facts, seed: Seed, today: string, options: PlanOptions = {}): readonly Deck[] {
  const context: Context = { draw: drawWith(seed), today, pools: options.pools ?? defaultPools }
  const entries = entriesOf(facts, context)
  const asked = new Map<string, Question>()
  const used = new Map<string, number>()
  const decks: Deck[] = []
  let open = entries
  while (decks.length < mostDecks) {
    const cost = (entry: Entry): number => entry.candidate.burden + repeated * (used.get(entry.candidate.id) ?? 0)
    const chosen = lightest(open, cost, options.strength ?? structural)
    if (chosen === undefined || chosen.every(({ candidate }) => used.has(candidate.id))) break
    for (const { candidate } of chosen) used.set(candidate.id, (used.get(candidate.id) ?? 0) + 1)
    decks.push(deckOf(chosen, asked))
    open = open.filter((entry) => chosen.every((one) => one === entry || !betrays(one, entry)))
  }
  return decks
}

function entriesOf(facts: Facts, context: Context): readonly Entry[] {
  return allKinds.flatMap((kind) => kind.candidates(facts, context).map((candidate) => ({ kind, candidate })))
}

function deckOf(chosen: readonly Entry[], asked: Map<string, Question>): Deck {
  const lightFirst = [...chosen].sort((a, b) => a.candidate.burden - b.candidate.burden)
  const questions = lightFirst.map(({ candidate }) => {
    const question = asked.get(candidate.id) ?? candidate.ask()
    asked.set(candidate.id, question)
    return question
  })
  return { questions }
}

/** Whether the options of one give away the answer of the other: then they never stand in two decks of one person either. */
function betrays(a: Entry, b: Entry): boolean {
  return meets(a.candidate.shows, b.candidate.tells) || meets(b.candidate.shows, a.candidate.tells)
}

function meets(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one))
}
