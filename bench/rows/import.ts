/** The import of a register beside a bare COPY of the same bytes; see bench/import.ts. In a process of its own, so that its memory is its own. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ImportFigures } from '../import.ts'
import type { Installation } from '../installation.ts'
import type { BenchOptions } from '../options.ts'
import type { Row } from '../row.ts'

export async function importRows(_installation: Installation, { quick }: BenchOptions): Promise<readonly Row[]> {
  const people = quick ? 5_000 : 50_000
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../import.ts'), String(people)])
  const { firstImport, bareCopy, megabytes, mostMemoryMebibytes } = JSON.parse(stdout) as ImportFigures
  return [{
    row: 'import', what: 'import of a register', value: firstImport.linesPerSecond, unit: 'lines/s',
    beside: { what: 'bare COPY', value: bareCopy.linesPerSecond, unit: 'lines/s' }, target: { of: 'ratio', atLeast: 0.5 },
    note: `${people} people, ${megabytes.toFixed(0)} MB, at most ${Math.round(mostMemoryMebibytes)} MiB; on an embedded database of its own`,
  }]
}
