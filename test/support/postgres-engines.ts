/**
 * The two servers the store is tested on: 'embedded' is our launcher with PostgreSQL 18, 'server' a PostgreSQL of the system (15 or newer).
 * scripts/test starts both once and gives their addresses; a test file run alone starts what it needs and stops it when it ends.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import pg from 'pg'
import { connectionOptions } from '../../src/store/database.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { createCluster, startServer, stopServer } from '../../src/store/postgres-server.ts'
import { chooseServerUser, makePrivateFolder } from '../../src/store/server-user.ts'

export type Engine = 'embedded' | 'server'
export const engines: readonly Engine[] = ['embedded', 'server']

export interface StartedEngine {
  readonly url: string
  stop(): Promise<void>
}

/** Environment variables that name a server already running. */
export const addressVariables = { embedded: 'CLAVE_TEST_EMBEDDED_URL', server: 'CLAVE_TEST_DATABASE_URL' } as const

export async function startEngine(engine: Engine): Promise<StartedEngine> {
  const url = process.env[addressVariables[engine]]
  if (url) return { url, stop: async () => undefined }
  exitOnSignals()
  const home = mkdtempSync(join(tmpdir(), 'clave-test-'))
  const started = await (engine === 'embedded' ? startEmbeddedPostgres({ home }) : startSystemServer(home))
  await stopWaitingForTheDisk(started.url)
  return {
    url: started.url,
    stop: async () => {
      await started.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Of a commit, which is as whole and as visible as ever. That it outlives a crash is tested on servers of their own (test/store/embedded.test.ts). */
async function stopWaitingForTheDisk(url: string): Promise<void> {
  const client = new pg.Client(connectionOptions({ url }))
  await client.connect()
  await client.query('alter role current_user set synchronous_commit = off')
  await client.end()
}

/** A signal alone would end this process without its 'exit' event, and leave the servers running. */
function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1))
}

/** The newest server binaries of the system; undefined when there are none. */
export function systemBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter((version) => version >= 15).sort((a, b) => b - a) : []
  const folders = [...versions.map((version) => join(debian, String(version), 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)]
  const bin = folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')))
  return bin && dirname(bin)
}

/** Loopback and a socket, for tests that need a port; not durable, since nothing of it outlives the run. */
async function startSystemServer(home: string): Promise<StartedEngine> {
  const binaries = systemBinaries()
  if (binaries === undefined) throw new Error('There is no PostgreSQL server on this machine. Run npm test, which installs or names it.')
  const { user } = chooseServerUser(join(home, 'data'), join(binaries, 'bin', 'postgres'))
  makePrivateFolder(home, user)
  const password = randomBytes(12).toString('hex')
  const cluster = { binaries, user, data: join(home, 'data'), logFile: join(home, 'postgres.log') }
  createCluster(cluster, password)
  const port = await freePort()
  await startServer(cluster, {
    ...{ listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: home, max_connections: '200' },
    ...{ fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB', jit: 'off' },
  })
  const stopAtExit = (): void => void stopServer(cluster.data) // its signal leaves before the process does
  process.once('exit', stopAtExit)
  return {
    url: `postgres://clave:${password}@127.0.0.1:${port}/postgres?sslmode=disable`,
    stop: async () => {
      process.off('exit', stopAtExit)
      await stopServer(cluster.data)
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
