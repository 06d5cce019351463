/**
 * Finding a page of the site by what somebody types: Spanish and English at once, case and accents do not count, and one slip of the finger
 * in a longer word is forgiven. Pure; held by test/web/search.test.ts.
 */
import { fold } from '../../../domain/fold.ts'

/** The words of a page, folded once and not at each search. */
export interface Findable { readonly parts: readonly { readonly weight: number; readonly words: readonly string[] }[] }

/** What stands in large letters counts most, then what people call it. */
export function findable(name: readonly string[], keywords: readonly string[], about: readonly string[]): Findable {
  const parts = [{ texts: name, weight: 4 }, { texts: keywords, weight: 3 }, { texts: about, weight: 1 }]
  return { parts: parts.map(({ texts, weight }) => ({ weight, words: fold(texts.join(' ')).split(' ') })) }
}

/** Words that are in every sentence and name nothing. */
const empty = new Set(fold(
  'a al con como cómo cual de del el en es esta este hacer la las le lo los me mi mis no para por porque que qué quiero se si sin su sus tengo un una y ya yo puedo necesito ver '
  + 'an and are can do for get have how i in is it my need of on or see the to want what with your',
).split(' '))

/** What was typed as words that can name something; all of it when nothing else is left. */
function wordsOf(typed: string): readonly string[] {
  const all = [...new Set(fold(typed).split(' ').filter((word) => word !== ''))].slice(0, 12)
  const telling = all.filter((word) => !empty.has(word))
  return telling.length > 0 ? telling : all
}

/** The best first; nothing when no word is found. Who typed several words gets what has the most of them. */
export function find<T extends Findable>(entries: readonly T[], typed: string): readonly T[] {
  const words = wordsOf(typed)
  const scored = entries.map((entry, at) => ({ entry, at, ...score(entry, words) })).filter(({ found }) => found > 0)
  const most = Math.max(0, ...scored.map(({ found }) => found))
  return scored.filter(({ found }) => found === most).sort((a, b) => b.weight - a.weight || a.at - b.at).map(({ entry }) => entry)
}

function score({ parts }: Findable, words: readonly string[]): { readonly found: number; readonly weight: number } {
  const weights = words.map((word) => Math.max(0, ...parts.map((part) => part.weight * likeness(word, part.words))))
  return { found: weights.filter((weight) => weight > 0).length, weight: weights.reduce((sum, weight) => sum + weight, 0) }
}

/** 1 for the word itself or its beginning, less for one with a slip, 0 for none. */
function likeness(word: string, among: readonly string[]): number {
  if (among.some((each) => each === word || (word.length >= 3 && each.startsWith(word)) || sameStem(word, each))) return 1
  return word.length >= 5 && among.some((each) => each.length >= 4 && oneSlip(word, each)) ? 0.5 : 0
}

/** "claves" is "clave", "certificados" is "certificado", "contraseñas" too. */
function sameStem(one: string, other: string): boolean {
  return one.length >= 4 && (one === `${other}s` || one === `${other}es`)
}

/** One letter more, less, another, or two that changed places. */
export function oneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  return short.slice(at + 1) === long.slice(at + 1) || (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2))
}
