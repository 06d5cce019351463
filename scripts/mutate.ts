/**
 * `npm run mutate:questions`: plants small mistakes in the comparison and the planning, one after the other, and counts how many the tests of that
 * file find. Files behind it: only those (`npm run mutate:questions -- amount month`). `--every N` takes each N-th mutant. Heavy: use `nice`.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
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

/** A mutant that makes a test run for ever is found, too: so many times as long as without a mistake, and a minute at least. */
const patience = 10

interface Verdict {
  readonly mutant: Mutant
  readonly found: boolean
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { every: { type: 'string', default: '1' }, threads: { type: 'string', default: String(availableParallelism()) } } })
const files = positionals.length > 0 ? positionals : Object.keys(testsOf)
const threads = Number(values.threads)

await report(files)

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
  const names = testsOf[file]
  if (names === undefined) throw new Error(`there are no tests for ${file}; there are for ${Object.keys(testsOf).join(', ')}`)
  const tests = names.map((name) => join(root, 'test/questions', `${name}.test.ts`))
  const text = readFileSync(path, 'utf8')
  const began = performance.now()
  const [unhurt] = await foundIn({ file: path, tests, mutants: [text], longest: 3_600_000 }, () => undefined)
  const longest = Math.max(60_000, patience * (performance.now() - began))
  if (unhurt !== false) throw new Error(`the tests of ${file} fail without any mistake`)
  const mutants = mutantsOf(text).filter((_, n) => n % Number(values.every) === 0)
  const progress = makeProgress({ unit: `mutants of ${file}`, now: () => performance.now(), terminal: process.stderr.isTTY, write: (line) => process.stderr.write(line) }, false)
  let done = 0
  const told = (): void => progress.update(++done / mutants.length, done)
  const parts = Array.from({ length: threads }, (_, part) => mutants.filter((_, n) => n % threads === part))
  const verdicts = await Promise.all(parts.map(async (part) => {
    const found = await foundIn({ file: path, tests, mutants: part.map((mutant) => mutant.text), longest }, told)
    return part.map((mutant, n) => ({ mutant, found: found[n]! }))
  }))
  progress.end()
  return verdicts.flat().sort((a, b) => a.mutant.line - b.mutant.line)
}

interface Order {
  readonly file: string
  readonly tests: readonly string[]
  readonly mutants: readonly string[]
  /** Milliseconds for one. */
  readonly longest: number
}

/** Which of the mutants the tests find. One that ends the process or takes too long is found; the others go on in a new process. */
async function foundIn(order: Order, told: () => void): Promise<boolean[]> {
  const verdicts: boolean[] = []
  while (verdicts.length < order.mutants.length) {
    const begun = verdicts.length
    const child = fork(join(import.meta.dirname, 'mutation-run.mjs'), { stdio: 'ignore' })
    let clock = setTimeout(() => child.kill('SIGKILL'), order.longest)
    child.on('message', (found: boolean) => {
      verdicts.push(found)
      told()
      clearTimeout(clock)
      clock = setTimeout(() => child.kill('SIGKILL'), order.longest)
    })
    child.send({ ...order, mutants: order.mutants.slice(begun) })
    await Promise.all([once(child, 'exit'), once(child, 'disconnect')]) // messages may come after the exit
    clearTimeout(clock)
    if (verdicts.length < order.mutants.length) verdicts.push(true)
  }
  return verdicts
}
