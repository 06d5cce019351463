/**
 * Which words of a vocabulary pass for which, typing errors allowed (PROOF-8). Two words within two errors of each other have one of their thirds in
 * common, moved by two places at most: so each word is compared with few others. Held against comparing all by test/questions/near-words.test.ts.
 */
import { nearWords } from './name.ts'

const mostErrors = 2

/** For each word those it passes for, itself among them. */
export function neighbours(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(words.map((word) => [word, [word]]))
  const byThird = new Map<string, string[]>()
  for (const word of [...found.keys()].sort((a, b) => a.length - b.length)) {
    for (const other of candidates(word, byThird)) {
      if (!nearWords(word, other)) continue
      found.get(word)!.push(other)
      found.get(other)!.push(word)
    }
    for (const { key } of thirds(word, word.length)) push(byThird, key, word)
  }
  return found
}

function candidates(word: string, byThird: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const met = new Set<string>()
  for (let length = Math.max(1, word.length - mostErrors); length <= word.length; length += 1) {
    for (const { key } of thirds(word, length, mostErrors)) for (const other of byThird.get(key) ?? []) met.add(other)
  }
  return met
}

/** The thirds of a word of `length` as they stand in `word`, moved by up to `moved` places. */
function thirds(word: string, length: number, moved = 0): { readonly key: string }[] {
  const cuts = [0, Math.floor(length / 3), Math.floor((2 * length) / 3), length]
  const keys: { key: string }[] = []
  for (let n = 0; n < 3; n += 1) {
    const [from, to] = [cuts[n]!, cuts[n + 1]!]
    if (from === to) continue
    for (let by = -moved; by <= moved; by += 1) {
      if (from + by >= 0 && to + by <= word.length) keys.push({ key: `${length}:${n}:${word.slice(from + by, to + by)}` })
    }
  }
  return keys
}

function push(lists: Map<string, string[]>, key: string, word: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [word])
  else list.push(word)
}
