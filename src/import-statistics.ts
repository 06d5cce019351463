/** What an import brings up to date about the register as a whole (docs/register.md). */
import type { Policy } from './domain/policy.ts'
import { statisticsName, unpackStatistics } from './kept-statistics.ts'
import { gatherStrength, type StrengthParts } from './register-strength.ts'
import { makeRegisterPriors } from './store/register-priors.ts'
import { makeRegisterStatistics } from './store/register-statistics.ts'

/** When since the last pass one person in so many has become new or other than before, what is known of all answers is computed anew. */
const worthAPass = 100

export interface Imported {
  /** People that are new or other than before. They add up over imports until the next pass. */
  readonly changed: number
  readonly passWanted: boolean
}

/**
 * Counts the people by status, and when the import changed much, or nothing is known yet, passes over everybody (register-strength.ts). Answers all
 * numbers kept.
 */
export async function keepImportStatistics(parts: StrengthParts, policy: Policy, { changed, passWanted }: Imported): Promise<Record<string, number>> {
  const statistics = makeRegisterStatistics(parts.db)
  await statistics.countPeople()
  const changedSince = await statistics.countChanged(changed)
  const numbers = await statistics.all()
  const kept = await makeRegisterPriors(parts.db).read(statisticsName, null)
  const known = kept !== null && kept.value !== null && unpackStatistics(kept.value) !== null
  if (!passWanted || (known && changedSince * worthAPass < (numbers['people.active'] ?? 0))) return numbers
  return { ...(await gatherStrength(parts, policy)).statistics }
}
