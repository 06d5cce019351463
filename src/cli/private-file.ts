/** A new file that only its owner reads; one that exists is never touched. */
import { createWriteStream, openSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { WrongUse } from './command.ts'

export interface PrivateFile {
  write(parts: AsyncIterable<string>): Promise<void>
  /** Nothing half done is left. */
  discard(): void
}

/** Call before anything is done: what cannot be written must not be written down as handed out. */
export function openPrivateFile(path: string): PrivateFile {
  const handle = openNew(path)
  return {
    write: (parts) => pipeline(Readable.from(parts), createWriteStream(path, { fd: handle })),
    discard: () => rmSync(path, { force: true }),
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongUse(code === 'EEXIST' ? `${path} exists already; name another file.` : `${path} cannot be written: ${code}.`)
  }
}
