/** How many people lie in each cell of one slot and cohort. Two shapes: cells in a row, kept in pages as they are met, and words. */

const pageBits = 8
const pageCells = 1 << pageBits

export class RowCounts {
  #people = 0
  readonly #pages: (Uint32Array | undefined)[] = []

  /** People counted; each is in one cell. */
  get people(): number {
    return this.#people
  }

  add(at: number): void {
    this.#people += 1
    this.#page(at >> pageBits)[at & (pageCells - 1)]! += 1
  }

  merge(other: RowCounts): void {
    this.#people += other.#people
    other.#pages.forEach((page, number) => {
      const own = this.#page(number)
      page?.forEach((count, n) => (own[n]! += count))
    })
  }

  /** Cells that hold somebody, in their order. */
  entries(): { readonly at: readonly number[]; readonly count: readonly number[] } {
    const at: number[] = []
    const count: number[] = []
    this.#pages.forEach((page, number) => page?.forEach((people, n) => {
      if (people === 0) return
      at.push(number * pageCells + n)
      count.push(people)
    }))
    return { at, count }
  }

  /** For another thread. */
  pack(): PackedRow {
    return { people: this.#people, pages: this.#pages.flatMap((page, number) => (page === undefined ? [] : [[number, page] as const])) }
  }

  static unpack({ people, pages }: PackedRow): RowCounts {
    const counts = new RowCounts()
    counts.#people = people
    for (const [number, page] of pages) counts.#pages[number] = page
    return counts
  }

  #page(number: number): Uint32Array {
    return (this.#pages[number] ??= new Uint32Array(pageCells))
  }
}

export interface PackedRow {
  readonly people: number
  readonly pages: readonly (readonly [number, Uint32Array])[]
}

/** People by all the words that pass for their answer. */
export class WordCounts {
  people = 0
  /** Words of one answer, joined by line feeds, and how many people have just these. */
  readonly answers: Map<string, number>

  constructor(answers: ReadonlyMap<string, number> = new Map(), people = 0) {
    this.answers = new Map(answers)
    this.people = people
  }

  pack(): PackedWords {
    return { people: this.people, answers: this.answers }
  }

  add(words: readonly string[]): void {
    this.people += 1
    const answer = words.join('\n')
    this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1)
  }

  merge(other: WordCounts): void {
    this.people += other.people
    for (const [answer, count] of other.answers) this.answers.set(answer, (this.answers.get(answer) ?? 0) + count)
  }

  words(): readonly string[] {
    return [...new Set([...this.answers.keys()].flatMap((answer) => answer.split('\n')))]
  }
}

export interface PackedWords {
  readonly people: number
  readonly answers: ReadonlyMap<string, number>
}
