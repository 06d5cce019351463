/**
 * Sealing in threads of their own: the main thread reads, stores and keeps the order; each block comes back as one piece of memory.
 *
 * Held by test/register/seal-threads.test.ts.
 */
import { Worker } from 'node:worker_threads'
import { unpackLines } from './packed-lines.ts'
import type { BlockSealer } from './seal-block.ts'
import type { SealOrder } from './seal-worker.ts'

export interface SealThreads {
  readonly seal: BlockSealer
  /** Ends the threads; what they were at is lost. */
  close(): Promise<void>
}

export interface SealThreadsOptions {
  /** The text of the key ring. */
  readonly keyring: string
  readonly foreignerCode: RegExp
  readonly threads: number
}

/** The blocks go round the threads; each answers in the order it was asked, so a thread's answers need no number. */
export function openSealThreads({ keyring, foreignerCode, threads }: SealThreadsOptions): SealThreads {
  const all = Array.from({ length: threads }, () => new SealThread(keyring, foreignerCode))
  let asked = 0
  return {
    seal: (lines, atStart) => all[asked++ % threads]!.seal(lines, atStart),
    close: async () => void (await Promise.all(all.map((thread) => thread.close()))),
  }
}

interface Waiting { resolve(packed: Uint8Array<ArrayBuffer>): void; reject(error: Error): void }

class SealThread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  #ended: Error | null = null

  constructor(keyring: string, foreignerCode: RegExp) {
    this.#worker = new Worker(new URL('./seal-worker.ts', import.meta.url), { workerData: { keyring, foreignerCode }, env: {}, argv: [], execArgv: [] })
    this.#worker.on('message', (packed: Uint8Array<ArrayBuffer>) => this.#waiting.shift()?.resolve(packed))
    this.#worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#end(new Error('A thread of the import ended before its work was done.')))
  }

  async seal(block: Buffer, atStart: boolean) {
    if (this.#ended !== null) throw this.#ended
    const lines = new Uint8Array(block) // a copy to give away: the rest of the piece it stands in is still needed here
    const packed = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage({ lines, atStart } satisfies SealOrder, [lines.buffer])
    })
    return unpackLines(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength))
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended)
  }
}
