/**
 * All journeys of a key against their model (key-model.ts): random people and browsers, wrong answers, clocks that jump, and a program that dies
 * between any two statements and is asked the same again. After each act counters, key, sessions, lanes, links, notices and events are those
 * of the model, and the chains hold at the end. A crash leaves exactly the first so many of an act's steps, and the claim whenever something was
 * compared (AUDIT-1, PROOF-1, LOGIN-1, LINK-3).
 *
 * Mistakes planted in src, one at a time, and each caught: a changed key that leaves other sessions; an unlock that is not told; a deck judged
 * before it is taken; a link that can be used twice; «No fui yo» that leaves sessions; a recovery that leaves lanes; a wrong key in a session that
 * gives its try back; a reopening that forgets the day's count; one mailbox that counts twice; a second address that is not told; a figure that
 * stays when the bank is replaced; terms that changed and are not asked; an alias with counts of its own; a removed address told to nobody in the
 * event; a block whose program died and of which nobody is told; a block told to the addresses of the key alone.
 *
 * MODEL_RUNS=50 tries more, MODEL_SHRINK=no stops at the first failure as it is, MODEL_SHOW=1 tells what was seen. fast-check prints the seed.
 */
import assert from 'node:assert/strict'
import { after, before as first, test } from 'node:test'
import fc from 'fast-check'
import { verifyChain, type ChainFault } from '../../src/store/audit-chains.ts'
import { openDatabase } from '../../src/store/database.ts'
import { before, commands, inALife, life } from './key-commands.ts'
import { perform, seen, type Model } from './key-journeys.ts'
import { newPerson, type Person, type Who } from './key-model.ts'
import { firstNoon, names, openKeyWorld, type KeyWorld } from './key-world.ts'

let world: KeyWorld
first(async () => {
  world = await openKeyWorld()
})
after(() => world.close())

async function newModel(): Promise<Model> {
  await world.newPeople(firstNoon)
  const people = names.map((who): [Who, Person] => {
    const { record, email } = world.players[who]
    return [who, newPerson({ who, address: email, known: who !== 'nadie', askable: true, onRegister: (record.contacts ?? []).map(({ value }) => value) })]
  })
  return { state: { now: firstNoon, next: 1, terms: 1, people: Object.fromEntries(people) as Record<Who, Person> } }
}

async function chainsHold(): Promise<void> {
  const db = openDatabase(world.database.config)
  const faults: ChainFault[] = []
  for (const { key } of Object.values(world.players)) await verifyChain(db, key, { onFault: (fault) => void faults.push(fault) })
  await db.close()
  assert.deepEqual(faults, [])
}

/** Histories for each of the two seeds; and points at which a life is broken. */
const runs = Number(process.env['MODEL_RUNS'] ?? 5)
const points = process.env['MODEL_RUNS'] === undefined ? [null, 'compared', 4] as const : [null, 'compared', 0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20] as const

async function check(seed: number): Promise<void> {
  const anything = fc.asyncProperty(fc.constantFrom(0, 1, 1, 1, 2), commands, async (past, commands) => {
    const model = await newModel()
    for (const script of before[past]!) await perform(model, world, script(model.state), null)
    await fc.asyncModelRun(() => ({ model, real: world }), commands)
    await chainsHold()
  })
  await fc.assert(anything, { seed, numRuns: runs, endOnFailure: process.env['MODEL_SHRINK'] === 'no', interruptAfterTimeLimit: 100_000 })
}

test('a history that is the same each time', async () => {
  await check(20261122)
  if (process.env['MODEL_SHOW']) console.log([...seen].sort())
})

test('a whole life, in which the program dies at the same point of every act', async () => {
  for (const point of points) {
    const model = await newModel()
    if (point === null) seen.clear()
    for (const script of life) await perform(model, world, script(model.state), point)
    await chainsHold()
    if (point === null) assert.deepEqual(inALife.filter((each) => !seen.has(each)), [], 'nothing of a life is left out')
  }
})

test('another history each time', () => check(Date.now() % 2 ** 31))
