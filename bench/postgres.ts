/**
 * The server the benchmarks run on: the PostgreSQL of the system when there is one, else the embedded one; on its standard settings unless told,
 * so that every commit reaches the disk, and over a Unix socket, as a server on the same machine is used. A folder used before has its data still,
 * and a server that was left behind there goes on.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { createCluster, findServer, startServer, stopServer } from '../src/store/postgres-server.ts'
import { chooseServerUser, makePrivateFolder } from '../src/store/server-user.ts'
import { systemBinaries } from '../test/support/postgres-engines.ts'

export interface BenchPostgres {
  readonly url: string
  readonly name: string
  stop(): Promise<void>
}

export async function startPostgres(home: string, settings: Readonly<Record<string, string>> = {}): Promise<BenchPostgres> {
  const binaries = systemBinaries()
  if (binaries === undefined) return { ...(await startEmbeddedPostgres({ home })), name: 'the embedded PostgreSQL' }
  const folder = join(home, 'server')
  mkdirSync(folder, { recursive: true })
  const { user } = chooseServerUser(join(folder, 'data'), join(binaries, 'bin', 'postgres'))
  makePrivateFolder(folder, user)
  const password = passwordIn(join(home, 'postgres.password'))
  const cluster = { binaries, user, data: join(folder, 'data'), logFile: join(home, 'postgres.log') }
  createCluster(cluster, password)
  const running = findServer(cluster.data) ?? (await startServer(cluster, { listen_addresses: '', unix_socket_directories: folder, ...settings }))
  return {
    url: `postgres://clave:${password}@/postgres?host=${encodeURIComponent(folder)}&port=${running.port}&sslmode=disable`,
    name: versionOf(join(binaries, 'bin', 'postgres')),
    stop: () => stopServer(cluster.data),
  }
}

function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(12).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function versionOf(program: string): string {
  const text = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout
  return `PostgreSQL ${/[\d.]+/.exec(text)?.[0] ?? '?'} of the system, durable`
}
