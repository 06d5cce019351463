/**
 * Which words of a vocabulary pass for which, typing errors allowed (PROOF-8). Two words within two errors of each other have one of their fifths in
 * common, moved by two places at most (a swap at a border spoils two of them): so each word is compared with few others. Held against comparing all by test/questions/near-words.test.ts.
 */
import { nearWords } from './name.ts'

const mostErrors = 2
const parts = 2 * mostErrors + 1

/** For each word those it passes for, itself among them. */
export function neighbours(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(words.map((word) => [word, [word]]))
  const byPart = new Map<string, string[]>()
  for (const word of [...found.keys()].sort((a, b) => a.length - b.length)) {
    for (const other of candidates(word, byPart)) {
      if (!nearWords(word, other)) continue
      found.get(word)!.push(other)
      found.get(other)!.push(word)
    }
    for (const key of partsOf(word, word.length)) push(byPart, key, word)
  }
  return found
}

function candidates(word: string, byPart: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const met = new Set<string>()
  for (let length = Math.max(1, word.length - mostErrors); length <= word.length; length += 1) {
    for (const key of partsOf(word, length, mostErrors)) for (const other of byPart.get(key) ?? []) met.add(other)
  }
  return met
}

/** The fifths of a word of `length` as they stand in `word`, moved by up to `moved` places. */
function partsOf(word: string, length: number, moved = 0): readonly string[] {
  const cuts = Array.from({ length: parts + 1 }, (_, n) => Math.floor((n * length) / parts))
  const keys: string[] = []
  for (let n = 0; n < parts; n += 1) {
    const [from, to] = [cuts[n]!, cuts[n + 1]!]
    if (from === to) continue
    for (let by = -moved; by <= moved; by += 1) {
      if (from + by >= 0 && to + by <= word.length) keys.push(`${length}:${n}:${word.slice(from + by, to + by)}`)
    }
  }
  return keys
}

function push(lists: Map<string, string[]>, key: string, word: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [word])
  else list.push(word)
}
