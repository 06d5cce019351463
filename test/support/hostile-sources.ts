/**
 * Wrong keys at one number from many sources at once, each on a connection and from an address of its own, in a thread of its own so that the
 * clock of who is measured beside them runs free. A source that is told to come back does so after the time it was told, until its key was
 * compared; so none of them gives up before the flood is called off. test/support/flood.ts puts the owner into the middle of it.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface Aim {
  readonly bases: readonly string[]
  readonly number: string
  readonly key: string
  readonly sources: number
}

/** What became of the tries, and what all their requests were answered. */
export interface FloodCounts {
  /** Sources whose whole request was handed to the system. */
  readonly offered: number
  /** Where each source stands: its key was compared (or, blocked, as if); it was told to wait, or that there is no place; no answer yet. */
  readonly compared: number
  readonly toldToWait: number
  readonly turnedAway: number
  readonly unanswered: number
  /** Requests of all sources, those that came again too; and connections that broke. */
  readonly requests: number
  readonly broken: number
}

export interface Flood {
  /** Resolves when every source has made its first offer. */
  readonly standing: Promise<void>
  counts(): Promise<FloodCounts>
  /** Abandons what is under way. */
  stop(): Promise<FloodCounts>
}

export function startFlood(aim: Aim): Flood {
  const worker = new Worker(new URL('./hostile-sources-thread.ts', import.meta.url), { workerData: aim })
  const ended = new Promise<never>((_resolve, reject) => worker.once('error', reject))
  ended.catch(() => undefined)
  const hear = async (message: 'standing' | 'counts'): Promise<unknown> => {
    for (;;) {
      const [said] = (await Promise.race([once(worker, 'message'), ended])) as [Record<string, unknown>]
      if (message in said) return said[message]
    }
  }
  const counts = async (): Promise<FloodCounts> => {
    const answer = hear('counts')
    worker.postMessage('counts', [])
    return (await answer) as FloodCounts
  }
  return {
    standing: hear('standing').then(() => undefined),
    counts,
    async stop() {
      const last = await counts()
      await worker.terminate()
      return last
    },
  }
}
