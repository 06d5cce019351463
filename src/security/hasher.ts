/**
 * Password hashing (PASS-3): Argon2id 19 MiB, t=2, p=1 with a key kept outside the database as Argon2's own secret input
 * (RFC 9106, K). Stored as '<key id>:<PHC string>'. Bounded (LOGIN-6): as many at once as there are cores, a short queue,
 * and of that queue a quarter that strangers can not fill (L-13).
 */
import { availableParallelism } from 'node:os'
import { hash as argon2Hash, verify as argon2Verify, type Options } from '@node-rs/argon2'
import type { HashSlot, Hasher } from '../app/secret-ports.ts'
import type { Keyring } from './keyring.ts'

/** OWASP's floor; the rust enum of the binding is const, hence the number: 2 = Argon2id. */
export const argon2Parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options

export interface HasherSettings {
  readonly waiting: number
  readonly atOnce?: number
  readonly parameters?: Options
}

export async function makeHasher(keyring: Keyring, settings: HasherSettings): Promise<Hasher> {
  const parameters = settings.parameters ?? argon2Parameters
  const lanes = makeLanes(settings.atOnce ?? availableParallelism(), settings.waiting)
  const secret = (id: string): Options => ({ ...parameters, secret: keyring.derive('password', id) })
  const seal = async (text: string): Promise<string> => `${keyring.current}:${await argon2Hash(text, secret(keyring.current))}`
  // LOGIN-4: unknown numbers pay for a comparison of equal cost; nobody knows a text that matches.
  const decoy = await seal(keyring.fixedHash('password', 'decoy').toString('hex'))
  const compare = async (stored: string, text: string): Promise<boolean> => {
    const colon = stored.indexOf(':')
    return argon2Verify(stored.slice(colon + 1), text, secret(stored.slice(0, colon)))
  }
  const wanted = `$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`
  return {
    reserve(lane) {
      const place = lanes.enter(lane)
      if (!place) return null
      const run = async <T>(work: () => Promise<T>): Promise<T> => {
        try {
          await place.turn()
          return await work()
        } finally {
          place.leave()
        }
      }
      return {
        hash: (text) => run(() => seal(text)),
        verify: (stored, text) => run(async () => (await compare(stored ?? decoy, text)) && stored !== null),
        release: () => place.leave(),
      } satisfies HashSlot
    },
    isFull: lanes.isFull,
    needsRehash: (stored) => !stored.startsWith(`${keyring.current}:`) || !stored.includes(wanted),
  }
}

interface Place {
  /** Waits for one of the cores. Who does something else first, such as claiming a try, keeps none of them idle meanwhile. */
  turn(): Promise<void>
  leave(): void
}

/** A semaphore with a bounded queue. Strangers may use three quarters of the queue, owners all of it and go first. */
export function makeLanes(atOnce: number, waiting: number): { isFull(lane: 'owner' | 'stranger'): boolean; enter(lane: 'owner' | 'stranger'): Place | null } {
  let inside = 0
  let running = 0
  const queues = { owner: [] as (() => void)[], stranger: [] as (() => void)[] }
  const next = (): void => {
    const start = queues.owner.shift() ?? queues.stranger.shift()
    if (start) start()
    else running -= 1
  }
  const isFull = (lane: 'owner' | 'stranger'): boolean => inside >= atOnce + (lane === 'owner' ? waiting : Math.floor(waiting * 0.75))
  return {
    isFull,
    enter(lane) {
      if (isFull(lane)) return null
      inside += 1
      let is: 'admitted' | 'queued' | 'running' | 'gone' = 'admitted'
      let start = (): void => {}
      return {
        async turn() {
          is = running < atOnce ? 'running' : 'queued'
          if (is === 'running') running += 1
          else await new Promise<void>((resolve) => queues[lane].push(start = () => { is = 'running'; resolve() }))
        },
        leave() {
          if (is === 'gone') return
          inside -= 1
          if (is === 'queued') queues[lane].splice(queues[lane].indexOf(start), 1)
          if (is === 'running') next()
          is = 'gone'
        },
      }
    },
  }
}
