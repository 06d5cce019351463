/** A thread of the attack. It is told what to do by messages and answers each with one; in between it says how far it is. */
import { parentPort } from 'node:worker_threads'
import { makeAdversary } from './adversary/adversary.ts'
import type { Observation } from './adversary/observation.ts'
import { attackAll, observeAll, type Stretch } from './campaign.ts'
import { engineWith, statisticsOf, type Engine, type Statistics } from './engine.ts'
import { people, recordsOf } from './register.ts'

export type Order =
  | { readonly do: 'count'; readonly stretch: Stretch }
  | { readonly do: 'observe'; readonly statistics: Statistics; readonly stretch: Stretch }
  | { readonly do: 'attack'; readonly statistics: Statistics; readonly others: readonly Observation[]; readonly stretch: Stretch; readonly known: number; readonly most: number }

export type Message = { readonly done: number } | { readonly answer: unknown }

let told = 0

function tell(done: number): void {
  if (done - told < 50 && done > told) return
  told = done
  parentPort?.postMessage({ done } satisfies Message, [])
}

let engine: Engine | undefined

function carryOut(order: Order): unknown {
  if (order.do === 'count') return statisticsOf(() => counting(order.stretch), order.stretch.to - order.stretch.from)
  engine ??= engineWith(order.statistics)
  if (order.do === 'observe') return observeAll(engine, order.stretch, tell)
  return attackAll({ adversary: makeAdversary(order.others, engine), engine, known: order.known, most: order.most }, order.stretch, tell)
}

function* counting({ seed, from, to, step }: Stretch) {
  let done = 0
  for (const record of recordsOf(people(seed, from, to, step))) {
    yield record
    tell((done += 1))
  }
}

parentPort?.on('message', (order: Order) => {
  told = 0
  parentPort?.postMessage({ answer: carryOut(order) } satisfies Message, [])
})
