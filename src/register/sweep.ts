/**
 * One pass over everybody of the register, as of one moment, in bounded memory: threads with a database connection each take turns at the pages,
 * open what lies there and fold it (fold.ts). Nothing is written, so a pass that is killed leaves nothing behind.
 *
 * Held by test/register/sweep.test.ts; measured by bench/country.ts.
 */
import { Worker } from 'node:worker_threads'
import type { Database, DatabaseConfig } from '../store/database.ts'
import { atOneMoment, type RegisterMoment } from '../store/register-sweep.ts'
import type { AnyFold, FoldOrder } from './fold.ts'
import type { SweepAnswer, SweepOrder, SweepSetup } from './sweep-worker.ts'

export interface SweepParts {
  /** Without timeouts; holds the moment. */
  readonly db: Database
  /** For the threads' own connections. */
  readonly database: DatabaseConfig
  /** The text of the key ring. */
  readonly keyring: string
  readonly folds: readonly FoldOrder[]
  readonly threads: number
  /** Given to a thread in one turn: 8 MiB unless told, some thousands of people, a fraction of a second. */
  readonly pagesAtOnce?: number
  /** `share` of the pages, 0 to 1. */
  onProgress(now: { people: number; share: number }): void
}

export interface Sweep {
  readonly people: number
  /** What the folds made of them, in their order. */
  readonly merged: readonly unknown[]
}

export async function sweepRegister(parts: SweepParts): Promise<Sweep> {
  const folds = await Promise.all(parts.folds.map(async ({ module }) => (await import(module)) as AnyFold))
  const { people, results } = await atOneMoment(parts.db, (moment) => sweepPages(parts, moment))
  const merged = folds.map((fold, place) => fold.merge(results.map((ofThread) => ofThread[place]), parts.folds[place]!.setup))
  return { people, merged }
}

async function sweepPages({ database, keyring, folds, threads, pagesAtOnce = 1_024, onProgress }: SweepParts, { snapshot, pages }: RegisterMoment) {
  let [people, given, done] = [0, 0, 0]
  const all = Array.from({ length: threads }, () => new SweepThread({ database, snapshot, keyring, folds }))
  const busy = async (thread: SweepThread): Promise<readonly unknown[]> => {
    while (given < pages) {
      const [from, to] = [given, Math.min(given + pagesAtOnce, pages)]
      given = to
      const read = await thread.ask<{ people: number }>({ from, to })
      people += read.people // not around the await: it would add to what there was before it
      done += to - from
      onProgress({ people, share: done / pages })
    }
    return (await thread.ask<{ results: readonly unknown[] }>('finish')).results
  }
  try {
    return { results: await Promise.all(all.map(busy)), people }
  } finally {
    await Promise.all(all.map((thread) => thread.close()))
  }
}

/** Asked one thing at a time. */
class SweepThread {
  readonly #worker: Worker
  #waiting: { resolve(answer: SweepAnswer): void; reject(error: Error): void } | null = null
  #ended: Error | null = null

  constructor(setup: SweepSetup) {
    this.#worker = new Worker(new URL('./sweep-worker.ts', import.meta.url), { workerData: setup, argv: [], execArgv: [] })
    this.#worker.on('message', (answer: SweepAnswer) => this.#waiting?.resolve(answer))
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#end(new Error('A thread that reads the register ended before its work was done.')))
  }

  async ask<Answer extends SweepAnswer>(order: SweepOrder): Promise<Answer> {
    if (this.#ended !== null) throw this.#ended
    return await new Promise<SweepAnswer>((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#worker.postMessage(order, [])
    }) as Answer
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #end(error: Error): void {
    this.#ended ??= error
    this.#waiting?.reject(this.#ended)
  }
}
