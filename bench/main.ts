/**
 * `npm run bench`: every figure of docs/performance.md in one run, each beside the limit or the peer it is measured against.
 *
 * `--only ROW` (may be repeated): sign-in, cedula, home, journey, import, start, memory; `--quick`: short rounds; `--json`.
 * Loopback only; every process and folder it makes is gone at the end. Nothing else should run on the machine.
 */
import { parseArgs } from 'node:util'
import { makeInstallation, type Installation } from './installation.ts'
import { loadGenerator } from './load.ts'
import { optionsFor, type BenchOptions } from './options.ts'
import { asJson, asTable, surroundings } from './report.ts'
import type { Row, RowName } from './row.ts'
import { cedulaRows } from './rows/cedula.ts'
import { homeRows } from './rows/home.ts'
import { importRows } from './rows/import.ts'
import { journeyRows } from './rows/journey.ts'
import { memoryRows } from './rows/memory.ts'
import { signInRows } from './rows/sign-in.ts'
import { startRows } from './rows/start.ts'

const benches: Readonly<Record<RowName, (installation: Installation, options: BenchOptions) => Promise<readonly Row[]>>> = {
  start: startRows, memory: memoryRows, cedula: cedulaRows, home: homeRows, 'sign-in': signInRows, journey: journeyRows, import: importRows,
}

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } } })
const names = Object.keys(benches) as RowName[]
const unknown = values.only?.filter((name) => !names.includes(name as RowName)) ?? []
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  process.exit(2)
}

// A signal alone would end this process without its 'exit' event, and leave what it started running.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

const installation = await makeInstallation()
try {
  const around = surroundings(installation.databaseName, loadGenerator)
  const rows: Row[] = []
  for (const name of names) {
    if (values.only && !values.only.includes(name)) continue
    if (!values.json) console.error(`${name} …`)
    try {
      rows.push(...(await benches[name](installation, optionsFor(values.quick))))
    } catch (error) {
      // The other rows took minutes: they are shown, and the exit code says that one is missing.
      console.error(`${name} failed:`, error)
      process.exitCode = 1
    }
  }
  console.log(values.json ? asJson(around, rows) : asTable(around, rows))
} finally {
  await installation.close()
}
