/** The statistics of the register as they are kept, and as a file: JSON, compressed. Every process looks for newer ones now and then. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { minute, type Duration, type Instant } from './domain/types.ts'
import { knowledgeOf, rulesText, statisticsVersion, type DeckRules, type Knowledge, type Statistics } from './questions/engine.ts'
import type { RegisterPriors } from './store/register-priors.ts'

export const statisticsName = 'statistics'

export function packStatistics(statistics: Statistics): Buffer {
  return gzipSync(JSON.stringify(statistics), { level: 9 })
}

/** Null when another version of the program made them: they must be made anew, and until then nobody is asked. */
export function unpackStatistics(bytes: Buffer): Statistics | null {
  const statistics = JSON.parse(gunzipSync(bytes).toString()) as Statistics
  return statistics.v === statisticsVersion ? statistics : null
}

export interface KnowledgeWatch {
  readonly current: () => Knowledge | undefined
  /** One look, for the start and for tests. Throws when the database does not answer. */
  look(): Promise<void>
  stop(): void
}

/** What is known stays known while the database does not answer. What was made under other rules than these is not known. */
export function watchKnowledge(priors: RegisterPriors, rules: DeckRules, onFault: (error: unknown) => void, beat: Duration = minute): KnowledgeWatch {
  let known: Knowledge | undefined
  let madeAt: Instant | null = null
  const look = async (): Promise<void> => {
    const kept = await priors.read(statisticsName, madeAt)
    if (kept === null || kept.value === null) return
    const statistics = unpackStatistics(kept.value)
    known = statistics === null || statistics.rules !== rulesText(rules) ? undefined : knowledgeOf(statistics)
    madeAt = kept.madeAt
  }
  const timer = setInterval(() => void look().catch(onFault), beat)
  timer.unref()
  return { current: () => known, look, stop: () => clearInterval(timer) }
}
