/** One thread's part of an attack: learns what others answer, then plays nine tries at each of its victims. */
import { chanceFor } from '../src/register/chance.ts'
import type { Adversary } from './adversary/adversary.ts'
import { observe, publicFacts, type Observation } from './adversary/observation.ts'
import { play } from './adversary/play.ts'
import { addBeliefs, addOutcome, emptySummary, type Summary } from './adversary/summary.ts'
import type { Deck, Engine } from './engine.ts'
import { people, type Numbered } from './register.ts'
import { truthOf } from './truth.ts'
import { honestWorld } from './worlds.ts'

export interface Stretch {
  readonly seed: number
  readonly from: number
  readonly to: number
  readonly step: number
}

/** The others of the register who can be asked, with their answers. */
export function observeAll(engine: Engine, { seed, from, to, step }: Stretch, told: (done: number) => void): Observation[] {
  const found: Observation[] = []
  let done = 0
  for (const { index, record } of people(seed, from, to, step)) {
    const decks = engine.plan(record, index)
    if (decks.length > 0) found.push(observe(record, decks))
    told((done += 1))
  }
  return found
}

export interface Campaign {
  readonly adversary: Adversary
  readonly engine: Engine
  /** Each fact is known to the attacker with this probability. */
  readonly known: number
  readonly most: number
}

/** Of so many victims the attacker's odds are checked: it costs as much as a try. */
const mostChecked = 20_000

/** People of the stretch one after the other, until `most` of them had questions. `told` hears how many. */
export function attackAll({ adversary, engine, known, most }: Campaign, stretch: Stretch, told: (done: number) => void): Summary {
  const summary = emptySummary()
  for (const victim of people(stretch.seed, stretch.from, stretch.to, stretch.step)) {
    const decks = engine.plan(victim.record, victim.index)
    summary.people += 1
    if (decks.length > 0) {
      const outcome = play(adversary, publicFacts(victim.record), honestWorld(engine, decks, victim.record), knownOf(victim, decks, known))
      addOutcome(summary, outcome, victim.index)
      if (known === 0 && summary.victims <= mostChecked) addBeliefs(summary, adversary, decks[summary.victims % decks.length]!, { record: victim.record, engine })
    }
    told(summary.victims)
    if (summary.victims >= most) break
  }
  return summary
}

/** What has leaked of somebody: each answer with the same probability, by lot. */
function knownOf({ index, record }: Numbered, decks: readonly Deck[], share: number): ReadonlyMap<string, string> {
  const chance = chanceFor(1_000_003, index)
  const questions = new Map(decks.flatMap((deck) => deck.questions.map((question) => [question.id, question] as const)))
  return new Map([...questions].flatMap(([id, question]) => (chance.happens(share) ? [[id, truthOf(question, record)] as const] : [])))
}
