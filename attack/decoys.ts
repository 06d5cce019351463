/**
 * Known and unknown numbers mixed (PROOF-7): can anybody tell from the decks which is which? Decoys as src/system.ts wires them: the shape of
 * somebody's decks, filled anew.
 */
import type { Identifier } from '../src/domain/person.ts'
import { chanceFor } from '../src/register/chance.ts'
import { provinceNames } from '../src/questions/provinces.ts'
import { inventCedula } from '../src/register/invented-identifiers.ts'
import { inventBirthProvince } from '../src/register/invented-places.ts'
import { score, train, type Sample } from './adversary/classifier.ts'
import { separation, type Separation } from './adversary/separation.ts'
import type { Deck, Engine } from './engine.ts'
import { people } from './register.ts'

export interface DecoyResult {
  /** So many of each. */
  readonly numbers: number
  readonly separation: Separation
  /** Shares told the other ways at once. */
  readonly toldPeople: number
  readonly toldDecoys: number
  /** What speaks loudest, with its share among people and among decoys. */
  readonly giveaways: readonly { readonly feature: string; readonly people: number; readonly decoys: number }[]
}

export function tellDecoys(engine: Engine, seed: number, count: number): DecoyResult {
  const known: Sample[] = []
  for (const { index, record } of people(seed, 0, count)) {
    if (record.id.type === 'cedula') known.push({ features: featuresOf(engine.plan(record, index), record.id), second: false })
  }
  const unknown = known.map((_, n): Sample => {
    const id = unknownNumber(seed, n)
    return { features: featuresOf(engine.planOfNobody(id, 1e9 + n), id), second: true }
  })
  const mixed = known.flatMap((one, n) => [one, unknown[n]!])
  const [training, trial] = [mixed.filter((_, n) => n % 4 < 2), mixed.filter((_, n) => n % 4 >= 2)]
  const weights = train(training)
  const scores = (second: boolean): number[] => trial.filter((one) => one.second === second).map(({ features }) => score(weights, features))
  return {
    numbers: known.length, separation: separation(scores(false), scores(true)), toldPeople: share(known, 'decks 0'), toldDecoys: share(unknown, 'decks 0'),
    giveaways: giveaways(known, unknown),
  }
}

/** A well-formed cédula nobody of the register has: far behind the last one. */
function unknownNumber(seed: number, n: number): Identifier {
  return inventCedula(seed, 4_000_000 + n, inventBirthProvince(chanceFor(seed + 7, n)))
}

/** All that is seen: how many decks, which questions in which order, months, years, labels and their order. */
export function featuresOf(decks: readonly Deck[], id: Identifier): string[] {
  const features = [`decks ${decks.length}`]
  decks.forEach(({ questions }, deck) => {
    features.push(`deck ${deck + 1}: ${questions.map(({ kind }) => kind).join(' + ')}`, `size ${questions.length}`)
    for (const question of questions) {
      features.push(`asks ${question.kind}`, `deck ${deck + 1} asks ${question.id}`, `asks ${question.id}`)
      if (question.input === 'choice') for (const { code, label } of question.options) features.push(`lists ${label}`, `${question.kind} ${code} lists ${label}`)
      if (question.kind === 'province-in-year') features.push(`home listed: ${question.options.some(({ label }) => label === provinceNames[id.value.slice(0, 2)])}`)
    }
  })
  return [...new Set(features)]
}

function share(samples: readonly Sample[], feature: string): number {
  return samples.filter(({ features }) => features.includes(feature)).length / samples.length
}

const mostGiveaways = 8

/** By how many standard errors the shares differ. */
function giveaways(known: readonly Sample[], unknown: readonly Sample[]): DecoyResult['giveaways'] {
  const count = (samples: readonly Sample[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const { features } of samples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
    return counts
  }
  const [a, b] = [count(known), count(unknown)]
  const all = [...new Set([...a.keys(), ...b.keys()])].map((feature) => {
    const [x, y] = [a.get(feature) ?? 0, b.get(feature) ?? 0]
    return { feature, people: x / known.length, decoys: y / unknown.length, far: Math.abs(x - y) / Math.sqrt(x + y) }
  })
  return all.sort((one, other) => other.far - one.far).slice(0, mostGiveaways).map(({ feature, people, decoys }) => ({ feature, people, decoys }))
}
