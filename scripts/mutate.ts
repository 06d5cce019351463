/**
 * `npm run mutate:questions`: plants small mistakes in the comparison and the planning, one after the other, and counts how many the tests of that
 * file find. Files behind it: only those (`npm run mutate:questions -- amount month`). `--every N` takes each N-th mutant. Heavy: use `nice`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeProgress } from '../src/cli/progress.ts'
import { mutantsOf, type Mutant } from './mutants.ts'

const root = join(import.meta.dirname, '..')

/** What is mutated, and the tests that must notice. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  amount: ['amount'], month: ['month'], whole: ['whole'], name: ['name'], format: ['format'], options: ['options'], judge: ['judge'],
  plan: ['plan'], lightest: ['lightest', 'plan'], 'kinds/contributions': ['judge', 'plan'], 'kinds/wage': ['judge', 'plan'], 'kinds/loan-installment': ['judge', 'plan'],
}

/** A mutant that makes a test run for ever is found, too. */
const longest = 120_000

interface Verdict {
  readonly file: string
  readonly mutant: Mutant
  readonly found: boolean
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { every: { type: 'string', default: '1' }, threads: { type: 'string', default: String(availableParallelism()) } } })
const files = positionals.length > 0 ? positionals : Object.keys(testsOf)
const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
try {
  await report(files)
} finally {
  rmSync(folder, { recursive: true })
}

async function report(files: readonly string[]): Promise<void> {
  let [found, inAll] = [0, 0]
  for (const file of files) {
    const verdicts = await tryAll(file)
    const survivors = verdicts.filter((verdict) => !verdict.found)
    found += verdicts.length - survivors.length
    inAll += verdicts.length
    console.log(`src/questions/${file}.ts: ${verdicts.length - survivors.length} of ${verdicts.length} found`)
    for (const { mutant } of survivors) console.log(`  line ${mutant.line}: ${mutant.what}`)
  }
  console.log(`\n${found} of ${inAll} found: ${((100 * found) / inAll).toFixed(1)} %`)
}

async function tryAll(file: string): Promise<readonly Verdict[]> {
  const path = join(root, 'src/questions', `${file}.ts`)
  const tests = testsOf[file]
  if (tests === undefined) throw new Error(`there are no tests for ${file}; there are for ${Object.keys(testsOf).join(', ')}`)
  const text = readFileSync(path, 'utf8')
  if (!(await passes(path, text, tests, 'as-it-is'))) throw new Error(`the tests of ${file} fail without any mistake`)
  const mutants = mutantsOf(text).filter((_, n) => n % Number(values.every) === 0)
  const progress = makeProgress({ unit: `mutants of ${file}`, now: () => performance.now(), terminal: process.stderr.isTTY, write: (line) => process.stderr.write(line) }, false)
  const verdicts: Verdict[] = []
  const open = [...mutants.entries()]
  await Promise.all(Array.from({ length: Number(values.threads) }, async () => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const [number, mutant] = next
      verdicts.push({ file, mutant, found: !(await passes(path, mutant.text, tests, String(number))) })
      progress.update(verdicts.length / mutants.length, verdicts.length)
    }
  }))
  progress.end()
  return verdicts.sort((a, b) => a.mutant.line - b.mutant.line)
}

/** The tests in processes of their own, one after the other, which read this text in place of the file. */
async function passes(path: string, text: string, tests: readonly string[], name: string): Promise<boolean> {
  const mutant = join(folder, `${name}.ts`)
  writeFileSync(mutant, text)
  const hook = join(import.meta.dirname, 'mutation-hook.mjs')
  for (const test of tests) {
    const args = ['--import', hook, '--test-reporter', 'tap', join(root, 'test/questions', `${test}.test.ts`)]
    const run = spawn(process.execPath, args, { env: { ...process.env, CLAVE_MUTANT_FILE: path, CLAVE_MUTANT_TEXT: mutant }, stdio: ['ignore', 'pipe', 'ignore'], timeout: longest })
    run.stdout.on('data', (said: Buffer) => /^not ok/m.test(said.toString()) && run.kill()) // one failed test is enough
    const [code] = (await once(run, 'exit')) as [number | null]
    if (code !== 0) return false
  }
  return true
}
