/**
 * Names to try where an employer's name is asked: for every word and every whole name seen, which employers it passes for, found by asking `judge`.
 * A word such as "Rosal" passes for all who have it in their name.
 */
import type { Engine, Question } from '../engine.ts'
import { factsWithEmployer } from './reach.ts'
import { mostBest, type Cover, type Distribution } from './samples.ts'

const asked: Question = { id: 'employer-name', kind: 'employer-name', input: 'name' }

export class EmployerNames {
  readonly #ids = new Map<string, number>()
  readonly #guesses: { readonly text: string; readonly employers: ReadonlySet<number> }[] = []
  /** By employer: the guesses that pass for it. */
  readonly #passing: number[][] = []

  constructor(names: Iterable<string>, { judge }: Pick<Engine, 'judge'>) {
    const all = [...new Set(names)]
    all.forEach((name, id) => this.#ids.set(name, id))
    const byWord = Map.groupBy(all.flatMap((name) => wordsOf(name).map((word) => ({ name, word }))), ({ word }) => word)
    const passes = (guess: string, name: string): boolean => {
      const facts = factsWithEmployer(name)
      return judge({ questions: [asked] }, facts, facts.birthDate, { [asked.id]: guess })
    }
    const near = (word: string): readonly string[] => [...byWord.keys()].filter((other) => alike(word, other))
    for (const word of byWord.keys()) {
      if (word.length < 3) continue
      const names = new Set(near(word).flatMap((other) => byWord.get(other)!.map(({ name }) => name)))
      this.#add(word, [...names].filter((name) => passes(word, name)))
    }
    for (const name of all) {
      if (this.passing(this.idOf(name)).length > 0) continue // a single word is enough
      const rarest = wordsOf(name).sort((a, b) => byWord.get(a)!.length - byWord.get(b)!.length)[0] ?? ''
      const names = new Set((byWord.get(rarest) ?? []).map((one) => one.name))
      this.#add(name, [...names].filter((one) => passes(name, one)))
    }
  }

  #add(text: string, names: readonly string[]): void {
    if (names.length === 0) return
    const employers = new Set(names.map((name) => this.#ids.get(name)!))
    const guess = this.#guesses.push({ text, employers }) - 1
    for (const employer of employers) (this.#passing[employer] ??= []).push(guess)
  }

  idOf(name: string): number {
    return this.#ids.get(name) ?? NaN
  }

  textOf(guess: number): string {
    return this.#guesses[guess]!.text
  }

  employersOf(guess: number): ReadonlySet<number> {
    return this.#guesses[guess]!.employers
  }

  passing(employer: number): readonly number[] {
    return this.#passing[employer] ?? []
  }

  /** The guess that passes for this employer and the fewest others; undefined for an employer nobody else has. */
  narrowest(employer: number): number | undefined {
    return [...this.passing(employer)].sort((a, b) => this.employersOf(a).size - this.employersOf(b).size)[0]
  }

  distribution(employers: Float64Array): Distribution {
    return new NameShares(employers, this)
  }
}

class NameShares implements Distribution {
  readonly size: number
  readonly #counts = new Map<number, number>()
  readonly #names: EmployerNames
  #best: readonly Cover[] | undefined

  constructor(employers: Float64Array, names: EmployerNames) {
    this.size = employers.length
    this.#names = names
    for (const employer of employers) for (const guess of names.passing(employer)) this.#counts.set(guess, (this.#counts.get(guess) ?? 0) + 1)
  }

  share({ low }: Cover): number {
    return this.size === 0 ? 0 : (this.#counts.get(low) ?? 0) / this.size
  }

  get best(): readonly Cover[] {
    this.#best ??= distinct([...this.#counts].sort(([, a], [, b]) => b - a).map(([guess]) => guess), this.#names, mostBest)
    return this.#best
  }
}

/** Guesses of which no two pass for the same employer. */
export function distinct(guesses: Iterable<number>, names: EmployerNames, most: number): Cover[] {
  const covered = new Set<number>()
  const taken: Cover[] = []
  for (const guess of guesses) {
    if (taken.length >= most) break
    const employers = names.employersOf(guess)
    if ([...employers].some((employer) => covered.has(employer))) continue
    for (const employer of employers) covered.add(employer)
    taken.push({ low: guess, high: guess })
  }
  return taken
}

function wordsOf(name: string): string[] {
  return [...new Set(name.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/\./g, '').split(/[^a-z0-9]+/))].filter((word) => word !== '')
}

/** One letter more, less or other: enough to find what a typing error may pass for. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return Math.max(a.length, b.length) - start - end <= 1
}
