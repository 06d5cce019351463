/**
 * Knows what every page says about the site without asking the database for each page: looks every few seconds. The same object is answered
 * until something changes, so that pages kept in memory (src/web/unchanging.ts) are made again only then. Held by test/web/status.test.ts.
 */
import { allIsWell, type SiteNotice, type SiteStatus } from '../domain/site-status.ts'
import { second, type Duration } from '../domain/types.ts'

export interface StatusWatch {
  readonly current: () => SiteStatus
  /** One look, for tests and for the start. */
  look(): Promise<void>
  stop(): Promise<void>
}

interface Watched {
  readonly read: () => Promise<{ readonly notice: SiteNotice | null; readonly mailLate: boolean }>
  readonly beat?: Duration
  /** An answer that takes longer is none. */
  readonly patience?: Duration
}

/** A single miss may be a restart of the database or a busy moment; this many in a row are trouble. */
const missesForTrouble = 2

export function startStatusWatch({ read, beat = 5 * second, patience = 4 * second }: Watched): StatusWatch {
  let status = allIsWell
  let misses = 0
  let work: Promise<void> | null = null
  const put = (next: SiteStatus): void => {
    if (JSON.stringify(next) !== JSON.stringify(status)) status = next
  }
  const once = async (): Promise<void> => {
    try {
      const { notice, mailLate } = await within(patience, read())
      misses = 0
      put({ notice, trouble: mailLate ? 'mail' : null })
    } catch {
      misses += 1
      // What the operator said last still stands.
      if (misses >= missesForTrouble) put({ ...status, trouble: 'database' })
    }
  }
  const look = (): Promise<void> => (work ??= once().finally(() => { work = null }))
  const timer = setInterval(() => void look(), beat)
  timer.unref()
  return {
    current: () => status,
    look,
    async stop() {
      clearInterval(timer)
      await work
    },
  }
}

async function within<T>(patience: Duration, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('no answer in time')), patience) })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
