/** A pass over everybody of the register, and what it keeps: numbers in register_statistics, pools in register_priors (docs/register.md). */
import { localDay } from './domain/calendar.ts'
import type { Policy } from './domain/policy.ts'
import { sweepRegister, type SweepParts } from './register/sweep.ts'
import { makeRegisterStatistics } from './store/register-statistics.ts'
import { poolYears, storedPools } from './stored-pools.ts'
import type { Strength, StrengthSetup } from './strength-fold.ts'

/** Of so many the share lies within a hundredth of that of everybody, 19 times of 20. A plan takes about a millisecond. */
const askableSample = 10_000

/** `people`: how many were read. All is kept in one transaction at the end. */
export async function gatherStrength(parts: Omit<SweepParts, 'folds'>, policy: Policy): Promise<{ people: number; statistics: Record<string, number> }> {
  const statistics = makeRegisterStatistics(parts.db)
  const [today, before] = [localDay(await statistics.now(), policy.timeZone), await statistics.all()]
  const setup: StrengthSetup = { today, sampled: Math.min(1, askableSample / Math.max(1, before['people.active'] ?? 0)) }
  const { people, merged } = await sweepRegister({ ...parts, folds: [{ module: new URL('./strength-fold.ts', import.meta.url).href, setup }] })
  const [strength] = merged as [Strength]
  await statistics.keepPass(numbersOf(strength), { pools: storedPools(strength.pools, poolYears(today)) })
  return { people, statistics: await statistics.all() }
}

function numbersOf({ people, sample }: Strength): Record<string, number> {
  const byStatus = Object.fromEntries(Object.entries(people).map(([status, number]) => [`people.${status}`, number]))
  return { ...byStatus, ...(sample.people > 0 ? { 'askable-share': sample.askable / sample.people } : {}) }
}
