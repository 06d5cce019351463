/** Small registers of made-up people whose answers hang together in known ways, with few values each, so that every joint answer can be counted. */
import { cohortsOf } from '../../src/questions/cohort.ts'
import { drawWith, type Draw, type Drawn } from '../../src/questions/chance.ts'
import { usualReach } from '../../src/questions/cell.ts'
import { defaultPools } from '../../src/questions/default-pools.ts'
import { PairCounts, PriorGatherer, Surveyor, weightsOf, type Facts, type QuestionKind } from '../../src/questions/engine.ts'
import type { PairShares, Priors } from '../../src/questions/priors.ts'
import { candidacyOf, decksOf, type DeckRules } from '../../src/questions/plan.ts'
import { tableOf } from '../../src/questions/pair-table.ts'
import { month, today } from './people.ts'

/** Which of the values of each answer a person has. */
export interface Made {
  readonly wage: number
  readonly employer: number
  readonly entry: number
  readonly pension: number
}

/** Chance that is the same at every run. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let drawn = Math.imul(state ^ (state >>> 15), state | 1)
    drawn ^= drawn + Math.imul(drawn ^ (drawn >>> 7), drawn | 61)
    return Math.floor((((drawn ^ (drawn >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
}

const roll = dice(7)
const words = Array.from({ length: 1_000 }, () => Array.from({ length: 10 }, () => 'bcdfghjklmnpqrstvwxz'[roll(20)]).join(''))

/** Values lie so far apart that a guess passes for one of them. */
export function factsOf({ wage, employer, entry, pension }: Made, birthDate = '1971-05-17', sex: 'F' | 'M' = 'F'): Facts {
  const ruc = `179${String(employer).padStart(7, '0')}001`
  return {
    birthDate, sex,
    jobs: [{ ruc, employer: words[employer]!, province: '17', from: month(2000 * 12 + 2 * entry), to: null }],
    wages: [{ month: '2026-08', amount: (300 + wage).toFixed(2) }],
    pension: { since: month(2001 * 12 + 2 * pension), amount: '0.00' },
  }
}

/** Only these four are asked: what is chosen among options cannot be counted by its answer. */
export const rulesOf = (bound: number): DeckRules => ({
  terms: { tries: 9, bound, mostQuestions: 4 }, reach: usualReach,
  off: new Set<QuestionKind>(['bank', 'province-in-year', 'employer-in-year', 'first-affiliation', 'contributions', 'previous-employer', 'loan-installment', 'pension-amount']),
})

export interface Gathered { readonly priors: Priors; readonly pairs: PairCounts }

export function gather(people: readonly Facts[], counters = 2 ** 21): Gathered {
  const pairs = new PairCounts(tableOf(counters))
  const gatherer = new PriorGatherer(today, pairs)
  for (const person of people) gatherer.add(person)
  return { priors: gatherer.priors(usualReach), pairs }
}

/** After the second pass: with what many who are asked the same have in common. */
export function surveyed(facts: readonly Facts[], { priors, pairs }: Gathered, rules: DeckRules): Priors {
  const surveyor = new Surveyor({ today, priors, pairs, joints: new Uint16Array(2 ** 22), pools: defaultPools, rules, changes: [], sampled: 0 })
  for (const person of facts) surveyor.add(person, new Uint8Array(32))
  return { ...priors, joints: surveyor.commonJoints() }
}

/** Those who are asked a deck of the same questions. */
export interface Group {
  readonly kinds: string
  readonly cohort: string
  readonly people: number
  /** Of them, those who give one of the nine likeliest joint answers. */
  readonly likeliest: number
}

const answerOf: Partial<Record<QuestionKind, keyof Made>> = { wage: 'wage', 'employer-name': 'employer', entry: 'entry', 'pension-since': 'pension' }

/** Asks everybody, and counts every joint answer of every group and public cohort. */
export function counted(people: readonly Made[], facts: readonly Facts[], { priors, pairs }: { priors: Priors; pairs: PairShares }, rules: DeckRules): readonly Group[] {
  const weights = weightsOf(priors, pairs)
  const context = { draw: remembering(drawWith(new Uint8Array(32))), today, pools: defaultPools }
  const groups = new Map<string, Map<string, number>>()
  people.forEach((person, n) => {
    for (const { kinds } of decksOf(candidacyOf(facts[n]!, context, weights), rules)) {
      const asked = kinds.toSorted()
      const joint = asked.map((kind) => person[answerOf[kind]!]).join()
      for (const cohort of new Set(cohortsOf(facts[n]!))) {
        const name = `${asked.join('+')}|${cohort}`
        const group = groups.get(name) ?? new Map<string, number>()
        groups.set(name, group)
        group.set(joint, (group.get(joint) ?? 0) + 1)
      }
    }
  })
  return [...groups].map(([name, joint]) => {
    const [kinds, cohort] = name.split('|') as [string, string]
    const counts = [...joint.values()].sort((a, b) => b - a)
    return { kinds, cohort, people: counts.reduce((sum, count) => sum + count, 0), likeliest: counts.slice(0, 9).reduce((sum, count) => sum + count, 0) }
  })
}

function remembering(draw: Draw): Draw {
  const known = new Map<string, Drawn>()
  return (about) => known.get(about) ?? (known.set(about, draw(about)), known.get(about)!)
}
