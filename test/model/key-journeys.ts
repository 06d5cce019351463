/** Doing an act in the model and in the world, dying on the way if told so, and comparing everything afterwards. */
import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { minute, second } from '../../src/domain/types.ts'
import type { Comparison, Moment } from '../support/crashing.ts'
import type { Act, Plan } from './key-acts.ts'
import { isAlive, isOpen, rules, sessionAt, viewOf, type Person, type State } from './key-model.ts'
import { observe } from './key-observed.ts'
import { names, type KeyWorld } from './key-world.ts'

export interface Model { state: State }

/** What was seen to happen, for the test that everything does. */
export const seen = new Map<string, number>()
const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1)

const tick = 100

/** `crash`: at which point the program dies; the person then tries the same again. null: it does not. */
export async function perform(model: Model, world: KeyWorld, act: Act, crash: Moment | null): Promise<void> {
  await setClock(model.state, world, tick)
  const { state } = model
  const me = state.people[act.who]
  if (!act.may(state, me)) return
  touch(state, me, act.page)
  const plan = act.plan(state, me)
  const pending = Object.values(state.people).flatMap(({ requests, untold }) => [...requests, ...Object.keys(untold)]).length
  const may = crash !== null && (plan.lease === undefined || pending < 2) // of several under way nobody could say which one was
  let done = may ? await world.untilCrash(crash, () => act.run(world, state)) : { answer: await act.run(world, state) }
  if (plan.again && !('answer' in done)) {
    await world.restart()
    done = { answer: await act.run(world, state) }
  }
  if ('answer' in done) {
    assert.equal(done.answer, plan.answer, act.says)
    note(`${act.says.replace(/^\w+ /, '')}: ${done.answer}`)
    for (const step of plan.steps) step(state, me)
    plan.received?.(state, me)
    await setClock(state, world, 0)
    assert.deepEqual(await observe(world), viewsOf(state), act.says)
    return
  }
  model.state = await survivor(state, world, act, plan, done.compared)
  await world.restart()
  await reload(model.state, world, act)
  if (plan.lease) await setClock(model.state, world, plan.lease + second)
  await perform(model, world, act, null)
}

/** The state after those of the steps that were committed: the first so many, and the claim if anything was compared. */
async function survivor(state: State, world: KeyWorld, act: Act, { steps, claimed }: Plan, compared: ReadonlySet<Comparison>): Promise<State> {
  const least = claimed !== undefined && compared.has(claimed) ? 1 : 0
  const found = await observe(world)
  const fork = structuredClone(state)
  const views: object[] = []
  for (let done = 0; done <= steps.length; done += 1) {
    if (done > 0) steps[done - 1]!(fork, fork.people[act.who])
    views.push(viewsOf(fork))
    if (done < least || !isDeepStrictEqual(found, views[done])) continue
    note(`crash after ${done} of ${steps.length}`)
    return fork
  }
  assert.deepEqual(found, views[least], `${act.says}, and the program died: not what any of its ${steps.length} steps leaves behind`)
  return fork
}

const viewsOf = (state: State): object => Object.fromEntries(names.map((who) => [who, viewOf(state, state.people[who])]))

/** A page that was looked at is open for its time again. */
function touch(s: State, p: Person, page: Act['page']): void {
  if (page === 'journey' || page === 'unlocking') {
    const journey = p[page]
    if (journey && isOpen(journey, s.now)) journey.seen = s.now
  } else if (page) {
    const session = sessionAt(p, page)
    if (isAlive(p, session, s.now)) session.seen = s.now
  }
}

async function reload(state: State, world: KeyWorld, { who }: Act): Promise<void> {
  await world.reload(who)
  for (const page of ['journey', 'unlocking', 'home', 'cafe'] as const) touch(state, state.people[who], page)
}

/** Nobody comes back in the very seconds in which a page closes: how long it was idle is kept to ten seconds only. */
async function setClock(state: State, world: KeyWorld, by: number): Promise<void> {
  state.now += by
  while (ends(state).some((end) => Math.abs(end - state.now) < 20 * second)) state.now += minute
  await world.database.clock.freeze(state.now)
}

function ends(state: State): number[] {
  return Object.values(state.people).flatMap(({ journey, unlocking, sessions }) => [
    ...[journey, unlocking].flatMap((each) => (each ? [each.seen + rules.journeyIdle, each.begun + rules.atMost] : [])),
    ...sessions.filter(({ ended }) => !ended).flatMap((each) => [each.seen + rules.idle, each.started + rules.atMost]),
  ])
}
