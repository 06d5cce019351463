/**
 * How far one typed answer reaches: which kept values it passes for. The attacker has the source and asks `judge` about facts of its own making, so
 * whatever tolerance the engine has is found and used.
 */
import type { Engine, Facts, Question } from '../engine.ts'
import { textOf } from './observation.ts'

export interface Reach {
  /** A typed value x passes for kept values from x − below to x + above. */
  readonly below: number
  readonly above: number
}

export type ReachOf = (question: Question, value: number) => Reach

/** Probed once for each kind and size (steps of an eighth), since a tolerance may grow with the amount. */
export function probeReach({ judge }: Pick<Engine, 'judge'>): ReachOf {
  const known = new Map<string, Reach[]>()
  return (question, value) => {
    const steps = known.get(question.kind) ?? []
    if (steps.length === 0) known.set(question.kind, steps)
    const step = question.input === 'month' ? 0 : Math.round(Math.log(Math.max(1, value)) * 8)
    return (steps[step] ??= probe(judge, question, question.input === 'month' ? value : Math.round(Math.exp(step / 8))))
  }
}

const farthest = 20_000

function probe(judge: Engine['judge'], question: Question, typed: number): Reach {
  const passes = (kept: number): boolean => {
    const facts = factsWith(question, kept)
    return kept >= 0 && judge({ questions: [question] }, facts, facts.birthDate, { [question.id]: textOf(question, typed) })
  }
  return { below: farthestFrom((distance) => passes(typed - distance)), above: farthestFrom((distance) => passes(typed + distance)) }
}

/** The largest distance that passes, when all smaller ones do. */
function farthestFrom(passes: (distance: number) => boolean): number {
  let [low, high] = [0, 1]
  while (high < farthest && passes(high)) [low, high] = [high, high * 2]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) low = middle
    else high = middle
  }
  return low
}

const someone = { ruc: '1790000001001', employer: 'Altamira S.A.', province: '17', canton: 'Quito', to: null }

/** Facts that hold `value` as the answer to this question. */
export function factsWith(question: Question, value: number): Facts {
  const text = textOf(question, value)
  const birthDate = '1970-01-01'
  switch (question.kind) {
    case 'wage':
      return { birthDate, wages: [{ month: question.month, amount: text }] }
    case 'loan-installment':
      return { birthDate, loans: [{ kind: question.loan, granted: '2000-01', to: '2099-12', installment: text }] }
    case 'pension-amount':
      return { birthDate, pension: { since: '2020-01', amount: text } }
    case 'pension-since':
      return { birthDate, pension: { since: text, amount: '500.00' } }
    case 'entry':
    case 'first-affiliation':
      return { birthDate, jobs: [{ ...someone, from: text }] }
    case 'contributions':
      return { birthDate, contributions: value }
    default:
      return { birthDate }
  }
}

/** Facts of somebody who works with this employer. */
export function factsWithEmployer(employer: string): Facts {
  return { birthDate: '1970-01-01', jobs: [{ ...someone, employer, from: '2020-01' }] }
}
