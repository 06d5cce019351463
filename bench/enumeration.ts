/**
 * Can the state of a number be told from outside (E-01, E-02)? `bin/node bench/enumeration.ts [requests] [entry …]`: 5,000 of each state unless
 * told, at every entry unless some are named (questions, which are those of generate and recover; unlock; sign-in). The real program, a durable
 * database, production's hashing; the states in random order; times taken at the socket, and beside them all else there is to see.
 *
 * That it finds what it should was tried with 300 µs of busy waiting where there is an account, put into `resolve` of
 * src/store/register-people.ts and taken out again: with 800 of each on a busy machine POST /desbloquear told seven pairs, each of one who has
 * an account and one who has none. test/bench/pairs.test.ts plants differences in the answers themselves.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chanceFor } from '../src/register/chance.ts'
import { openConnection, type Connection, type Timed } from './connection.ts'
import { entries, type Entry, type Step } from './entries.ts'
import { makeInstallation } from './installation.ts'
import { asLine, isMet, pairsOf, type Sample } from './pairs.ts'
import { surroundings } from './report.ts'
import { median } from './row.ts'
import { numbersInStates, type Numbered, type State } from './states.ts'
import { aucError } from './timing.ts'

const [count = '5000', ...named] = process.argv.slice(2)
const each = Number(count)
const chosen = entries.filter(({ name }) => named.length === 0 || named.includes(name))
if (!Number.isInteger(each) || each < 20 || chosen.length < named.length) {
  console.error(`bin/node bench/enumeration.ts [requests of each state, 20 or more] [${entries.map(({ name }) => name).join(' | ')} …]`)
  process.exit(2)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

const chance = chanceFor(3, 1)
/** Of each state, before the others and not counted: the program is warm then. */
const warmUp = Math.min(100, Math.ceil(each / 10))

interface Walker { readonly numbered: Numbered; readonly network: string; readonly cookies: Map<string, string> }
interface Door { readonly browser: string; readonly token: string }

/** A browser's cookie and the token of its forms: good for any number of posts. */
async function openDoor(connection: Connection): Promise<Door> {
  const { headers, body } = await connection.ask('/ingresar', {})
  const cookie = headers.find(([name]) => name === 'set-cookie')?.[1].split(';')[0]?.split('=')[1]
  const token = /name="formulario" value="([^"]+)"/.exec(body)?.[1]
  if (cookie === undefined || token === undefined) throw new Error('the sign-in page has no token')
  return { browser: cookie, token }
}

async function measure(entry: Entry, base: string, numbers: readonly Numbered[]): Promise<boolean> {
  const connections = await Promise.all(Array.from({ length: entry.atOnce }, () => openConnection(base)))
  const door = await openDoor(connections[0]!)
  // A network for each: no limit of a network is what is measured here.
  const walkers = numbers.map((numbered, at): Walker => ({ numbered, network: `10.${(at >> 8) & 255}.${at & 255}.${1 + (at >> 16)}`, cookies: new Map([['browser', door.browser]]) }))
  let met = true
  for (const step of entry.steps) {
    const began = performance.now()
    const samples = await takeStep(step, connections, door, walkers.filter(({ numbered }) => step.groups.flat().includes(numbered.state)))
    met = report(entry, step, samples, performance.now() - began) && met
  }
  for (const connection of connections) connection.close()
  return met
}

async function takeStep(step: Step, connections: readonly Connection[], { token }: Door, walkers: readonly Walker[]): Promise<Map<State, Sample[]>> {
  const queue = shuffled(walkers)
  const samples = new Map<State, Sample[]>(step.groups.flat().map((state) => [state, []]))
  let left = warmUp * samples.size
  const turns = queue.values()
  await Promise.all(connections.map(async (connection) => {
    for (const { numbered, network, cookies } of turns) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
      const form = step.form(numbered)
      const answer = await connection.ask(step.path, { cookie, 'x-forwarded-for': network }, form ? { formulario: token, ...form } : undefined)
      if (answer.status !== step.status) throw new Error(`${step.path} answered ${answer.status} to ${numbered.state}`)
      for (const [name, value] of answer.headers) if (name === 'set-cookie') cookies.set(value.split('=')[0]!, value.split(/[=;]/)[1]!)
      if ((left -= 1) < 0) samples.get(numbered.state)!.push(sampleOf(answer, numbered.number))
    }
  }))
  return samples
}

/** Without the token, the number, the clock and how many questions a deck has, which is the number's own. */
function sampleOf({ took, status, headers, body }: Timed, number: string): Sample {
  const same = body.replace(/name="formulario" value="[\w-]+"/g, '').replaceAll(number, '').replace(/\d\d:\d\d/g, '').replace(/y \d datos/g, '')
  const lines = headers.filter(([name]) => name !== 'date').map(([name, value]) => (name === 'set-cookie' ? value.replace(/=[\w-]+/, (text) => `=${text.length}`) : `${name} ${value}`))
  return { took, length: body.length, rest: createHash('sha256').update([status, ...lines, same].join('\n')).digest('base64') }
}

function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

function report(entry: Entry, step: Step, samples: ReadonlyMap<State, readonly Sample[]>, lasted: number): boolean {
  const pairs = step.groups.flatMap((group) => pairsOf(group, samples))
  const told = pairs.filter((pair) => !isMet(pair))
  const all = [...samples.values()].flat()
  const worst = pairs.toSorted((one, other) => Math.abs(other.auc - 0.5) - Math.abs(one.auc - 0.5))[0]!
  console.log(`${entry.name}: ${step.form(noOne) ? 'POST' : 'GET'} ${step.path}: ${all.length} answers in ${Math.round(lasted / 1000)} s, median ${median(all.map(({ took }) => took)).toFixed(2)} ms; ${pairs.length - told.length} of ${pairs.length} pairs cannot be told apart`)
  console.log(`  worst: ${asLine(worst)}`)
  for (const pair of told) console.log(`  TOLD: ${asLine(pair)}`)
  return told.length === 0
}

const noOne: Numbered = { state: 'unknown', number: '', first: null }

const installation = await makeInstallation()
try {
  const { cores, processor, loadBefore, node, database } = surroundings(installation.databaseName, '')
  console.log(`${cores} cores (${processor}); Node ${node}; ${database}; load average before ${loadBefore}`)
  console.log(`${each} of each state, so AUC ± ${aucError(each, each).toFixed(4)} where there is nothing to tell`)
  const numbers = await numbersInStates(installation, each + warmUp)
  const policy = join(installation.home, 'policy.json')
  writeFileSync(policy, JSON.stringify({ robot: { ripening: '0 s' } })) // without scripts one waits ten seconds; not so many times here
  const program = await installation.serve({ CLAVE_TRUST_PROXY: '1', CLAVE_POLICY: policy })
  try {
    for (const entry of chosen) if (!(await measure(entry, program.base, numbers))) process.exitCode = 1
  } finally {
    await program.stop()
  }
} finally {
  await installation.close()
}
