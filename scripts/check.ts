/** What must hold before a change is taken in, in the order in which it is quickest to fail. `npm run check`; .ci/run calls it too. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const node = process.execPath

const steps: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types', command: ['node_modules/.bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'lint', command: ['node_modules/.bin/oxlint', '--deny-warnings'] },
  { name: 'architecture', command: [node, '--test', 'test/architecture.test.ts'] },
  { name: 'generated documents', command: [node, 'scripts/docs.ts', '--check'] },
  { name: 'tests', command: ['npm', 'test'] },
]

const failed: string[] = []
for (const { name, command } of steps) {
  const began = performance.now()
  console.log(`\n== ${name}: ${command.join(' ').replace(node, 'node')}`)
  const { status } = spawnSync(command[0] ?? '', command.slice(1), { cwd: root, stdio: 'inherit' })
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
