/**
 * Can the state of a number be told from outside (E-01, E-02)? `bin/node bench/enumeration.ts [requests] [entry …]`: 5,000 of each state unless
 * told, at every entry unless some are named (questions, which are those of generate and recover; unlock; sign-in). The real program, a durable
 * database, production's hashing; the states in random order; times taken at the socket, and beside them all else there is to see. With
 * `half-load` among the names the program is busy half of the time with somebody else (E-02).
 *
 * That it finds what it should was tried with 300 µs of busy waiting where there is an account, put into `resolve` of
 * src/store/register-people.ts and taken out again: with 800 of each on a busy machine POST /desbloquear told seven pairs, each of one who has
 * an account and one who has none. test/bench/pairs.test.ts plants differences in the answers themselves.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chanceFor } from '../src/register/chance.ts'
import { openConnection, type Connection, type Timed } from './connection.ts'
import { entries, type Entry, type Step } from './entries.ts'
import { makeInstallation } from './installation.ts'
import { asLine, isMet, pairsOf, type Sample } from './pairs.ts'
import { surroundings } from './report.ts'
import { median } from './row.ts'
import { numbersInStates, type Numbered, type State } from './states.ts'
import { aucError } from './timing.ts'

const [count = '5000', ...words] = process.argv.slice(2)
const halfLoad = words.includes('half-load')
const named = words.filter((word) => word !== 'half-load')
const each = Number(count)
const chosen = entries.filter(({ name }) => named.length === 0 || named.includes(name))
if (!Number.isInteger(each) || each < 20 || chosen.length < named.length) {
  console.error(`bin/node bench/enumeration.ts [requests of each state, 20 or more] [${entries.map(({ name }) => name).join(' | ')} …] [half-load]`)
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
  const taken = entry.steps.map((step): Taken => {
    const samples = new Map<State, Sample[]>(step.groups.flat().map((state) => [state, []]))
    return { step, samples, toWarmUp: warmUp * samples.size, lasted: 0 }
  })
  for (const some of inRounds(walkers)) {
    for (const each of taken) await takeStep(each, connections, door, some.filter(({ numbered }) => each.samples.has(numbered.state)))
  }
  for (const connection of connections) connection.close()
  return taken.map((each) => report(entry, each)).every((met) => met)
}

interface Taken { readonly step: Step; readonly samples: Map<State, Sample[]>; toWarmUp: number; lasted: number }

/** Some of each state at a time, through all steps of the entry: a journey that lies idle for half an hour is closed. */
function inRounds(walkers: readonly Walker[]): readonly (readonly Walker[])[] {
  const rounds = Math.max(1, Math.round(each / 500))
  const ofState = new Map<State, number>()
  return Object.values(Object.groupBy(walkers, ({ numbered: { state } }) => {
    const at = ofState.get(state) ?? 0
    ofState.set(state, at + 1)
    return at % rounds
  })) as Walker[][]
}

async function takeStep(taken: Taken, connections: readonly Connection[], { token }: Door, walkers: readonly Walker[]): Promise<void> {
  const { step, samples } = taken
  const began = performance.now()
  const turns = shuffled(walkers).values()
  await Promise.all(connections.map(async (connection) => {
    for (const { numbered, network, cookies } of turns) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
      const form = step.form(numbered)
      const answer = await connection.ask(step.path, { cookie, 'x-forwarded-for': network }, form ? { formulario: token, ...form } : undefined)
      if (answer.status !== step.status) throw new Error(`${step.path} answered ${answer.status} to ${numbered.state}`)
      for (const [name, value] of answer.headers) if (name === 'set-cookie') cookies.set(value.split('=')[0]!, value.split(/[=;]/)[1]!)
      if ((taken.toWarmUp -= 1) < 0) samples.get(numbered.state)!.push(sampleOf(answer, numbered.number))
    }
  }))
  taken.lasted += performance.now() - began
}

/** Somebody else, who asks for pages and then for none as long as that took. */
async function busyHalfOfTheTime(base: string, until: AbortSignal): Promise<void> {
  const connection = await openConnection(base)
  while (!until.aborted) {
    const began = performance.now()
    for (let page = 0; page < 20; page += 1) await connection.ask('/ingresar?aviso=sesion', {})
    await sleep(performance.now() - began)
  }
  connection.close()
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

function report(entry: Entry, { step, samples, lasted }: Taken): boolean {
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
  console.log(`${cores} cores (${processor}); Node ${node}; ${database}; load average before ${loadBefore}${halfLoad ? '; half of the time somebody else is answered' : ''}`)
  console.log(`${each} of each state, so AUC ± ${aucError(each, each).toFixed(4)} where there is nothing to tell`)
  const numbers = await numbersInStates(installation, each + warmUp)
  const policy = join(installation.home, 'policy.json')
  writeFileSync(policy, JSON.stringify({ robot: { ripening: '0 s' } })) // without scripts one waits ten seconds; not so many times here
  const program = await installation.serve({ CLAVE_TRUST_PROXY: '1', CLAVE_POLICY: policy })
  const over = new AbortController()
  const other = halfLoad ? busyHalfOfTheTime(program.base, over.signal) : Promise.resolve()
  try {
    for (const entry of chosen) if (!(await measure(entry, program.base, numbers))) process.exitCode = 1
  } finally {
    over.abort()
    await other
    await program.stop()
  }
} finally {
  await installation.close()
}
