/**
 * The odds of a guesser who knows every distribution: the sum over the likeliest joint answers, as many as there are tries (PROOF-5, P-01).
 * Held against plain enumeration by test/questions/odds.test.ts.
 */

/**
 * Each list has the shares of the likeliest answers to one question, largest first, at least `tries` of them or all there are. The answers are taken as
 * independent; what hangs together is charged apart (`charges` in priors.ts). Exact: the largest products need only the largest factors.
 */
export function likeliest(lists: readonly (readonly number[])[], tries: number): number {
  return lists.reduce((joint, list) => largestProducts(joint, list, tries), [1]).reduce((sum, share) => sum + share, 0)
}

/**
 * Whether the likeliest joint answers, times `lift`, stay under `bound`. Most decks are far on one side: the likeliest answer alone is too much, or even
 * `tries` times it is not.
 */
export function staysUnder(bound: number, lists: readonly (readonly number[])[], tries: number, lift: number): boolean {
  let likeliestOne = lift
  for (const list of lists) likeliestOne *= list[0]!
  if (likeliestOne > bound) return false
  return likeliestOne * tries <= bound || likeliest(lists, tries) * lift <= bound
}

/** Largest first. The n-th of the first list with the m-th of the second is behind (n + 1)(m + 1) - 1 others. */
function largestProducts(joint: readonly number[], list: readonly number[], tries: number): readonly number[] {
  const products: number[] = []
  for (let n = 0; n < joint.length && n < tries; n += 1) {
    for (let m = 0; m < list.length && (n + 1) * (m + 1) <= tries; m += 1) products.push(joint[n]! * list[m]!)
  }
  return [...Float64Array.from(products).sort()].reverse().slice(0, tries) // numbers, which sort by themselves
}

/** Bits of a share: 1/256 has 8. */
export function bitsOf(share: number): number {
  return -Math.log2(share)
}
