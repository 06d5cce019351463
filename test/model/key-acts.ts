/** What a command of the model-based test is: what the rules say it does, in steps, and how it is really done. */
import type { Comparison } from '../support/crashing.ts'
import type { Browser, Person, State, Who } from './key-model.ts'
import type { KeyWorld } from './key-world.ts'

export interface Plan {
  readonly answer: string
  /** What is committed, one after the other. A crash leaves the first so many of them. */
  readonly steps: readonly ((s: State, p: Person) => void)[]
  /** What the person has in hand once the answer arrived. */
  readonly received?: (s: State, p: Person) => void
  /** «Claim before you compare»: when this was compared, the first step is committed, whatever happens then. */
  readonly claimed?: Comparison
  /** Many things that are done one by one, each of which may be done twice: after a crash they are looked at when all are done. */
  readonly again?: true
  /** How long what was under way is kept from others when the program dies. */
  readonly lease?: number
}

export interface Act {
  readonly says: string
  readonly who: Who
  /** What is opened for it, which counts as activity. */
  readonly page?: 'journey' | 'unlocking' | Browser
  /** Can the person try it at all: is there such a page, did the letter come? */
  may(s: State, p: Person): boolean
  plan(s: State, p: Person): Plan
  run(world: KeyWorld, s: State): Promise<string>
}

export const nothing = (answer: string): Plan => ({ answer, steps: [] })

export const event = (...words: readonly (string | number)[]) => (_s: State, p: Person): void => void p.events.push(words.join(' '))

export const origin = { network: '203.0.113.0/24', browser: 'Firefox, Linux' }
