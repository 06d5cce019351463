/** `bin/clave demo` as a newcomer starts it, in a data folder and on a port of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface DemoServer {
  /** 'http://localhost:41234' */
  readonly base: string
  /** Everything it wrote so far. */
  output(): string
  stop(): Promise<void>
}

const patience = 90_000

/** Resolves when the program says that it is ready. */
export async function startDemo(): Promise<DemoServer> {
  const home = mkdtempSync(join(tmpdir(), 'clave-demo-'))
  const port = await freePort()
  const demo = spawn(join(import.meta.dirname, '../../bin/clave'), ['demo'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), CLAVE_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(demo, 'exit')
  let output = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [demo.stdout, demo.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (output.includes('Clave is ready at')) resolve()
      })
    }
  })
  const stop = async (): Promise<void> => {
    if (demo.exitCode === null && demo.signalCode === null) demo.kill('SIGTERM')
    await exited
    rmSync(home, { recursive: true, force: true })
  }
  const tooLate = setTimeout(() => demo.kill('SIGTERM'), patience)
  await Promise.race([ready, exited])
  clearTimeout(tooLate)
  if (!output.includes('Clave is ready at')) {
    await stop()
    throw new Error(`the demo did not start:\n${output}`)
  }
  return { base: `http://localhost:${port}`, output: () => output, stop }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
