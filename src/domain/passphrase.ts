/**
 * PASS-2: the phrase that is offered to who has no password in mind. Five words of a list of about 1,700 are 53 bits: far beyond five
 * tries in a row (LOGIN-1), and still easy to write on paper. Held by test/domain/passphrase.test.ts.
 */

/** A whole number from 0 up to and without `below`, every one as likely. */
export type Chance = (below: number) => number

export const phraseLength = 5

/** Words are drawn apart from each other, so that one may come twice: leaving repetitions out would only make guessing easier. */
export function makePassphrase(words: readonly string[], chance: Chance, length: number = phraseLength): string {
  return Array.from({ length }, () => words[chance(words.length)] ?? '').join('-')
}

/** Whether a text could have been made by `makePassphrase` from these words. */
export function isPassphrase(text: string, words: ReadonlySet<string>, length: number = phraseLength): boolean {
  const parts = text.split('-')
  return parts.length === length && parts.every((part) => words.has(part))
}

/**
 * The words of a list that every keyboard types the same way (no accents, no ñ) and that nobody minds reading on an official page.
 * A word like 'arbol' for 'árbol' would be typed with its accent by whoever spells well, so it is left out rather than bent.
 */
export function plainWords(list: readonly string[], unkind: ReadonlySet<string>): readonly string[] {
  return list.filter((word) => /^[a-z]{3,}$/.test(word.normalize('NFC')) && !unkind.has(word))
}
