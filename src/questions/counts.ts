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

export class WordCounts {
  /** People counted; each may have several words. */
  people = 0
  readonly words: Map<string, number>

  constructor(words: ReadonlyMap<string, number> = new Map(), people = 0) {
    this.words = new Map(words)
    this.people = people
  }

  pack(): PackedWords {
    return { people: this.people, words: this.words }
  }

  add(word: string): void {
    this.words.set(word, (this.words.get(word) ?? 0) + 1)
  }

  merge(other: WordCounts): void {
    this.people += other.people
    for (const [word, count] of other.words) this.words.set(word, (this.words.get(word) ?? 0) + count)
  }
}

export interface PackedWords {
  readonly people: number
  readonly words: ReadonlyMap<string, number>
}
