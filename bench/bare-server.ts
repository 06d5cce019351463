/** The bare Fastify server of bench/bare-fastify.ts in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { cpuOf } from './program.ts'

export interface BareServer { readonly url: string; cpu(): number; stop(): Promise<void> }

export async function startBareFastify(databaseUrl?: string): Promise<BareServer> {
  const env = { ...process.env, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-fastify.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const [address] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: address.toString().trim(),
    cpu: () => cpuOf(child.pid ?? 0),
    async stop() {
      process.off('exit', end)
      child.kill()
      await once(child, 'exit')
    },
  }
}
