/**
 * The odds the attacker gives to typed answers: a mixture over contexts, with weights learnt from people kept apart (expectation maximisation), each
 * type of context having its weight by size of sample, so that a few like people are not believed more than they deserve.
 */
import type { Question } from '../engine.ts'
import { bestIn, Contexts, shareIn, type Assumed, type Context, type Seen } from './contexts.ts'
import { distinct, type EmployerNames } from './employer-names.ts'
import { classOf, numberOf, textOf, thisMonth, type Observation } from './observation.ts'
import type { ReachOf } from './reach.ts'
import { disjoint, mostBest, type Cover } from './samples.ts'
import { ageBand, type Table } from './table.ts'

export interface Guess extends Cover {
  readonly text: string
  /** The attacker's odds that it passes, all assumed before being right. */
  readonly share: number
  /** The type of context that speaks loudest for it. */
  readonly because: string
}

const order = ['first-affiliation', 'pension-since', 'entry', 'contributions', 'pension-amount', 'loan', 'wage', 'employer-name']

/** Earlier questions are guessed first, later ones given them. */
export function typedInOrder(questions: readonly Question[]): readonly Question[] {
  const rank = (question: Question): number => order.indexOf(classOf(question).split(' ')[0]!)
  return questions.filter(({ input }) => input !== 'choice').sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

const fewestLike = 4
/** With fewer examples there are no weights to learn, and only everybody who was asked counts: four like people would be believed too much. */
const fewestExamples = 50
const leastWeight = 0.02
const mostKept = 200_000

export class Model {
  readonly #table: Table
  readonly #contexts: Contexts
  readonly #reachOf: ReachOf
  readonly #names: EmployerNames
  /** By class: weight of each type of context at each size. */
  readonly #weights = new Map<string, Map<string, number>>()
  readonly #kept = new Map<string, readonly Guess[]>()

  constructor(table: Table, reachOf: ReachOf) {
    this.#table = table
    this.#contexts = new Contexts(table, reachOf)
    this.#reachOf = reachOf
    this.#names = table.names
  }

  /** Learns from people who are not in the table. */
  learn(apart: readonly { readonly one: Observation; readonly seen: Seen }[], mostExamples = 1_500): void {
    const examples = new Map<string, Evidence[][]>()
    for (const { one, seen } of apart) {
      const byId = new Map(one.asked.map((asked) => [asked.question.id, asked]))
      for (const deck of one.decks) {
        const before: Assumed[] = []
        for (const question of typedInOrder(deck.map((id) => byId.get(id)!.question))) {
          const truth = this.coverOf(question, byId.get(question.id)!.truth)
          const list = examples.get(classOf(question)) ?? []
          examples.set(classOf(question), list)
          if (truth === undefined) continue
          if (list.length < mostExamples) list.push(this.#contextsOf(question, seen, before).map((context) => ({ key: weightKey(context), share: shareIn(context, truth) })))
          before.push({ name: classOf(question), ...truth })
        }
      }
    }
    for (const [name, list] of examples) if (list.length >= fewestExamples) this.#weights.set(name, mixed(list))
    this.#kept.clear()
  }

  /** What a typed truth covers; undefined for a name nobody else has. */
  coverOf(question: Question, text: string): Cover | undefined {
    if (question.input !== 'name') return this.#cover(question, numberOf(question, text))
    const guess = this.#names.narrowest(this.#names.idOf(text))
    return guess === undefined ? undefined : { low: guess, high: guess }
  }

  /** The likeliest answers, the likeliest first; none passes for what another passes for. */
  guesses(question: Question, seen: Seen, before: readonly Assumed[]): readonly Guess[] {
    const key = this.#keyOf(question, seen, before)
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    if (this.#kept.size >= mostKept) this.#kept.clear()
    const found = this.#find(question, seen, before)
    this.#kept.set(key, found)
    return found
  }

  #find(question: Question, seen: Seen, before: readonly Assumed[]): readonly Guess[] {
    const weighed = this.#weighed(question, this.#contextsOf(question, seen, before))
    const covers = new Map<number, Cover>()
    for (const { context, weight } of weighed) {
      for (const cover of bestIn(context).slice(0, 2 + Math.ceil(mostBest * weight))) {
        const exact = question.input === 'name' ? cover : this.#cover(question, this.#typedAt(question, cover.low))
        if (question.input !== 'month' || exact.high <= thisMonth) covers.set(exact.low, exact)
      }
    }
    const guesses = [...covers.values()].map((cover) => this.#guess(question, cover, weighed)).sort((a, b) => b.share - a.share)
    if (question.input !== 'name') return disjoint(guesses, mostBest)
    const byNumber = new Map(guesses.map((guess) => [guess.low, guess]))
    return distinct(byNumber.keys(), this.#names, mostBest).map(({ low }) => byNumber.get(low)!)
  }

  #guess(question: Question, cover: Cover, weighed: readonly Weighed[]): Guess {
    let [share, most, because] = [0, 0, '']
    for (const { context, weight } of weighed) {
      const part = weight * shareIn(context, cover)
      share += part
      if (part > most) [most, because] = [part, context.type]
    }
    const text = question.input === 'name' ? this.#names.textOf(cover.low) : textOf(question, cover.low + this.#reachOf(question, cover.low).below)
    return { ...cover, text, share, because }
  }

  #contextsOf(question: Question, seen: Seen, before: readonly Assumed[]): readonly Context[] {
    const weights = this.#weights.get(classOf(question))
    const use = (type: string): boolean => weights === undefined || weights.has(type)
    return this.#contexts.of(classOf(question), seen, before, use).filter(({ distribution }) => distribution.size >= fewestLike)
  }

  #weighed(question: Question, contexts: readonly Context[]): readonly Weighed[] {
    const weights = this.#weights.get(classOf(question))
    const found = contexts.map((context) => ({ context, weight: weights === undefined ? Number(context.type === 'all') : weights.get(weightKey(context)) ?? 0 })).filter(({ weight }) => weight > 0)
    const sum = found.reduce((all, { weight }) => all + weight, 0)
    return found.map(({ context, weight }) => ({ context, weight: weight / sum }))
  }

  #typedAt(question: Question, low: number): number {
    return Math.max(0, Math.round(low + this.#reachOf(question, Math.max(0, low)).below))
  }

  #cover(question: Question, typed: number): Cover {
    const { below, above } = this.#reachOf(question, typed)
    return { low: typed - below, high: typed + above }
  }

  /** All that the answer depends on, as far as contexts that are used look at it. */
  #keyOf(question: Question, { who, shown }: Seen, before: readonly Assumed[]): string {
    const uses = (part: string): boolean => [...(this.#weights.get(classOf(question))?.keys() ?? [part])].some((type) => type.includes(part))
    const parts = [
      uses('age') ? ageBand(who) : '', uses('sex') ? who.sex : '', uses('province') ? who.province : '', uses('since birth') ? who.birth : '',
      uses('list province') ? shown['list province'] ?? '' : '',
    ]
    return [classOf(question), ...parts, ...before.map(({ name, low, high }) => `${name} ${low} ${high}`)].join('|')
  }

  get table(): Table {
    return this.#table
  }
}

interface Weighed {
  readonly context: Context
  readonly weight: number
}

interface Evidence {
  readonly key: string
  readonly share: number
}

function weightKey({ type, distribution }: Context): string {
  return `${type} · ${Math.min(6, Math.floor(Math.log(distribution.size) / Math.log(4)))}`
}

const rounds = 25

/** Weights under which what happened is likeliest; types that carry next to nothing are left out. */
function mixed(examples: readonly (readonly Evidence[])[]): Map<string, number> {
  let weights = new Map<string, number>(examples.flat().map(({ key }) => [key, 1]))
  for (let round = 0; round < rounds; round += 1) {
    const won = new Map<string, number>()
    const offered = new Map<string, number>()
    for (const evidence of examples) {
      const inAll = evidence.reduce((sum, { key }) => sum + weights.get(key)!, 0)
      const likely = evidence.reduce((sum, { key, share }) => sum + weights.get(key)! * share, 0)
      if (likely === 0) continue
      for (const { key, share } of evidence) {
        won.set(key, (won.get(key) ?? 0) + (weights.get(key)! * share) / likely)
        offered.set(key, (offered.get(key) ?? 0) + 1 / inAll)
      }
    }
    weights = new Map([...weights.keys()].map((key) => [key, (won.get(key) ?? 0) / Math.max(1e-9, offered.get(key) ?? 0)] as const))
  }
  const kept = [...weights].filter(([, weight]) => weight >= leastWeight)
  // A type is looked up when any of its sizes is kept.
  return new Map([...kept, ...kept.map(([key]) => [key.split(' · ')[0]!, 0] as const)])
}
