/**
 * The limit of everything that hashes: the same library with the same parameters, as many at once as there are cores, in a process that does
 * nothing else. As a program it answers each line "SECONDS ATONCE" on its input with how many comparisons it made and what one cost.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { hash, verify } from '@node-rs/argon2'
import { argon2Parameters } from '../src/security/hasher.ts'

export interface BareHasher {
  /** Comparisons a second, as many at once as there are cores. */
  perSecond(seconds: number): Promise<number>
  /** Processor time of one comparison made alone, in milliseconds. */
  cost(seconds: number): Promise<number>
  stop(): Promise<void>
}

interface Measured { readonly perSecond: number; readonly cost: number }

export async function startBareHasher(): Promise<BareHasher> {
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ['pipe', 'pipe', 'inherit'] })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const lines = createInterface({ input: child.stdout })
  const ask = async (seconds: number, atOnce: number): Promise<Measured> => {
    child.stdin.write(`${seconds} ${atOnce}\n`)
    const [line] = (await once(lines, 'line')) as [string]
    return JSON.parse(line) as Measured
  }
  await ask(0.5, availableParallelism())
  return {
    perSecond: async (seconds) => (await ask(seconds, availableParallelism())).perSecond,
    cost: async (seconds) => (await ask(seconds, 1)).cost,
    async stop() {
      process.off('exit', end)
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}

async function measure(seconds: number, atOnce: number): Promise<Measured> {
  const options = { ...argon2Parameters, secret: randomBytes(32) }
  const stored = await hash('siete llamas cruzan el páramo', options)
  const cpu = process.cpuUsage()
  const began = performance.now()
  const until = began + seconds * 1_000
  let done = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (; performance.now() < until; done += 1) await verify(stored, 'siete llamas cruzan el páramo', options)
  }))
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: done / ((performance.now() - began) / 1_000), cost: (user + system) / 1_000 / done }
}

if (import.meta.main) {
  for await (const line of createInterface({ input: process.stdin })) {
    const [seconds = '', atOnce = ''] = line.split(' ')
    console.log(JSON.stringify(await measure(Number(seconds), Number(atOnce))))
  }
}
