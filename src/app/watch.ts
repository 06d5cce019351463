/**
 * The watch of one process: it notes in memory what strangers try, and every few seconds gives it to the tables, reads the breaker, and, when it is
 * its turn, looks at what all processes noted. Nobody waits for it, and it does the same for every number (PROOF-7). A process that is killed takes
 * its last seconds of notes along; the breaker does not rest on them (docs/decisions/091-the-watch.md).
 */
import type { Alarm } from '../domain/alarms.ts'
import { breakerStands } from '../domain/breaker.ts'
import { localDay } from '../domain/calendar.ts'
import type { Policy } from '../domain/policy.ts'
import { second, type Day } from '../domain/types.ts'
import { blocksOf, raisedBy, type WatchedTry } from '../domain/watch.ts'
import type { Alarms, ProofingFailures, Watch, WatchedTries } from './watch-ports.ts'

export interface WatchParts {
  readonly failures: ProofingFailures
  readonly alarms: Alarms
  readonly tries: WatchedTries
  readonly policy: Policy
  hash(day: Day, about: string, value: string): Buffer
}

export interface WatchKeeper extends Watch {
  /** One look; called at the start and at a beat. Answers what is to be told in the log, to one process of all. */
  look(): Promise<readonly Alarm[]>
}

/** What one process holds at most between two looks: more would be a flood, which others see. */
const mostTries = 4_000
const turnEvery = 10 * second

export function makeWatch({ failures, alarms, tries, policy, hash }: WatchParts): WatchKeeper {
  let stands = false
  let day: Day = ''
  let noted = new Map<string, WatchedTry>()
  let loginFailures = 0

  function note(kind: WatchedTry['kind'], crowd: string, member: string): void {
    if (noted.size >= mostTries) return
    const each = { kind, crowd: hash(day, `${kind} crowd`, crowd), member: hash(day, kind, member) }
    noted.set(`${kind} ${each.crowd.toString('hex')} ${each.member.toString('hex')}`, each)
  }

  async function giveAway(): Promise<void> {
    const [before, count] = [noted, loginFailures]
    noted = new Map()
    loginFailures = 0
    await tries.keep([...before.values()], count)
  }

  async function lookAtAll(): Promise<readonly Alarm[]> {
    if (!(await tries.claimTurn(turnEvery))) return []
    const { neighbours, employerPeople } = policy.watch
    const numbers = await tries.crowds('number', neighbours)
    const employers = await tries.crowds('employer', employerPeople)
    for (const { code, count } of raisedBy(numbers, employers, await tries.loginRate(), policy.watch)) await alarms.raise(code, count)
    await alarms.endQuiet()
    return alarms.untold()
  }

  return {
    breakerStands: () => stands,
    tried(identifier) {
      for (const block of blocksOf(identifier)) note('number', block, `${identifier.type}:${identifier.value}`)
    },
    loginFailed() {
      loginFailures += 1
    },
    // Who has no employer is a crowd of one.
    asked: (person, employer) => note('employer', employer ?? person, person),
    async look() {
      const limit = policy.proofing.failuresPerDay
      const reading = await failures.look(limit)
      stands = breakerStands(reading, limit)
      day = localDay(reading.now, policy.timeZone)
      await giveAway()
      return lookAtAll()
    },
  }
}
