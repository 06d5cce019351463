/** Nine tries at one victim by the rules: three a day, decks taking turns, one verdict each. */
import type { Answers, Deck, Question } from '../engine.ts'
import type { Adversary, Joint, View } from './adversary.ts'
import type { PublicFacts } from './observation.ts'

/** How the system behaves towards who tries. The planted weaknesses are worlds of their own. */
export interface World {
  /** The deck of the n-th try, from 0. */
  show(attempt: number): Deck
  answer(deck: Deck, answers: Answers): Reply
  /** Of so many questions, how many must be right. The source is public: the attacker knows. */
  needed(questions: number): number
}

export interface Reply {
  readonly passed: boolean
  /** Only from a system that talks too much: which answers were right. */
  readonly parts?: Readonly<Record<string, boolean>>
}

export const tries = 9

export interface Try {
  readonly deck: Deck
  readonly joint: Joint
  /** The odds of this try, what was refused before taken into account. */
  readonly share: number
}

export interface Outcome {
  /** The number of the try that got in, from 1. */
  readonly passedAt?: number
  /** The attacker's own odds of getting in within nine tries. */
  readonly expected: number
  readonly tries: readonly Try[]
}

export function play(adversary: Adversary, who: PublicFacts, world: World, known: ReadonlyMap<string, string> = new Map()): Outcome {
  const attacker = new Attacker(adversary, who, known)
  const made: Try[] = []
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const deck = world.show(attempt)
    const next = attacker.next(deck, world.needed(deck.questions.length))
    if (next === undefined) continue
    made.push({ deck, ...next })
    const reply = world.answer(deck, Object.fromEntries(next.joint.parts.map(({ id, text }) => [id, text])))
    if (reply.passed) return { passedAt: attempt + 1, expected: sum(made), tries: made }
    attacker.learn(next.joint, next.share, reply)
  }
  return { expected: sum(made), tries: made }
}

function sum(made: readonly Try[]): number {
  return Math.min(1, made.reduce((all, { share }) => all + share, 0))
}

const listed = 3 * tries

class Attacker {
  readonly #adversary: Adversary
  readonly #who: PublicFacts
  readonly #known: Map<string, string>
  readonly #decks: Deck[] = []
  readonly #lists = new Map<string, Question[]>()
  readonly #refused = new Map<string, Set<string>>()
  readonly #tried: Joint[] = []
  #told = false
  readonly #plans = new Map<string, readonly Joint[]>()

  constructor(adversary: Adversary, who: PublicFacts, known: ReadonlyMap<string, string>) {
    this.#adversary = adversary
    this.#who = who
    this.#known = new Map(known)
  }

  next(deck: Deck, needed: number): { readonly joint: Joint; readonly share: number } | undefined {
    const shown = JSON.stringify(deck)
    this.#decks.push(deck)
    for (const question of deck.questions) this.#lists.set(question.id, [...(this.#lists.get(question.id) ?? []), question])
    if (this.#told) this.#plans.clear()
    const plan = this.#plans.get(shown) ?? this.#plan(deck, needed)
    this.#plans.set(shown, plan)
    const open = plan.filter((joint) => !this.#tried.some((one) => sameAnswers(one, joint))).map((joint) => ({ joint, share: joint.share * this.#doubt(joint) }))
    return open.sort((a, b) => b.share - a.share)[0]
  }

  learn(joint: Joint, _share: number, { parts }: Reply): void {
    this.#tried.push(joint)
    if (parts === undefined) return
    this.#told = true
    for (const { id, text } of joint.parts) {
      if (parts[id] === true) this.#known.set(id, text)
      else this.#refused.set(id, (this.#refused.get(id) ?? new Set()).add(text))
    }
  }

  #plan(deck: Deck, needed: number): readonly Joint[] {
    const view = this.#view()
    const { questions } = deck
    if (needed >= questions.length) return this.#adversary.joint(questions, view, listed)
    const alone = questions.map((question) => ({ question, top: this.#adversary.joint([question], view, 1)[0] }))
    const order = alone.sort((a, b) => (b.top?.share ?? 0) - (a.top?.share ?? 0))
    const rest = order.slice(needed).flatMap(({ top }) => top?.parts ?? [])
    const joints = this.#adversary.joint(order.slice(0, needed).map(({ question }) => question), view, listed)
    return joints.map(({ parts, share }) => ({ parts: [...parts, ...rest], share }))
  }

  #view(): View {
    return { seen: this.#adversary.seen(this.#who, this.#decks), lists: this.#lists, known: this.#known, refused: this.#refused }
  }

  /** A guess that agrees with a refused one in answers of another deck is the less likely, the more of that refusal they carry. */
  #doubt(joint: Joint): number {
    const texts = new Map(joint.parts.map(({ id, text }) => [id, text]))
    return this.#tried.reduce((doubt, refused) => {
      const shared = refused.parts.filter(({ id, text }) => texts.get(id) === text && !this.#known.has(id))
      if (shared.length === 0 || refused.share === 0 || refused.parts.some(({ id, text }) => texts.has(id) && texts.get(id) !== text)) return doubt
      const rest = refused.share / shared.reduce((product, { share }) => product * share, 1)
      return doubt * Math.max(0, 1 - rest)
    }, 1)
  }
}

function sameAnswers(a: Joint, b: Joint): boolean {
  return a.parts.length === b.parts.length && a.parts.every(({ id, text }) => b.parts.some((other) => other.id === id && other.text === text))
}
