/**
 * One after the other, for each subject by itself; in this process, in memory. Held by test/security/turns.test.ts.
 *
 * Tries of strangers at one key all write to the same rows. Waiting for those in the database, each would hold a connection, and a flood on one
 * person would hold them all (L-07, L-08); waiting here they hold none.
 */
import type { Turns } from '../app/lane-ports.ts'

export function makeTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(subject, work) {
      const mine = (last.get(subject) ?? Promise.resolve()).then(work)
      const over = mine.catch(() => undefined).then(() => {
        if (last.get(subject) === over) last.delete(subject)
      })
      last.set(subject, over)
      return mine
    },
  }
}
