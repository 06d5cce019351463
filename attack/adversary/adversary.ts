/** The attacker: learns from the register of others, then lists the likeliest joint answers to a deck, best first. */
import type { Deck, Engine, Question } from '../engine.ts'
import { Choices } from './choices.ts'
import type { Assumed, Seen } from './contexts.ts'
import { EmployerNames } from './employer-names.ts'
import { Model, typedInOrder } from './model.ts'
import { classOf, type Observation, type PublicFacts } from './observation.ts'
import { probeReach } from './reach.ts'
import { Table } from './table.ts'

/** One answer of a joint guess. */
export interface Part {
  readonly id: string
  readonly text: string
  /** The odds of this one, those before being right. */
  readonly share: number
  readonly because: string
}

export interface Joint {
  readonly parts: readonly Part[]
  readonly share: number
}

export interface Adversary {
  /** All lists shown so far by question id, oldest first; `known` holds answers got elsewhere. At most `most`, the likeliest first. */
  joint(questions: readonly Question[], view: View, most: number): readonly Joint[]
  /** What the decks seen so far give away. */
  seen(who: PublicFacts, decks: readonly Deck[]): Seen
}

export interface View {
  readonly seen: Seen
  readonly lists: ReadonlyMap<string, readonly Question[]>
  readonly known: ReadonlyMap<string, string>
  /** Answers a reply has ruled out, by question id. */
  readonly refused?: ReadonlyMap<string, ReadonlySet<string>>
}

const widest = 24

/** Of so many people one is kept apart, for the weights. */
const apartOf = 10

export function makeAdversary(others: readonly Observation[], engine: Pick<Engine, 'judge'>): Adversary {
  const nameOf = (one: Observation): string[] => one.asked.flatMap(({ question, truth }) => (question.kind === 'employer-name' ? [truth] : []))
  const names = new EmployerNames(others.flatMap(nameOf), engine)
  const provinces = provincesOf(others)
  const choicesOf = (list: Choices | undefined) => (who: PublicFacts, questions: readonly Question[]): Seen => ({ who, shown: shownBy(list, questions) })
  const blank = new Choices([], provinces)
  const withSeen = others.map((one) => ({ one, seen: choicesOf(blank)(one.who, one.asked.map(({ question }) => question)) }))
  const choices = new Choices(withSeen, provinces)
  const model = new Model(new Table(others.filter((_, row) => row % apartOf !== 0), names), probeReach(engine))
  model.learn(withSeen.filter((_, row) => row % apartOf === 0))
  return {
    joint: (questions, view, most) => best(model, choices, questions, view, most),
    seen: (who, decks) => choicesOf(choices)(who, decks.flatMap((deck) => deck.questions)),
  }
}

function shownBy(choices: Choices | undefined, questions: readonly Question[]): Record<string, string> {
  const list = questions.find((question) => question.kind === 'employer-in-year')
  return list?.input === 'choice' && choices !== undefined ? { 'list province': choices.provinceOf(list.options.map(({ label }) => label)) } : {}
}

/** Where most people of an employer were registered: learnt from the answers of others. */
function provincesOf(others: readonly Observation[]): ReadonlyMap<string, string> {
  const homes = new Map<string, Map<string, number>>()
  for (const { who, asked } of others) {
    for (const { question, truth } of asked) {
      const label = question.kind === 'employer-name' ? truth : question.kind === 'employer-in-year' ? question.options.find(({ code }) => code === truth)?.label : undefined
      if (label === undefined || who.province === '') continue
      const counts = homes.get(label) ?? new Map<string, number>()
      homes.set(label, counts.set(who.province, (counts.get(who.province) ?? 0) + 1))
    }
  }
  return new Map([...homes].map(([label, counts]) => [label, [...counts].sort(([, a], [, b]) => b - a)[0]![0]]))
}

interface Node {
  readonly parts: readonly Part[]
  readonly assumed: readonly Assumed[]
  readonly share: number
}

/** A beam over the typed answers, each given those before; choices are taken to be independent of them. */
function best(model: Model, choices: Choices, questions: readonly Question[], view: View, most: number): readonly Joint[] {
  const width = Math.max(widest, most)
  let nodes: readonly Node[] = [{ parts: [], assumed: [], share: 1 }]
  for (const question of typedInOrder(questions)) nodes = grown(nodes, question, width, (node) => guessesFor(model, question, view, node.assumed))
  for (const question of questions) {
    if (question.input !== 'choice') continue
    const lists = (view.lists.get(question.id) ?? [question]) as readonly Extract<Question, { input: 'choice' }>[]
    const known = view.known.get(question.id)
    const codes = known === undefined ? without(choices.guesses(lists, view.seen), view.refused?.get(question.id)) : [{ text: known, share: 1, because: 'known' }]
    const answers = codes.map((code) => ({ ...code, ...nothing }))
    nodes = grown(nodes, question, width, () => answers)
  }
  return nodes.slice(0, most)
}

/** The likeliest of all ways to go on; only those are made. */
function grown(nodes: readonly Node[], question: Question, width: number, answers: (node: Node) => readonly Typed[]): readonly Node[] {
  const ways = nodes.flatMap((node) => answers(node).map((answer) => ({ node, answer, share: node.share * answer.share })))
  return ways.sort((a, b) => b.share - a.share).slice(0, width).map(({ node, answer: { text, share, because, low, high }, share: odds }) => ({
    parts: [...node.parts, { id: question.id, text, share, because }],
    assumed: high < low ? node.assumed : [...node.assumed, { name: classOf(question), low, high }],
    share: odds,
  }))
}

interface Typed {
  readonly text: string
  readonly share: number
  readonly because: string
  readonly low: number
  readonly high: number
}

const nothing = { low: 0, high: -1 }

function guessesFor(model: Model, question: Question, { seen, known, refused }: View, assumed: readonly Assumed[]): readonly Typed[] {
  const text = known.get(question.id)
  if (text !== undefined) return [{ text, share: 1, because: 'known', ...(model.coverOf(question, text) ?? nothing) }]
  const found = without(model.guesses(question, seen, assumed), refused?.get(question.id))
  return found.length > 0 ? found : [{ text: '0', share: 0, because: 'nothing', ...nothing }]
}

/** What was refused is out, and the rest the likelier for it. */
function without<T extends { readonly text: string; readonly share: number }>(guesses: readonly T[], refused: ReadonlySet<string> | undefined): readonly T[] {
  if (refused === undefined || refused.size === 0) return guesses
  const gone = guesses.filter(({ text }) => refused.has(text)).reduce((sum, { share }) => sum + share, 0)
  return guesses.filter(({ text }) => !refused.has(text)).map((guess) => ({ ...guess, share: guess.share / Math.max(1e-9, 1 - gone) }))
}
