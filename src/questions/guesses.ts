/**
 * What guesses cover of the counts of one slot and cohort: cells beside each other, or words that pass for each other. Held by
 * test/questions/summary.test.ts.
 */
import type { RowCounts, WordCounts } from './counts.ts'

/** What a guess covers, in the order in which cells lie. A cap begins with fresh ones; what does not change is laid out once for all caps. */
export interface Guesses {
  /** People each guess covers, popular cells not counted. */
  readonly covered: () => Float64Array
  /** When a guess still covers more than `most`, the largest cell under it is popular from now on. */
  readonly drop: (guess: number, most: number) => void
  readonly popular: () => readonly (number | string)[]
  /** People whose answer is not popular. */
  readonly left: () => number
}

export interface GuessOptions {
  /** What is popular among everybody, for a narrower cohort. */
  readonly known?: ReadonlySet<number | string>
  /** For words: which pass for which. */
  readonly near?: ReadonlyMap<string, readonly string[]>
}

export function rowGuesses(counts: RowCounts, wide: number, { known }: GuessOptions): () => Guesses {
  const { at, count } = counts.entries()
  const asked = Float64Array.from(count, (people, n) => (known?.has(at[n]!) === true ? 0 : people))
  return () => guessesInRow(at, asked.slice(), wide)
}

function guessesInRow(at: readonly number[], kept: Float64Array, wide: number): Guesses {
  const dropped: number[] = []
  return {
    // A guess that begins at a cell somebody is in: any other covers no more.
    covered: () => {
      const sums = new Float64Array(at.length)
      for (let n = 0, end = 0, sum = 0; n < at.length; sum -= kept[n]!, n += 1) {
        for (; end < at.length && at[end]! < at[n]! + wide; end += 1) sum += kept[end]!
        sums[n] = sum
      }
      return sums
    },
    drop: (guess, most) => {
      let [largest, sum] = [guess, 0]
      for (let n = guess; n < at.length && at[n]! < at[guess]! + wide; n += 1) {
        sum += kept[n]!
        if (kept[n]! > kept[largest]!) largest = n
      }
      if (sum <= most) return
      kept[largest] = 0
      dropped.push(at[largest]!)
    },
    popular: () => dropped,
    left: () => kept.reduce((sum, people) => sum + people, 0),
  }
}

/** An answer passes for every guess that is near one of its words, and is popular when one of its words is. */
interface Vocabulary {
  readonly words: readonly string[]
  /** For each word the words near it of this cohort, itself among them; and the answers that have one of them. */
  readonly near: readonly (readonly number[])[]
  readonly passing: readonly (readonly number[])[]
  /** For each word the answers that have it. */
  readonly having: readonly (readonly number[])[]
}

export function wordGuesses(counts: WordCounts, { known, near }: GuessOptions): () => Guesses {
  const people = Float64Array.from(counts.answers.values())
  const vocabulary = vocabularyOf([...counts.answers.keys()], near)
  vocabulary.words.forEach((word, n) => {
    if (known?.has(word) === true) for (const answer of vocabulary.having[n]!) people[answer] = 0
  })
  return () => guessesOfWords(vocabulary, people.slice())
}

function vocabularyOf(answers: readonly string[], near: GuessOptions['near']): Vocabulary {
  const lists = new Map<string, number[]>()
  answers.forEach((answer, n) => {
    for (const word of answer.split('\n')) {
      const list = lists.get(word)
      if (list === undefined) lists.set(word, [n])
      else list.push(n)
    }
  })
  const words = [...lists.keys()].sort()
  const having = words.map((word) => lists.get(word)!)
  const numbers = new Map(words.map((word, n) => [word, n]))
  const own = words.map((word, n) => near?.get(word)?.flatMap((other) => numbers.get(other) ?? []) ?? [n])
  return { words, near: own, having, passing: own.map((some, n) => (some.length === 1 ? having[n]! : [...new Set(some.flatMap((other) => having[other]!))])) }
}

function guessesOfWords({ words, near, having, passing }: Vocabulary, asked: Float64Array): Guesses {
  const mass = (answers: readonly number[]): number => answers.reduce((sum, n) => sum + asked[n]!, 0)
  const dropped: string[] = []
  return {
    covered: () => Float64Array.from(passing, mass),
    drop: (guess, most) => {
      if (mass(passing[guess]!) <= most) return
      const largest = near[guess]!.reduce((one, other) => (mass(having[other]!) > mass(having[one]!) ? other : one))
      for (const answer of having[largest]!) asked[answer] = 0
      dropped.push(words[largest]!)
    },
    popular: () => dropped,
    left: () => asked.reduce((sum, people) => sum + people, 0),
  }
}
