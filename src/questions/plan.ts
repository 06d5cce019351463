/**
 * The decks of a person: at most three, fixed by the seed (PROOF-4), each strong enough alone (PROOF-5), the least burdensome first,
 * and as different from each other as the record allows. Held by test/questions/plan.test.ts.
 */
import { usualReach, type Reach } from './cell.ts'
import { drawWith } from './chance.ts'
import { cohortsOf } from './cohort.ts'
import { lightest } from './lightest.ts'
import { allKinds } from './kinds.ts'
import type { Context } from './kind.ts'
import type { Facts } from './facts.ts'
import { choiceShares } from './options.ts'
import type { Pools } from './pools.ts'
import type { Weights, Whole } from './priors.ts'
import type { Deck, Question, QuestionKind, Seed } from './question.ts'
import { defaultPools } from './default-pools.ts'
import { isTyped, jointOdds, oddsOf, strongEnough, usualTerms, type Entry, type Lift, type Terms } from './strength.ts'

export const mostDecks = 3

/**
 * What a question costs beside its paper, and what asking one again does: fewest questions first, then the papers people have; but rather a deck of two
 * questions more than one that repeats a question, since who failed may have failed on it.
 */
const oneMore = 20
const repeated = 50

/** What the policy says. */
export interface DeckRules {
  readonly terms: Terms
  /** What answers may be off by; priors for less would promise too much, and nobody is asked by them. */
  readonly reach: Reach
  /** Kinds that are not asked. */
  readonly off: ReadonlySet<QuestionKind>
}

export const usualRules: DeckRules = { terms: usualTerms, reach: usualReach, off: new Set() }

/** `Knowledge` of the register fits here as it is. */
export interface PlanOptions extends Partial<DeckRules> {
  /** What the register says of all answers. Without it nobody's odds are known, so nobody is asked. */
  readonly weights?: Weights
  readonly pools?: Pools
}

/** A deck with the odds it has for this person: the sum of its likeliest joint answers. */
export interface WeighedDeck extends Deck {
  readonly odds: number
  readonly kinds: readonly QuestionKind[]
  readonly typed: readonly Whole[]
}

/** No deck, [], means: this person cannot be asked safely and is told the other ways (PROOF-6). `today` is 'YYYY-MM-DD'. */
export function planDecks(facts: Facts, seed: Seed, today: string, options: PlanOptions = {}): readonly Deck[] {
  return weighDecks(facts, seed, today, options).map(({ questions }) => ({ questions }))
}

/** The same with the odds, for whoever surveys everybody; who asks a person must not learn them (they tell of the record). */
export function weighDecks(facts: Facts, seed: Seed, today: string, options: PlanOptions = {}): readonly WeighedDeck[] {
  const { weights, pools = defaultPools } = options
  if (weights === undefined) return []
  return decksOf(candidacyOf(facts, { draw: drawWith(seed), today, pools }, weights), options)
}

/** What a person could be asked, weighed: the part of planning that no policy changes. */
export interface Candidacy {
  readonly entries: readonly Entry[]
  readonly cohorts: readonly string[]
  readonly lift: Lift
  /** Of those who are asked these questions, the share that gives the same typed answers. */
  readonly joint: (deck: readonly Entry[]) => number
  readonly reach: Reach
}

export function candidacyOf(facts: Facts, context: Context, weights: Weights): Candidacy {
  const cohorts = cohortsOf(facts)
  const counted: Context = { ...context, countedOn: weights.countedOn }
  const entries = allKinds.flatMap((kind) => kind.candidates(facts, counted).flatMap((candidate) => {
    const shares = isTyped(kind) ? weights.shares(candidate, cohorts) : choiceShares
    return shares === undefined ? [] : [{ kind, candidate, shares }]
  }))
  return { entries, cohorts, lift: remembered(entries, (one, other) => weights.charges(one, other, cohorts).reduce((most, { lift }) => Math.max(most, lift), 1)), joint: (deck) => weights.joint(typedOf(deck), cohorts), reach: weights.reach }
}

export function decksOf({ entries, lift, joint, reach }: Candidacy, { terms = usualTerms, reach: allowed = usualReach, off }: Partial<DeckRules>): readonly WeighedDeck[] {
  if (reach.amount < allowed.amount || reach.count < allowed.count) return []
  const strong = (deck: readonly Entry[]): boolean => strongEnough(deck, terms, lift) && jointOdds(deck, terms, joint(deck)) <= terms.bound
  const asked = new Map<string, Question>()
  const used = new Map<string, number>()
  const decks: WeighedDeck[] = []
  let open = off === undefined ? entries : entries.filter(({ kind }) => !off.has(kind.kind))
  while (decks.length < mostDecks) {
    const cost = (entry: Entry): number => entry.candidate.burden + oneMore + repeated * (used.get(entry.candidate.id) ?? 0)
    const chosen = lightest(open, cost, terms, strong)
    if (chosen === undefined || chosen.every(({ candidate }) => used.has(candidate.id))) break
    for (const { candidate } of chosen) used.set(candidate.id, (used.get(candidate.id) ?? 0) + 1)
    decks.push({ ...deckOf(chosen, asked), odds: Math.max(oddsOf(chosen, terms, lift), jointOdds(chosen, terms, joint(chosen))), kinds: chosen.map(({ kind }) => kind.kind), typed: typedOf(chosen) })
    open = open.filter((entry) => chosen.every((one) => one === entry || !betrays(one, entry)))
  }
  return decks
}

/** Each pair is looked up once, however many decks it is tried in. */
function remembered(entries: readonly Entry[], lift: Lift): Lift {
  const places = new Map(entries.map((entry, n) => [entry, n]))
  const known = new Float64Array(entries.length ** 2)
  return (one, other) => {
    const at = places.get(one)! * entries.length + places.get(other)!
    if (known[at] === 0) known[at] = lift(one, other)
    return known[at]!
  }
}

function typedOf(deck: readonly Entry[]): readonly Whole[] {
  return deck.filter(({ kind }) => isTyped(kind)).map(({ candidate: { cells: [first], answer } }) => ({ slot: first!.slot, answer }))
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
