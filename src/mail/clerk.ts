/**
 * Turns requests into mail at a beat of its own, after the pages that asked were answered: the moment of the work tells nothing about the
 * number that was asked for (E-03). Any number of processes may do it; each request is answered once. The same beat, slower, deletes what is
 * past its time (src/app/retention.ts).
 */
import { second, type Duration } from '../domain/types.ts'

export interface Clerk {
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>
}

export interface ClerkDeps {
  /** Answers one request; false when none was waiting. */
  readonly answer: () => Promise<boolean>
  /** Told when a look failed; the next one tries again. */
  readonly onFault: (error: unknown) => void
  readonly beat?: Duration
}

export function startClerk({ answer, onFault, beat = 0.5 * second }: ClerkDeps): Clerk {
  const stopping = new AbortController()
  let work: Promise<void> = Promise.resolve()
  let busy = false
  const look = async (): Promise<void> => {
    busy = true
    try {
      while (!stopping.signal.aborted && (await answer())) { /* the next one */ }
    } catch (error) {
      onFault(error)
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => {
    if (!busy) work = look()
  }, beat)
  return {
    async stop() {
      stopping.abort()
      clearInterval(timer)
      await work
    },
  }
}
