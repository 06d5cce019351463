/** From the start of the process to the last byte of its first page. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Installation } from '../installation.ts'
import type { BenchOptions } from '../options.ts'
import { startProgram } from '../program.ts'
import { median, type Row } from '../row.ts'

export async function startRows({ serve }: Installation, { quick }: BenchOptions): Promise<readonly Row[]> {
  const starts = quick ? 2 : 7
  const serving = await times(starts, async () => {
    const program = await serve()
    await program.stop()
    return program.firstPage
  })
  const home = mkdtempSync(join(tmpdir(), 'clave-bench-demo-'))
  try {
    const demo = async (): Promise<number> => {
      const program = await startProgram('demo', { CLAVE_HOME: home })
      await program.stop()
      return program.firstPage
    }
    const first = await demo() // makes the embedded database and its people
    const again = await times(starts, demo)
    return [
      { row: 'start', what: 'clave serve, database ready, to first page', value: median(serving) / 1_000, unit: 's', beside: null, target: { of: 'value', atMost: 1 }, note: `${starts} starts, the compiled sources of an earlier start at hand` },
      { row: 'start', what: 'second npm start to first page', value: median(again) / 1_000, unit: 's', beside: { what: 'the first, packages installed', value: first / 1_000, unit: 's' }, target: { of: 'value', atMost: 2 }, note: 'bin/clave demo, starting its embedded database' },
    ]
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function times(count: number, work: () => Promise<number>): Promise<readonly number[]> {
  const all: number[] = []
  for (let turn = 0; turn < count; turn += 1) all.push(await work())
  return all
}
