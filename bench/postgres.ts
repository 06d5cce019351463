/**
 * The server the benchmarks run on: the PostgreSQL of the system when there is one, else the embedded one; on its standard settings, so that
 * every commit reaches the disk, and over a Unix socket, as a server on the same machine is used.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { createCluster, startServer, stopServer } from '../src/store/postgres-server.ts'
import { chooseServerUser, makePrivateFolder } from '../src/store/server-user.ts'
import { systemBinaries } from '../test/support/postgres-engines.ts'

export interface BenchPostgres {
  readonly url: string
  readonly name: string
  stop(): Promise<void>
}

export async function startPostgres(home: string): Promise<BenchPostgres> {
  const binaries = systemBinaries()
  if (binaries === undefined) return { ...(await startEmbeddedPostgres({ home })), name: 'the embedded PostgreSQL' }
  const folder = join(home, 'server')
  mkdirSync(folder)
  const { user } = chooseServerUser(join(folder, 'data'), join(binaries, 'bin', 'postgres'))
  makePrivateFolder(folder, user)
  const password = randomBytes(12).toString('hex')
  const cluster = { binaries, user, data: join(folder, 'data'), logFile: join(home, 'postgres.log') }
  createCluster(cluster, password)
  const running = await startServer(cluster, { listen_addresses: '', unix_socket_directories: folder })
  return {
    url: `postgres://clave:${password}@/postgres?host=${encodeURIComponent(folder)}&port=${running.port}&sslmode=disable`,
    name: versionOf(join(binaries, 'bin', 'postgres')),
    stop: () => stopServer(cluster.data),
  }
}

function versionOf(program: string): string {
  const text = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout
  return `PostgreSQL ${/[\d.]+/.exec(text)?.[0] ?? '?'} of the system, durable`
}
