/**
 * A file of secrets written anew: whoever reads it finds the old one or the new one, whole, also after a power cut, and what was in the old one
 * is written over. That last step means something on a disk that writes in place, and nothing on one that does not (flash, copy-on-write,
 * snapshots): there the bytes go when the disk likes.
 */
import { closeSync, fchmodSync, fchownSync, fstatSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Replacement {
  /** The one step after which the new file stands in the place of the old one. Throws when it could not be done; then nothing is. */
  carryOut(): void
  /** Lets go of everything; call it in any case, once. */
  close(): void
}

/** Writes the new file beside the old one, with its owner and mode. Throws before anything has changed. */
export function prepareReplacement(file: string, text: string): Replacement {
  const path = realpathSync(file) // a link stays a link
  const fresh = `${path}.new`
  const old = openSync(path, 'r+')
  try {
    writeBeside(fresh, text, old)
  } catch (error) {
    closeSync(old)
    throw error
  }
  return {
    carryOut() {
      renameSync(fresh, path)
      syncFolder(dirname(path))
      overwrite(old)
    },
    close() {
      closeSync(old)
      rmSync(fresh, { force: true })
    },
  }
}

function writeBeside(fresh: string, text: string, like: number): void {
  const { mode, uid, gid } = fstatSync(like)
  const handle = openSync(fresh, 'w', 0o600)
  try {
    const made = fstatSync(handle)
    // Somebody else's file that became ours could not be read by the servers any more.
    if (made.uid !== uid || made.gid !== gid) fchownSync(handle, uid, gid)
    fchmodSync(handle, mode & 0o777)
    writeFileSync(handle, text)
    fsyncSync(handle)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function overwrite(handle: number): void {
  const nothing = Buffer.alloc(65_536)
  for (let at = 0, { size } = fstatSync(handle); at < size; at += nothing.length) writeSync(handle, nothing, 0, Math.min(nothing.length, size - at), at)
  fsyncSync(handle)
}
