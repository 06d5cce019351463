/**
 * Makes, starts, finds and stops one PostgreSQL server on one data folder. Knows processes and files, not who shares the server.
 * A server outlives a parent that is killed, so everything here goes by postmaster.pid and /proc and not by being the parent.
 */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandAs, giveTo, type ServerUser } from './server-user.ts'

export interface Cluster {
  /** Folder that holds bin, lib and share. */
  readonly binaries: string
  readonly user: ServerUser
  readonly data: string
  readonly logFile: string
}

export interface Running {
  readonly pid: number
  readonly socketFolder: string
  readonly port: number
  readonly ready: boolean
}

export const superuser = 'clave'

/** Nothing of the caller's environment (PGPORT, PGOPTIONS, locale) may reach the server. */
const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Fills the data folder if there is none; a first start killed half way leaves nothing behind that looks whole. */
export function createCluster(cluster: Cluster, password: string): void {
  if (existsSync(join(cluster.data, 'PG_VERSION'))) return
  const parent = dirname(cluster.data)
  for (const left of readdirSync(parent)) if (left.startsWith('new-')) rmSync(join(parent, left), { recursive: true })
  const fresh = mkdtempSync(join(parent, 'new-'))
  const secret = join(fresh, 'secret')
  giveTo(fresh, cluster.user)
  writeFileSync(secret, password, { mode: 0o600 })
  giveTo(secret, cluster.user)
  const args = [
    ...['-D', join(fresh, 'data'), '-U', superuser, `--pwfile=${secret}`, '--auth=scram-sha-256', '--data-checksums', '--no-instructions'],
    ...['--encoding=UTF8', '--locale=C'],
  ]
  const initdb = commandAs(cluster.user, join(cluster.binaries, 'bin', 'initdb'), args)
  const done = spawnSync(initdb.command, initdb.args, { ...initdb.options, cwd: fresh, env: environment, encoding: 'utf8', stdio: 'pipe' })
  if (done.status !== 0) throw new Error(`PostgreSQL could not prepare ${cluster.data}: ${(done.stderr || done.error?.message || '').trim()}`)
  renameSync(join(fresh, 'data'), cluster.data)
  rmSync(fresh, { recursive: true })
}

/** Starts the server and answers when it takes connections. */
export async function startServer(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<Running> {
  removeDeadLock(cluster.data)
  const log = openSync(cluster.logFile, 'a', 0o600)
  const args = ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const command = commandAs(cluster.user, join(cluster.binaries, 'bin', 'postgres'), args)
  // Detached: Ctrl-C in the terminal goes to the whole group and would stop the database before the program has finished with it.
  const child = spawn(command.command, command.args, {
    ...{ ...command.options, cwd: cluster.data, env: environment, detached: true, stdio: ['ignore', log, log] },
  })
  closeSync(log)
  let failed: Error | undefined
  child.once('error', (error) => (failed = error))
  child.once('exit', () => (failed ??= new Error(`PostgreSQL stopped while starting: ${lastLines(cluster.logFile)}`)))
  child.unref()
  return await becomesReady(cluster.data, () => failed, child.pid)
}

/** Waits until the server of the folder takes connections; the recovery after a crash may take a while. */
export async function becomesReady(data: string, failure: () => Error | undefined, pid?: number): Promise<Running> {
  const until = performance.now() + 120_000
  while (performance.now() < until) {
    const running = findServer(data)
    if (running?.ready && (pid === undefined || running.pid === pid)) return running
    const error = failure()
    if (error !== undefined) throw error
    await sleep(4)
  }
  throw new Error(`PostgreSQL in ${data} did not become ready within two minutes.`)
}

/** The live server of the folder, if there is one. */
export function findServer(data: string): Running | undefined {
  const lines = readLines(join(data, 'postmaster.pid'))
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(data, pid)) return undefined
  return { pid, port: Number(lines[3]), socketFolder: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' }
}

/** Ends the server: open transactions are rolled back, everything committed is on the disk. */
export async function stopServer(data: string): Promise<void> {
  const running = findServer(data)
  if (running === undefined) return
  signalServer(running.pid, 'SIGINT')
  const hurry = performance.now() + 30_000
  let hurried = false
  while (isServerOf(data, running.pid)) {
    await sleep(5)
    if (hurried || performance.now() < hurry) continue
    hurried = true
    signalServer(running.pid, 'SIGQUIT') // loses nothing committed; the next start recovers
  }
}

/** SIGINT is PostgreSQL's fast shutdown. */
export function signalServer(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * PostgreSQL trusts the process id in postmaster.pid, so a server that died without being waited for (a zombie) or whose id went to another
 * program keeps its folder locked for ever. The file may go only when no process at all works in the folder: the children of a killed
 * server may live a moment longer.
 */
function removeDeadLock(data: string): void {
  const pid = Number(readLines(join(data, 'postmaster.pid'))[0])
  if (!(pid > 0) || !existsSync(`/proc/${pid}`)) return
  const working = readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && worksIn(data, Number(entry)))
  if (!working) rmSync(join(data, 'postmaster.pid'), { force: true })
}

/** By name and working folder: a process id alone may have gone to any other program, even to another PostgreSQL. */
function isServerOf(data: string, pid: number): boolean {
  return readText(`/proc/${pid}/comm`).trim() === 'postgres' && worksIn(data, pid)
}

/** A zombie has no working folder any more. */
function worksIn(data: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch {
    return false // gone, or not ours to look at
  }
}

function readLines(file: string): string[] {
  return readText(file).split('\n')
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // not there, or gone between two looks
  }
}

function lastLines(file: string): string {
  return readLines(file).slice(-6).join(' ').trim()
}
