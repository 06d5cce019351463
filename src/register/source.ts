/** Where the lines come from: a file or standard input, plain or gzip, told apart by the first two bytes. */
import { createReadStream, statSync } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

export interface Source {
  /** What the lines are made of, after gzip. */
  readonly bytes: AsyncIterable<Buffer>
  /** Bytes taken from the file so far, before gzip. */
  read(): number
  /** Of the file, before gzip; null when it is a stream. */
  readonly size: number | null
}

/** A source that broke off: what came before it is stored. The message is a sentence. */
export class BrokenSource extends Error {}

const chunk = 256 * 1024

/** `-` is standard input, which can be read once only. Throws a sentence when the file cannot be read. */
export async function openSource(file: string, standardInput: Readable): Promise<Source> {
  const size = file === '-' ? null : sizeOf(file)
  const raw = file === '-' ? standardInput : createReadStream(file, { highWaterMark: chunk })
  let taken = 0
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of raw as AsyncIterable<Buffer>) {
      taken += piece.length
      yield piece
    }
  }
  const { first, all } = await peek(counted())
  const gzip = first.length >= 2 && first[0] === 0x1f && first[1] === 0x8b
  return { bytes: gzip ? unzipped(all) : all, read: () => taken, size }
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new BrokenSource(`There is no file ${file}.`)
  if (found.isDirectory()) throw new BrokenSource(`${file} is a folder, not a file.`)
  return found.size
}

async function* unzipped(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunk })
  // Errors reach the loop below through the stream; without a callback they would also end the process.
  pipeline(Readable.from(bytes, { objectMode: false }), gunzip, () => undefined)
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw new BrokenSource('The gzip file ends too early: it was cut off.')
    if (code?.startsWith('Z_')) throw new BrokenSource('The gzip file is damaged.')
    throw error
  }
}

async function peek(bytes: AsyncGenerator<Buffer>): Promise<{ first: Buffer; all: AsyncGenerator<Buffer> }> {
  const pieces: Buffer[] = []
  while (Buffer.concat(pieces).length < 2) {
    const { value, done } = await bytes.next()
    if (done) break
    pieces.push(value)
  }
  const first = Buffer.concat(pieces)
  return { first, all: prefixed(first, bytes) }
}

/** The bytes with some that were taken already put back in front. */
export async function* prefixed(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first
  yield* rest
}
