/** What a whole attack came to. Plain numbers, so that threads can send theirs and the sums be added. */
import type { RegisterRecord } from '../../src/domain/person.ts'
import type { Deck, Engine, Question } from '../engine.ts'
import { truthOf } from '../truth.ts'
import type { Adversary } from './adversary.ts'
import { typedInOrder } from './model.ts'
import { publicFacts } from './observation.ts'
import type { Outcome, Try } from './play.ts'

export interface Worst {
  readonly index: number
  /** Odds of nine tries, and the likeliest of them with its parts. */
  readonly expected: number
  readonly share: number
  readonly parts: readonly { readonly id: string; readonly text: string; readonly share: number; readonly because: string }[]
}

interface Sum {
  tries: number
  expected: number
}

/** How often the attacker believed his first guess to be right, and was. */
interface Belief {
  times: number
  believed: number
  right: number
}

export interface Summary {
  people: number
  victims: number
  successes: number
  expected: number
  /** People whose nine tries have more than 1e-5 (PROOF-5). */
  overBound: number
  worst: Worst[]
  readonly byKinds: Record<string, Sum>
  /** By what spoke loudest for the likeliest part of a try: the correlation that gave it. */
  readonly byReason: Record<string, Sum>
  readonly byDeck: Record<string, Sum>
  readonly beliefs: Record<string, Belief>
}

export const bound = 1e-5
const mostWorst = 12

export function emptySummary(): Summary {
  return { people: 0, victims: 0, successes: 0, expected: 0, overBound: 0, worst: [], byKinds: {}, byReason: {}, byDeck: {}, beliefs: {} }
}

export function addOutcome(summary: Summary, outcome: Outcome, index: number): void {
  summary.victims += 1
  summary.expected += outcome.expected
  if (outcome.passedAt !== undefined) summary.successes += 1
  if (outcome.expected > bound) summary.overBound += 1
  const decks = [...new Set(outcome.tries.map(({ deck }) => JSON.stringify(deck)))]
  for (const one of outcome.tries) addTry(summary, one, decks.indexOf(JSON.stringify(one.deck)) + 1)
  addWorst(summary, index, outcome)
}

function addTry(summary: Summary, { deck, joint, share }: Try, number: number): void {
  const kinds = deck.questions.map(({ kind }) => kind).sort().join(' + ')
  const loudest = joint.parts.filter(({ because }) => because !== 'rates of labels' && because !== 'known').sort((a, b) => b.share - a.share)[0]
  for (const [sums, key] of [[summary.byKinds, kinds], [summary.byReason, `${(loudest?.id ?? '').replace(/:.*/, '')} ${loudest?.because ?? ''}`], [summary.byDeck, `deck ${number}`]] as const) {
    const sum = (sums[key] ??= { tries: 0, expected: 0 })
    sum.tries += 1
    sum.expected += share
  }
}

/** A check on the attacker's odds: his first guess at each question of a deck, the right answers to those before it being given. */
export function addBeliefs(summary: Summary, adversary: Adversary, deck: Deck, { record, engine }: { readonly record: RegisterRecord; readonly engine: Engine }): void {
  const seen = adversary.seen(publicFacts(record), [deck])
  const known = new Map<string, string>()
  const asked: Question[] = []
  for (const question of [...typedInOrder(deck.questions), ...deck.questions.filter(({ input }) => input === 'choice')]) {
    asked.push(question)
    const part = adversary.joint(asked, { seen, lists: new Map(), known }, 1)[0]?.parts.find(({ id }) => id === question.id)
    known.set(question.id, truthOf(question, record))
    if (part === undefined) continue
    const before = question.input === 'choice' ? '' : asked.slice(0, -1).some(({ kind }) => kind === question.kind) ? ', another of its kind given' : asked.length > 1 ? ', others given' : ', alone'
    const belief = (summary.beliefs[`${question.kind}${before}`] ??= { times: 0, believed: 0, right: 0 })
    belief.times += 1
    belief.believed += part.share
    if (engine.judge({ questions: [question] }, record, record.birthDate, { [part.id]: part.text })) belief.right += 1
  }
}

function addWorst(summary: Summary, index: number, { expected, tries }: Outcome): void {
  const best = [...tries].sort((a, b) => b.share - a.share)[0]
  if (best === undefined) return
  summary.worst.push({ index, expected, share: best.share, parts: best.joint.parts })
  if (summary.worst.length > 4 * mostWorst) summary.worst = leading(summary.worst)
}

function leading(worst: readonly Worst[]): Worst[] {
  return [...worst].sort((a, b) => b.expected - a.expected).slice(0, mostWorst)
}

export function merged(all: readonly Summary[]): Summary {
  const whole = emptySummary()
  for (const one of all) {
    for (const name of ['people', 'victims', 'successes', 'expected', 'overBound'] as const) whole[name] += one[name]
    whole.worst = leading([...whole.worst, ...one.worst])
    for (const name of ['byKinds', 'byReason', 'byDeck', 'beliefs'] as const) addUp(whole[name], one[name])
  }
  return whole
}

function addUp(into: object, from: object): void {
  const [sums, more] = [into as Record<string, Record<string, number>>, from as Record<string, Record<string, number>>]
  for (const [key, numbers] of Object.entries(more)) {
    const sum = (sums[key] ??= {})
    for (const [name, number] of Object.entries(numbers)) sum[name] = (sum[name] ?? 0) + number
  }
}
