/**
 * The odds of the answers to a choice: how often each label is the true one when it is listed, whether it is the province of the cédula or of another
 * list, how often "none" is right; and what lists that were shown before have in common.
 */
import { provinceNames } from '../../src/questions/provinces.ts'
import { none, type Question } from '../engine.ts'
import type { Seen } from './contexts.ts'
import type { Observation } from './observation.ts'

type Choice = Extract<Question, { input: 'choice' }>

export interface CodeGuess {
  readonly text: string
  readonly share: number
  readonly because: string
}

interface Count {
  times: number
  right: number
}

/** Listed so often before its own rate is believed half. */
const doubt = 60

export class Choices {
  readonly #counts = new Map<string, Count>()
  readonly #provinceOf: ReadonlyMap<string, string>

  constructor(people: readonly { readonly one: Observation; readonly seen: Seen }[], provinceOf: ReadonlyMap<string, string>) {
    this.#provinceOf = provinceOf
    for (const { one, seen } of people) {
      for (const { question, truth } of one.asked) if (question.input === 'choice') this.#learn(question, truth, seen)
    }
  }

  #learn(question: Choice, truth: string, seen: Seen): void {
    for (const { code, label } of question.options) {
      for (const key of [question.kind, `${question.kind}|${label}`, `${question.kind}|${flagsOf(question, label, seen)}`]) this.#count(key, code === truth)
    }
    for (const key of [`${question.kind}|none`, `${question.kind}|none|${this.#situation(question, seen)}`]) this.#count(key, truth === none)
  }

  #count(key: string, right: boolean): void {
    const count = this.#counts.get(key) ?? { times: 0, right: 0 }
    this.#counts.set(key, count)
    count.times += 1
    if (right) count.right += 1
  }

  #rate(key: string, otherwise: number): number {
    const { times, right } = this.#counts.get(key) ?? { times: 0, right: 0 }
    return (right + doubt * otherwise) / (times + doubt)
  }

  /** What the list says of the home province: listed, not listed though it could be, never listed. */
  #situation(question: Choice, { who }: Seen): string {
    if (question.kind !== 'province-in-year') return ''
    const home = provinceNames[who.province] ?? ''
    if (question.options.some(({ label }) => label === home)) return 'home listed'
    return this.#counts.has(`${question.kind}|${home}`) ? 'home not listed' : 'home never listed'
  }

  /** All six answers, the likeliest first. `lists` are all lists shown for this question, the one to be answered last. */
  guesses(lists: readonly Choice[], seen: Seen): readonly CodeGuess[] {
    const first = lists[0]!
    const now = lists.at(-1)!
    const kind = this.#rate(first.kind, 1 / 6)
    const scores = new Map(first.options.map(({ label }) => [label, this.#score(first, label, seen, kind)]))
    const listed = [...scores.values()].reduce((sum, score) => sum + score, 0)
    const nobody = this.#rate(`${first.kind}|none|${this.#situation(first, seen)}`, this.#rate(`${first.kind}|none`, 1 / 6))
    for (const [label, score] of scores) scores.set(label, (score / listed) * (1 - nobody))
    const posterior = this.#intersected(scores, nobody, lists)
    const because = new Set(lists.map((list) => JSON.stringify(list.options))).size > 1 ? 'lists in common' : 'rates of labels'
    const guesses = now.options.map(({ code, label }) => ({ text: code, share: posterior.get(label) ?? 0, because }))
    const rest = 1 - guesses.reduce((sum, { share }) => sum + share, 0)
    return [...guesses, { text: none, share: Math.max(0, rest), because }].sort((a, b) => b.share - a.share)
  }

  #score(question: Choice, label: string, seen: Seen, kind: number): number {
    const own = this.#rate(`${question.kind}|${label}`, kind) / kind
    return own * this.#rate(`${question.kind}|${flagsOf(question, label, seen)}`, kind)
  }

  /** Each list that differs from the first weighs anew: the truth is listed five times in six, another label as often as labels are. */
  #intersected(scores: Map<string, number>, nobody: number, lists: readonly Choice[]): ReadonlyMap<string, number> {
    const [first, ...later] = [...new Map(lists.map((list) => [JSON.stringify(list.options), list])).values()]
    if (later.length === 0) return scores
    const labels = new Set([first!, ...later].flatMap((list) => list.options.map(({ label }) => label)))
    const pool = [...this.#counts.keys()].filter((key) => key.startsWith(`${first!.kind}|`) && !key.includes('none')).length
    const otherwise = Math.min(0.5, 5 / Math.max(6, Math.min(pool, 30)))
    for (const label of labels) {
      let score = scores.get(label) ?? nobody / 20
      for (const list of later) score *= list.options.some((option) => option.label === label) ? 5 / 6 / otherwise : 1 / 6 / (1 - otherwise)
      scores.set(label, score)
    }
    const unseen = nobody / 20 * Math.max(0, 20 - labels.size + first!.options.length) * (1 / 6 / (1 - otherwise)) ** later.length
    const inAll = [...scores.values()].reduce((sum, score) => sum + score, unseen)
    return new Map([...scores].map(([label, score]) => [label, score / inAll]))
  }

  /** The province most people of the listed employers were registered in. */
  provinceOf(labels: readonly string[]): string {
    const found = Map.groupBy(labels.flatMap((label) => this.#provinceOf.get(label) ?? []), (province) => province)
    return [...found].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
  }
}

function flagsOf(question: Choice, label: string, { who, shown }: Seen): string {
  if (question.kind !== 'province-in-year') return ''
  const home = provinceNames[who.province] === label ? 'home' : ''
  return `${home} ${provinceNames[shown['list province'] ?? ''] === label ? 'listed place' : ''}`
}
