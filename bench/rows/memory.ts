/** Resident memory of the server process, idle and at its highest under everything at once; and what the embedded database adds. */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFirstKey } from '../first-key.ts'
import type { Installation } from '../installation.ts'
import { load } from '../load.ts'
import type { BenchOptions } from '../options.ts'
import { startProgram, type Program } from '../program.ts'
import type { Row } from '../row.ts'
import { signInFor } from './sign-in.ts'

export async function memoryRows(installation: Installation, options: BenchOptions): Promise<readonly Row[]> {
  const program = await installation.serve()
  try {
    await sleep(options.quick ? 1_000 : 10_000)
    const idle = program.memory()
    const most = await highest(program, () => everything(installation, program, options))
    return [
      { row: 'memory', what: 'server process, idle', value: idle, unit: 'MiB', beside: null, target: { of: 'value', atMost: 120 }, note: 'resident, after the first page' },
      { row: 'memory', what: 'server process, most under load', value: most, unit: 'MiB', beside: null, target: { of: 'value', atMost: 250 }, note: 'cédula pages, sign-ins and first keys at once' },
      ...(await embeddedRows(options)),
    ]
  } finally {
    await program.stop()
  }
}

async function everything(installation: Installation, { base, cpu }: Program, { seconds, rounds }: BenchOptions): Promise<void> {
  const whole = seconds * Math.min(rounds, 3)
  const people = installation.withoutKey.toReversed().values() // from the other end than the row of the journey
  const until = performance.now() + whole * 1_000
  const keys = async (): Promise<void> => {
    while (performance.now() < until) await makeFirstKey(installation, base, people.next().value!)
  }
  await Promise.all([load({ url: `${base}/clave`, connections: 64, seconds: whole }, 1_000, cpu), signInFor(installation, base, whole), keys()])
}

async function highest(program: Program, work: () => Promise<void>): Promise<number> {
  let most = 0
  const look = setInterval(() => (most = Math.max(most, program.memory())), 50)
  await work().finally(() => clearInterval(look))
  return most
}

async function embeddedRows({ quick }: BenchOptions): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'clave-bench-memory-'))
  try {
    const program = await startProgram('demo', { CLAVE_HOME: home })
    await sleep(quick ? 1_000 : 10_000)
    const [server, database] = [program.memory(), databaseMemory(home)]
    await program.stop()
    return [
      { row: 'memory', what: 'demo, server process, idle', value: server, unit: 'MiB', beside: null, target: null, note: 'right after the first start, which invented and imported its people' },
      { row: 'memory', what: 'demo, embedded database, idle', value: database, unit: 'MiB', beside: null, target: null, note: 'all its processes, a page they share counted once' },
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Proportional share (Pss) of every process that works in the database of this folder. */
function databaseMemory(home: string): number {
  let kibibytes = 0
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (!readlinkSync(`/proc/${pid}/cwd`).startsWith(join(home, 'database'))) continue
      kibibytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      // Gone meanwhile, or not ours to look at.
    }
  }
  return kibibytes / 1024
}
