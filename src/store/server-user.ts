/**
 * As whom the embedded PostgreSQL runs. It refuses to run as root, and whoever it runs as must be able to enter both the folder of its
 * binaries and that of its data; a root home closed to others is the usual obstacle.
 */
import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chownSync, mkdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'

export type ServerUser =
  /** The user who runs this program. */
  | { readonly kind: 'self' }
  /** Another user without rights. */
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }
  /** The same user, who looks like nobody inside a user namespace. */
  | { readonly kind: 'namespace' }

const nobody = 65534

/**
 * Chooses the user for a data folder; the owner of an existing one stays. `binariesReachable: false` says that the binaries must be copied
 * to a place beside the data first. Throws a sentence when no way is left.
 */
export function chooseServerUser(data: string, binary: string): { user: ServerUser; binariesReachable: boolean } {
  const owner = statSync(data, { throwIfNoEntry: false })
  const me = process.getuid?.() ?? nobody
  if (me !== 0) {
    if (owner !== undefined && owner.uid !== me) throw new Error(`The database folder ${data} belongs to another user; run this program as that user.`)
    return { user: hasName() ? { kind: 'self' } : namelessUser(), binariesReachable: true }
  }
  const other: ServerUser = { kind: 'other', uid: owner?.uid || nobody, gid: owner?.gid || nobody }
  const binariesReachable = othersMayPass(binary)
  const mayBeOther = owner?.uid !== 0 && othersMayPass(dirname(data))
  if (mayBeOther && binariesReachable) return { user: other, binariesReachable }
  if ((owner === undefined || owner.uid === 0) && namespacesWork()) return { user: { kind: 'namespace' }, binariesReachable: true }
  if (mayBeOther) return { user: other, binariesReachable }
  throw new Error(
    `PostgreSQL does not run as root, and no other user may enter ${dirname(data)}. `
      + 'Run this program as an ordinary user, or set CLAVE_HOME to a folder that others may enter.',
  )
}

/** The command and options that start `binary` as that user. */
export function commandAs(user: ServerUser, binary: string, args: readonly string[]): { command: string; args: string[]; options: SpawnOptions } {
  switch (user.kind) {
    case 'self':
      return { command: binary, args: [...args], options: {} }
    case 'other':
      return { command: binary, args: [...args], options: { uid: user.uid, gid: user.gid } }
    case 'namespace':
      return { command: 'unshare', args: [...namespace, binary, ...args], options: {} }
  }
}

/** Makes a folder that only this user (and root) may enter. */
export function makePrivateFolder(folder: string, user: ServerUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(folder, user)
}

export function giveTo(path: string, user: ServerUser): void {
  if (user.kind === 'other') chownSync(path, user.uid, user.gid)
}

const namespace = ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`]

/** Containers are often given a user id without a name, for which initdb refuses to work. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function namelessUser(): ServerUser {
  if (namespacesWork()) return { kind: 'namespace' }
  throw new Error(`PostgreSQL wants a user with a name, and user ${process.getuid?.()} has none in /etc/passwd. Add one, or give DATABASE_URL.`)
}

function namespacesWork(): boolean {
  return spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0
}

/** Whether this path and every folder on the way to it let any user through. What does not exist yet is ours to make. */
function othersMayPass(path: string): boolean {
  for (let each = resolve(path); ; each = dirname(each)) {
    const found = statSync(each, { throwIfNoEntry: false })
    if (found !== undefined && (found.mode & 0o001) === 0) return false
    if (each === dirname(each)) return true
  }
}
