/** The file of bad lines: number and reason only, never what stood there (ID-3). Made when the first one comes. */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { BadLine } from '../register/import.ts'

export interface Rejects {
  add(bad: BadLine): void
  /** What the report shows: how many there were in this run, the first of them, and where all are. */
  close(): RejectsShown
}

export interface RejectsShown { readonly count: number; readonly first: readonly BadLine[]; readonly file: string | null }

const shownAtMost = 20

/** Appends: an import that goes on adds to what it found before. */
export function openRejects(file: string): Rejects {
  const first: BadLine[] = []
  let handle: number | null = null
  let count = 0
  return {
    add(bad) {
      handle ??= openSync(file, 'a', 0o600)
      writeSync(handle, `${JSON.stringify({ line: bad.line, reason: bad.reason })}\n`)
      count++
      if (first.length < shownAtMost) first.push(bad)
    },
    close() {
      if (handle !== null) closeSync(handle)
      return { count, first, file: handle === null ? null : file }
    },
  }
}
