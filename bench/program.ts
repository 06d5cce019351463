/** The real program as a process of its own: started, asked for its first page, measured from outside, stopped. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Program {
  readonly base: string
  readonly pid: number
  /** From the start of the process to the last byte of its first page, in milliseconds. */
  readonly firstPage: number
  /** Processor time of the process and all its threads so far, in milliseconds; exact to 10. */
  cpu(): number
  /** Resident memory now, in mebibytes. */
  memory(): number
  stop(): Promise<void>
}

/** `environment` beside what every start needs; answers when the first page is there. */
export async function startProgram(command: 'serve' | 'demo', environment: Readonly<Record<string, string>>): Promise<Program> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(join(import.meta.dirname, '../bin/clave'), [command], {
    env: {
      PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), CLAVE_ADDRESS: '127.0.0.1',
      ...(command === 'serve' ? { CLAVE_BASE_URL: base } : {}), ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const pid = child.pid ?? 0
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const stop = async (): Promise<void> => {
    process.off('exit', end)
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  for (;;) {
    const answer = await fetch(base).catch(() => null)
    if (answer?.ok && (await answer.text()) !== '') break
    if (child.exitCode !== null || performance.now() - began > 60_000) {
      await stop()
      throw new Error(`clave ${command} gave no page:\n${said.join('')}`)
    }
    await sleep(2)
  }
  return { base, pid, firstPage: performance.now() - began, cpu: () => cpuOf(pid), memory: () => memoryOf(pid), stop }
}

/** Fields 14 and 15 of /proc/PID/stat, in hundredths of a second; the name before them may hold spaces. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
