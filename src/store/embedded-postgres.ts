/**
 * The database that comes with the program: PostgreSQL as a child process on a Unix socket in the data folder, durable like any other.
 *
 * Programs on the same folder share one server: whoever comes first starts it, whoever leaves last stops it. `serve` may run while
 * `register import` works. A server left behind by a killed program is found and used. Held by test/store/embedded.test.ts.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { tryExclusive, tryShared, waitExclusive, type FolderLock } from './folder-lock.ts'
import { copyBinaries, embeddedBinaries } from './postgres-binaries.ts'
import { becomesReady, createCluster, findServer, signalServer, startServer, stopServer, superuser, type Cluster, type Running } from './postgres-server.ts'
import { chooseServerUser, giveTo, makePrivateFolder } from './server-user.ts'

export interface EmbeddedPostgres {
  /** For `openDatabase`, and for psql or pg_dump of the same machine. Holds the password. */
  readonly url: string
  /** Lets go of the server; it ends if nobody else uses it. */
  stop(): Promise<void>
}

interface Place {
  readonly cluster: Cluster
  readonly passwordFile: string
  readonly runFolder: string
  readonly startLock: string
  readonly usersLock: string
}

/** Starts or joins the server of `<home>/database`. Throws a sentence for the operator when it cannot. */
export async function startEmbeddedPostgres(options: { home: string; log?: (sentence: string) => void }): Promise<EmbeddedPostgres> {
  const place = preparePlace(join(resolve(options.home), 'database'))
  return await alone(place, async () => {
    const user = tryShared(place.usersLock)
    if (user === undefined) throw new Error(`The lock ${place.usersLock} is held by an unknown program.`)
    const password = readPassword(place.passwordFile)
    const running = await findOrStart(place, password, options.log)
    const letGo = keepRunning(place, running.socketFolder, options.log)
    return { url: urlOf(running, password), stop: leaving(place, user, running.socketFolder, letGo) }
  })
}

/** Small: the whole program has 120 MiB when idle. Logs name no value, since values are personal data (ID-3). */
const settings = {
  listen_addresses: '',
  max_connections: '50',
  shared_buffers: '32MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  jit: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  unix_socket_permissions: '0700',
  log_checkpoints: 'off',
  log_min_messages: 'warning',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
}

async function findOrStart(place: Place, password: string, log?: (sentence: string) => void): Promise<Running> {
  const { cluster, runFolder } = place
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) log?.('Preparing the embedded database.')
  createCluster(cluster, password)
  const found = findServer(cluster.data)
  if (found?.ready) return found
  if (found !== undefined) return await becomesReady(cluster.data, () => (findServer(cluster.data) ? undefined : new Error('PostgreSQL stopped while starting.')))
  keepLogSmall(cluster.logFile)
  const socketFolder = shortFolder(runFolder, cluster)
  return await startServer(cluster, { ...settings, unix_socket_directories: socketFolder })
}

/** A server that was killed is started again at the same address; what was committed is there (`becomesReady` waits for the recovery). */
function keepRunning(place: Place, socketFolder: string, log?: (sentence: string) => void): () => void {
  const { cluster } = place
  let busy = false
  const look = async (): Promise<void> => {
    if (busy || findServer(cluster.data)) return
    busy = true
    await alone(place, async () => {
      if (!watching || findServer(cluster.data)) return
      log?.('The embedded database had stopped. Starting it again.')
      await startServer(cluster, { ...settings, unix_socket_directories: socketFolder })
    }).catch((error: Error) => log?.(error.message)) // the next look tries again
    busy = false
  }
  let watching = true
  const timer = setInterval(() => void look(), 1_000).unref()
  return () => {
    watching = false
    clearInterval(timer)
  }
}

function leaving(place: Place, user: FolderLock, socketFolder: string, letGo: () => void): () => Promise<void> {
  let left = false
  const cleanUp = (): void => {
    if (socketFolder !== place.runFolder) rmSync(socketFolder, { recursive: true, force: true })
  }
  const onExit = (): void => {
    // The program ends without having stopped: no waiting is possible any more, but leaving a server behind would be worse.
    if (left) return
    left = true
    user.release()
    const lock = tryExclusive(place.usersLock)
    const running = lock && findServer(place.cluster.data)
    if (running) signalServer(running.pid, 'SIGINT')
  }
  process.once('exit', onExit)
  return async () => {
    if (left) return
    left = true
    letGo()
    process.off('exit', onExit)
    await alone(place, async () => {
      user.release()
      const last = tryExclusive(place.usersLock)
      if (last === undefined) return
      await stopServer(place.cluster.data)
      cleanUp()
      last.release()
    })
  }
}

/** One program at a time prepares, starts or stops; the last one out and the next one in would otherwise meet in the door. */
async function alone<T>(place: Place, work: () => Promise<T>): Promise<T> {
  const lock = await waitExclusive(place.startLock, 180_000)
  if (lock === undefined) throw new Error(`Another program has been starting or stopping the database in ${place.cluster.data} for three minutes.`)
  try {
    return await work()
  } finally {
    lock.release()
  }
}

function preparePlace(folder: string): Place {
  const home = dirname(folder)
  const existed = existsSync(home)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  // Root's server runs as another user, who must get through these two folders; nothing in them is readable to that user.
  if (process.getuid?.() === 0) for (const each of existed ? [folder] : [home, folder]) chmodSync(each, 0o711)
  const native = embeddedBinaries()
  const clusterFolder = join(folder, 'cluster')
  const { user, binariesReachable } = chooseServerUser(clusterFolder, join(native, 'bin', 'postgres'))
  const runFolder = join(folder, 'socket')
  for (const each of [clusterFolder, runFolder]) makePrivateFolder(each, user)
  const binaries = binariesReachable ? native : copyBinaries(native, join(folder, 'binaries'))
  const cluster = { binaries, user, data: join(clusterFolder, 'data'), logFile: join(folder, 'postgres.log') }
  return { cluster, passwordFile: join(folder, 'password'), runFolder, startLock: join(folder, 'start.lock'), usersLock: join(folder, 'users.lock') }
}

/** Written by the first start, whole or not at all. */
function readPassword(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8')
}

/** Linux allows 107 bytes for the name of a socket. */
function shortFolder(folder: string, cluster: Cluster): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 107) return folder
  const short = mkdtempSync(join(tmpdir(), 'clave-'))
  giveTo(short, cluster.user)
  return short
}

function keepLogSmall(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000) truncateSync(file)
}

function urlOf(running: Running, password: string): string {
  return `postgres://${superuser}:${password}@/postgres?host=${encodeURIComponent(running.socketFolder)}&port=${running.port}&sslmode=disable`
}
