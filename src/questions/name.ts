/**
 * Names of employers as people type them (PROOF-8): case, accents, ñ, legal forms, order and number of words, small typing errors.
 * Held by test/questions/name.test.ts.
 */

/** Legal forms and small words: they tell nothing of who it is. Compared after folding, where 'S.A.' is 'sa'. */
const empty = new Set(
  ('sa saa sas sc scc srl ltda cia cialtda cltda cl ca cem ep epe compania limitada anonima sociedad corp inc ' +
    'civil mercantil hnos e hijos de del la las el los y en c ecuador ecuatoriana').split(' '),
)

const longest = 120

/** Lower case, no accents (ñ is n), dots joined ('S.A.' is 'sa'), other signs as spaces; one space between words. */
export function foldName(raw: string): string {
  return raw
    .slice(0, longest)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.'’`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The words that tell: a name made of nothing else keeps all its words. */
export function tellingWords(raw: string): string[] {
  const words = [...new Set(foldName(raw).split(' '))].filter((word) => word !== '').slice(0, 12)
  const telling = words.filter((word) => !empty.has(word))
  return telling.length > 0 ? telling : words
}

/** What many employers have in their names: typed or left out, it decides nothing. */
const trades = new Set(
  ('empresa grupo industria industrias industrial comercial comercializadora importadora exportadora distribuidora distribuciones ' +
    'constructora construcciones servicios transporte transportes floricola agricola ganadera camaronera bananera pesquera almacenes ' +
    'farmacia farmacias clinica hospital hotel restaurante textiles confecciones alimentos molinos ingenio laboratorios seguridad ' +
    'consultora logistica banco cooperativa ahorro credito asociacion fundacion unidad educativa colegio escuela universidad instituto ' +
    'ministerio direccion municipio municipal gobierno gad autonomo descentralizado provincial cantonal parroquial nacional ' +
    'publica publico').split(' '),
)

/** Employers come again and again: folding their names anew would be a good part of a survey of everybody. */
const met = new Map<string, readonly string[]>()
const mostMet = 20_000

function distinctWords(raw: string): readonly string[] {
  const before = met.get(raw)
  if (before !== undefined) return before
  if (met.size >= mostMet) met.clear()
  const words = tellingWords(raw).filter((word) => !trades.has(word))
  met.set(raw, words)
  return words
}

/** How many letters of a name are its own: a name without any cannot be asked for. */
export function distinctLetters(raw: string): number {
  return distinctWords(raw).join('').length
}

/**
 * What one may type and pass for this name: each set of own words that is enough and none of which could be left out, and all of them. Whoever types
 * more words than that passes for no more employers, so these are all guesses that cover much (gather-priors.ts).
 */
export function passingWords(raw: string): readonly string[] {
  const own = distinctWords(raw).toSorted()
  const letters = own.join('').length
  const enough = (words: readonly string[]): boolean => words.join('').length >= 3 && words.join('').length * 2 >= letters
  const alone = own.filter((word) => enough([word]))
  const rest = own.filter((word) => !enough([word]))
  const pairs = rest.flatMap((one, n) => rest.slice(n + 1).map((other) => [one, other]))
  return [...alone, ...pairs.filter(enough).map((pair) => pair.join('')), distinctWords(raw).join('')]
}

/** One key for all writings of one employer: 'Florícola El Rosal S.A.' and 'ROSAL, EL (FLORICOLA)' have the same. */
export function employerKey(raw: string): string {
  const own = distinctWords(raw)
  return (own.length > 0 ? own : foldName(raw).split(' ')).toSorted().join(' ')
}

/**
 * The same employer? The words that are its own decide: none typed may be strange to the kept name, and those met must make up half of
 * its letters, so 'El Rosal' is 'Florícola El Rosal S.A.' and 'Florícola' is not. A name written apart or together is the same.
 */
export function sameName(typed: string, kept: string): boolean {
  return meets(distinctWords(typed), distinctWords(kept), tellingWords(kept).filter((word) => trades.has(word)))
}

/** Whether who reads one name would pass with it where the other is asked for. Both as `employerKey` gives them. */
export function alike(keyA: string, keyB: string): boolean {
  const [a, b] = [keyA.split(' '), keyB.split(' ')]
  return meets(a, b, []) || meets(b, a, [])
}

function meets(asked: readonly string[], kept: readonly string[], trade: readonly string[]): boolean {
  if (asked.length === 0 || kept.length === 0) return false
  if (near(asked.join(''), kept.join(''))) return true
  const open = [...kept]
  let met = 0
  for (const word of asked) {
    const at = open.findIndex((candidate) => near(word, candidate))
    if (at >= 0) met += open.splice(at, 1)[0]!.length
    else if (!trade.some((candidate) => near(word, candidate))) return false
  }
  return met >= 3 && met * 2 >= kept.join('').length
}

/** Whether who types one of these words is taken to have meant the other: as `meets` compares them. */
export function nearWords(a: string, b: string): boolean {
  return near(a, b) || near(b, a)
}

function near(a: string, b: string): boolean {
  const allowed = errorsAllowed(b.length)
  if (a === b) return true
  return allowed > 0 && editDistance(a, b, allowed) <= allowed
}

/** Typing errors a word of this length may have. */
export function errorsAllowed(length: number): 0 | 1 | 2 {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/** Optimal string alignment distance (a swap of neighbours is one error), or `limit + 1` when the lengths exclude it. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = above
    above = row
  }
  return above[b.length]!
}
