/** A command of bin/clave with --json, watched from outside until it ends. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cpuOf } from '../program.ts'

export interface Ran {
  /** From start to end. */
  readonly seconds: number
  /** As its report says, without what it does before and after: `seconds` of the report. */
  readonly workSeconds: number
  /** Processor time in seconds, exact to a second. */
  readonly processorSeconds: number
  readonly mostMemoryMebibytes: number
  readonly report: unknown
}

export async function runClave(words: readonly string[], environment: Readonly<Record<string, string>>, input?: Readable): Promise<Ran> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/cli/main.ts'), ...words], {
    env: { PATH: process.env['PATH'], ...environment }, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'inherit'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  let [cpu, memory, out] = [0, 0, '']
  const look = (): void => {
    try {
      cpu = cpuOf(child.pid!) / 1000
      memory = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? memory * 1024) / 1024
    } catch { /* it has ended */ }
  }
  const watch = setInterval(look, 250)
  child.stdout!.on('data', (text) => { out += text })
  const closed = once(child, 'close')
  if (input !== undefined) await pipeline(input, child.stdin!).catch(() => undefined) // its exit code says more
  const [code] = (await closed) as [number | null]
  clearInterval(watch)
  process.off('exit', end)
  if (code !== 0) throw new Error(`clave ${words.join(' ')} ended with ${code}`)
  const report = JSON.parse(out) as { seconds: number }
  return { seconds: (performance.now() - began) / 1000, workSeconds: report.seconds, processorSeconds: cpu, mostMemoryMebibytes: memory, report }
}
