/** Builds what pages need, starts the two databases once for the whole run, runs Node's test runner over the files, and stops everything again. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { buildAssets } from './build-assets.ts'
import { buildCommonPasswords } from './build-common-passwords.ts'
import { addressVariables, engines, startEngine, type StartedEngine } from '../test/support/postgres-engines.ts'

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const files = words.some((word) => !word.startsWith('-')) ? [] : ['test/**/*.test.ts']

await buildAssets()
buildCommonPasswords()
const started: StartedEngine[] = []
const environment: NodeJS.ProcessEnv = { ...process.env }
try {
  for (const engine of engines) {
    const server = await startEngine(engine)
    started.push(server)
    environment[addressVariables[engine]] = server.url
  }
  // A browser, two servers and a database stand behind many a file: more files at once than cores would only make clocks run out.
  const args = ['--test', `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`, '--test-timeout=300000', ...words, ...files]
  const runner = spawn(process.execPath, args, { cwd: root, env: environment, stdio: 'inherit' })
  const [code] = (await once(runner, 'exit')) as [number | null]
  process.exitCode = code ?? 1
} finally {
  for (const server of started) await server.stop()
}
