/** Threads that carry out orders side by side, with how far all of them are. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Message, Order } from './thread.ts'

export class Threads {
  readonly #workers: readonly Worker[]

  constructor(count: number) {
    this.#workers = Array.from({ length: count }, () => new Worker(join(import.meta.dirname, 'thread.ts'), { resourceLimits: { maxOldGenerationSizeMb: 8_192 } }))
  }

  get count(): number {
    return this.#workers.length
  }

  /** One order for each of the first threads; their answers in the same order. */
  async run<T>(orders: readonly Order[], told: (done: number) => void): Promise<T[]> {
    const done = orders.map(() => 0)
    return Promise.all(orders.map((order, at) => this.#one<T>(this.#workers[at]!, order, (now) => {
      done[at] = now
      told(done.reduce((sum, each) => sum + each, 0))
    })))
  }

  #one<T>(worker: Worker, order: Order, told: (done: number) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const hear = (message: Message): void => {
        if (!('answer' in message)) return told(message.done)
        worker.off('message', hear)
        worker.off('error', reject)
        resolve(message.answer as T)
      }
      worker.on('message', hear)
      worker.once('error', reject)
      worker.postMessage(order, [])
    })
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
