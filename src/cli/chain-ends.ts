/**
 * A list of where every chain ended, kept outside the database: the witness against which a cut-off tail and a history written anew show.
 * One line a chain, in order: person key, number of the last event, its hash. Both ways a few lines are in memory, never the list.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs'

export interface EndsWriter {
  add(person: string, seq: number, hash: Buffer): void
  close(): void
}

export function writeEnds(file: string): EndsWriter {
  const handle = openSync(file, 'w', 0o600)
  let waiting = ''
  const flush = (): void => {
    writeSync(handle, waiting)
    waiting = ''
  }
  return {
    add(person, seq, hash) {
      waiting += `${person} ${seq} ${hash.toString('hex')}\n`
      if (waiting.length > 64 * 1024) flush()
    },
    close() {
      flush()
      closeSync(handle)
    },
  }
}

export interface Witness {
  /** Call for every event, in order. */
  see(person: string, seq: number, hash: Buffer): void
  /** Call when all were seen. */
  finish(): void
}

/** `onLost`: an end of the list is not in its chain any more; `hash`: what the list says of it, in hexadecimal. */
export function compareWithEnds(file: string, onLost: (person: string, seq: number, hash: string) => void): Witness {
  const lines = readLines(file)
  let wanted = take(lines)
  const passed = (person: string, seq: number): boolean => wanted !== null && (wanted.person < person || (wanted.person === person && wanted.seq < seq))
  return {
    see(person, seq, hash) {
      for (; wanted && passed(person, seq); wanted = take(lines)) onLost(wanted.person, wanted.seq, wanted.hash)
      if (wanted?.person !== person || wanted.seq !== seq) return
      if (wanted.hash !== hash.toString('hex')) onLost(person, seq, wanted.hash)
      wanted = take(lines)
    },
    finish() {
      for (; wanted; wanted = take(lines)) onLost(wanted.person, wanted.seq, wanted.hash)
    },
  }
}

interface End { readonly person: string; readonly seq: number; readonly hash: string }

function take(lines: Generator<string>): End | null {
  const { value, done } = lines.next()
  if (done) return null
  const [, person = '', seq = '', hash = ''] = /^([0-9a-f]{32}) (\d+) ([0-9a-f]{64})$/.exec(value) ?? []
  if (hash === '') throw new Error('The file is no list of chain ends as clave audit verify --write-ends makes it.')
  return { person, seq: Number(seq), hash }
}

function* readLines(file: string): Generator<string> {
  const handle = openSync(file, 'r')
  const chunk = Buffer.alloc(64 * 1024)
  let rest = ''
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const lines = (rest + chunk.toString('latin1', 0, read)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(handle)
  }
}
