/**
 * `npm run attack:questions`: a stranger who knows the register's distributions tries nine times at every victim (PROOF-5, P-01), and tells known from
 * unknown numbers if he can (PROOF-7). docs/attack.md says how it plays.
 *
 * `--people N` victims with questions (300,000), `--others N` people of the register the attacker learns from (300,000), `--known P` only with
 * each fact known with that probability, `--seed N`, `--threads N`, `--json`. Heavy: run it with `nice`.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Observation } from './adversary/observation.ts'
import { merged, type Summary } from './adversary/summary.ts'
import { tellDecoys } from './decoys.ts'
import { engineWith, type Statistics } from './engine.ts'
import { asText, type AttackResult } from './report.ts'
import { Threads } from './threads.ts'
import { timeEngine } from './timing.ts'
import { makeProgress } from '../src/cli/progress.ts'

const { values } = parseArgs({ options: {
  people: { type: 'string', default: '300000' }, others: { type: 'string', default: '300000' }, known: { type: 'string' },
  seed: { type: 'string', default: '1' }, threads: { type: 'string', default: String(availableParallelism()) }, json: { type: 'boolean', default: false },
} })
const [victims, others, seed] = [Number(values.people), Number(values.others), Number(values.seed)]
/** Leaks let in so many that a part of the victims says enough. */
const fewerWhenKnown = 30

const threads = new Threads(Number(values.threads))
try {
  const result = await attack()
  console.log(values.json ? JSON.stringify(result, null, 2) : asText(result))
} finally {
  await threads.end()
}

async function attack(): Promise<AttackResult> {
  const [statistics] = await watched<Statistics>('people counted', others + victims, (told) =>
    threads.run([{ do: 'count', stretch: { seed, from: 0, to: others + victims, step: 1 } }], told))
  const seen = await watched<Observation[]>('others observed', others, (told) =>
    threads.run(each((at, step) => ({ do: 'observe', statistics: statistics!, stretch: { seed, from: at, to: others, step } })), told))
  const all = seen.flat()
  const shares = values.known === undefined ? [0, 0.25, 0.5] : [Number(values.known)]
  const runs: AttackResult['runs'][number][] = []
  for (const known of shares) runs.push(await run(statistics!, all, known))
  if (values.known !== undefined) return { seed, others: all.length, runs }
  const engine = engineWith(statistics!)
  return { seed, others: all.length, runs, decoys: tellDecoys(engine, seed, Math.min(20_000, others)), timing: timeEngine(engine, seed, Math.min(4_000, others)) }
}

async function run(statistics: Statistics, others: readonly Observation[], known: number): Promise<AttackResult['runs'][number]> {
  const wanted = known === 0 || values.known !== undefined ? victims : Math.ceil(victims / fewerWhenKnown)
  const began = performance.now()
  const from = Number(values.others)
  const summaries = await watched<Summary>(`victims attacked${known === 0 ? '' : `, ${known} known`}`, wanted, (told) =>
    threads.run(each((at, step) => ({ do: 'attack', statistics, others, known, most: Math.ceil(wanted / step), stretch: { seed, from: from + at, to: 4_000_000, step } })), told))
  return { known, summary: merged(summaries), seconds: (performance.now() - began) / 1000 }
}

function each<T>(order: (at: number, step: number) => T): T[] {
  return Array.from({ length: threads.count }, (_, at) => order(at, threads.count))
}

async function watched<T>(unit: string, total: number, work: (told: (done: number) => void) => Promise<T[]>): Promise<T[]> {
  const progress = makeProgress({ unit, now: () => performance.now(), terminal: process.stderr.isTTY, write: (text) => process.stderr.write(text) }, values.json)
  const found = await work((done) => progress.update(Math.min(1, done / total), done))
  progress.end()
  return found
}
