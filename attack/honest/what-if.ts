/** What deck sizes and questions shared between decks allow at best, by arithmetic: recall alone, everything typed as on the paper. */

/** Three decks of `size` questions of which `shared` stand in all three and the others in one each: passing at the first try, and within three. */
export function atBest(recall: number, size: number, shared: number): { readonly first: number; readonly three: number } {
  const own = recall ** (size - shared)
  return { first: recall ** size, three: recall ** shared * (1 - (1 - own) ** 3) }
}

/** What part of typings may be refused, over all questions of a deck, before passing at the first try falls under `target`. */
export function roomForTyping(recall: number, size: number, target: number): number {
  return Math.max(0, 1 - target / recall ** size)
}
