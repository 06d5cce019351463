/**
 * Locks on a folder that the kernel lets go of when their holder dies, even by kill -9.
 *
 * Node has no flock of its own, and a lock file with a process id in it stays behind after a crash and lies after the id is reused.
 * SQLite, which Node carries, takes real record locks: an open read transaction is a shared lock, `begin exclusive` an exclusive one.
 * The files hold no data. Held by test/store/embedded.test.ts.
 */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** SQLite's SQLITE_BUSY: somebody else holds the lock. */
const busy = 5

export interface FolderLock {
  release(): void
}

/** Takes the lock of `file` alone, or answers undefined when anybody else holds it in any way. */
export function tryExclusive(file: string): FolderLock | undefined {
  return take(file, (database) => database.exec('begin exclusive'))
}

/** Takes the lock of `file` together with others, or answers undefined when somebody holds it alone. */
export function tryShared(file: string): FolderLock | undefined {
  return take(file, (database) => {
    database.exec('begin')
    database.prepare('select name from sqlite_master').all()
  })
}

/** Waits for the lock of `file` alone; a sentence about it is the caller's to write when the answer is undefined after `patience` ms. */
export async function waitExclusive(file: string, patience: number): Promise<FolderLock | undefined> {
  const until = performance.now() + patience
  for (;;) {
    const lock = tryExclusive(file)
    if (lock !== undefined || performance.now() > until) return lock
    await sleep(10)
  }
}

function take(file: string, begin: (database: DatabaseSync) => void): FolderLock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('pragma journal_mode = memory')
    begin(database)
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === busy) return undefined
    throw error
  }
}
