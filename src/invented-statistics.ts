/** What the demo knows of everybody together: made of many more invented people than it shows (scripts/build-invented-statistics.ts). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packStatistics, statisticsName, unpackStatistics } from './kept-statistics.ts'
import type { Statistics } from './questions/engine.ts'
import type { Database } from './store/database.ts'
import { makeRegisterStatistics } from './store/register-statistics.ts'

/** The day the statistics were made for. */
export const inventedOn = '2026-11-22'

/** For people invented on `today`: wages end the month before, so their years move along. */
export function inventedStatistics(today: string): Statistics {
  const statistics = unpackStatistics(readFileSync(join(import.meta.dirname, '../assets/invented-statistics.json.gz')))
  if (statistics === null) throw new Error('assets/invented-statistics.json.gz is of another version: scripts/build-invented-statistics.ts makes it anew')
  const by = Number(today.slice(0, 4)) - Number(inventedOn.slice(0, 4))
  return by === 0 ? statistics : { ...statistics, priors: { ...statistics.priors, countedOn: today, slots: renamed(statistics.priors.slots, by) }, pools: { ...statistics.pools, employers: renamed(statistics.pools.employers, by) } }
}

/** 'wage:2026' and '17 2026' a year or more later. */
function renamed<T>(named: Readonly<Record<string, T>>, by: number): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [name.replace(/(?<=[: ])20\d\d$/, (year) => String(Number(year) + by)), value]))
}

/** Where a register of invented people is: in the demo and in tests. */
export async function keepInventedStatistics(db: Database, today: string): Promise<void> {
  await makeRegisterStatistics(db).keepPass({}, { [statisticsName]: packStatistics(inventedStatistics(today)) })
}
