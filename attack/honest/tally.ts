/** How many of the honest pass, with the standard error of each share. */
export class Tally {
  #people = 0
  #first = 0
  #three = 0

  /** The try that passed, from 1. */
  add(passedAt: number | undefined): void {
    this.#people += 1
    if (passedAt === 1) this.#first += 1
    if (passedAt !== undefined) this.#three += 1
  }

  get people(): number {
    return this.#people
  }

  get first(): Share {
    return shareOf(this.#first, this.#people)
  }

  get three(): Share {
    return shareOf(this.#three, this.#people)
  }
}

export interface Share {
  readonly share: number
  readonly error: number
}

export function shareOf(some: number, all: number): Share {
  const share = some / Math.max(1, all)
  return { share, error: Math.sqrt((share * (1 - share)) / Math.max(1, all)) }
}
