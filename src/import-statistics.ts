/** What an import brings up to date about the register as a whole (docs/register.md). */
import type { Policy } from './domain/policy.ts'
import { statisticsName, unpackStatistics } from './kept-statistics.ts'
import { gatherStrength, type StrengthParts } from './register-strength.ts'
import { makeRegisterPriors } from './store/register-priors.ts'
import { makeRegisterStatistics } from './store/register-statistics.ts'

/** When more than one person in so many is new or other than before, what is known of all answers is computed anew. */
const worthAPass = 100

/**
 * Counts the people by status, and when the import changed much, or nothing is known yet, passes over everybody (register-strength.ts). Answers all
 * numbers kept. `changed`: people that are new or other than before; null when no pass is wanted.
 */
export async function keepImportStatistics(parts: StrengthParts, policy: Policy, changed: number | null): Promise<Record<string, number>> {
  const statistics = makeRegisterStatistics(parts.db)
  await statistics.countPeople()
  const numbers = await statistics.all()
  const kept = await makeRegisterPriors(parts.db).read(statisticsName, null)
  const known = kept !== null && kept.value !== null && unpackStatistics(kept.value) !== null
  if (changed === null || (known && changed * worthAPass < (numbers['people.active'] ?? 0))) return numbers
  return { ...(await gatherStrength(parts, policy)).statistics }
}
