import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { isDay } from '../../register/calendar.ts'
import { inventPeople } from '../../register/invent.ts'
import { mostPeople } from '../../register/invented-identifiers.ts'
import { ndjson } from '../../register/ndjson.ts'
import { localDay } from '../../domain/calendar.ts'
import { defaultPolicy } from '../../domain/policy.ts'
import { numberOption, requiredOption, WrongUse, type Call, type Command } from '../command.ts'
import { grouped, makeProgress } from '../progress.ts'

export const registerInvent: Command = {
  parameters: [],
  about: 'Nobody in the file exists: names, lives and numbers are drawn by chance, and a cédula in it that is somebody’s is so by accident. The same\n'
    + 'seed and day give the same people, and fewer people are the first of more. docs/register.md describes the lines.',
  options: {
    people: { type: 'string', value: 'N', about: `How many, at most ${grouped(mostPeople)}.` },
    seed: { type: 'string', value: 'S', about: 'A whole number; another number gives other people.' },
    'workers-share': { type: 'string', value: 'SHARE', about: 'How many of them have labour records, from 0 to 1, such as 0.28; some 0.85 unless given.' },
    today: { type: 'string', value: 'DAY', about: 'The day the register is of, as YYYY-MM-DD; today unless given.' },
    out: { type: 'string', value: 'FILE', about: 'Writes to this file; without it to standard output.' },
    gzip: { type: 'boolean', about: 'Compresses.' },
  },
  async run(call) {
    requiredOption(call, 'people')
    requiredOption(call, 'seed')
    const people = numberOption(call, 'people', 0, { least: 0, most: mostPeople })
    const seed = numberOption(call, 'seed', 0, { least: 0, most: 999_999_999_999_999 })
    const file = call.options['out']
    const today = dayOf(call)
    const workersShare = shareOf(call)
    await write(watched(call, people, ndjson(inventPeople({ people, seed, today, workersShare }))), file, call.options['gzip'] === true)
    if (typeof file === 'string') call.output.result(`Wrote ${grouped(people)} invented people to ${file}.`, { file, people, seed, today, ...(workersShare === undefined ? {} : { workersShare }) })
  },
}

function dayOf({ options }: Call): string {
  const day = options['today'] ?? localDay(Date.now(), defaultPolicy.timeZone)
  if (typeof day === 'string' && isDay(day) && day >= '2015-01-01') return day
  throw new WrongUse('--today must be a real date as YYYY-MM-DD, from 2015-01-01 on.')
}

function shareOf({ options }: Call): number | undefined {
  const text = options['workers-share']
  if (text === undefined) return undefined
  if (typeof text === 'string' && /^(?:0?\.\d{1,6}|[01](?:\.0{1,6})?)$/.test(text)) return Number(text)
  throw new WrongUse('--workers-share must be a number from 0 to 1, such as 0.28.')
}

async function write(pieces: Iterable<Buffer>, file: string | boolean | undefined, gzip: boolean): Promise<void> {
  const target: Writable = typeof file === 'string' ? createWriteStream(file) : process.stdout
  const source = Readable.from(pieces, { objectMode: false })
  try {
    await (gzip ? pipeline(source, createGzip({ level: 6 }), target) : pipeline(source, target))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error // the reader had enough, as `head` has
  }
}

function* watched({ options }: Call, people: number, pieces: Iterable<Buffer>): Generator<Buffer> {
  const { stderr } = process
  const silent = options['json'] === true || typeof options['out'] !== 'string'
  const progress = makeProgress({ unit: 'people', now: () => performance.now(), terminal: stderr.isTTY, write: (text) => stderr.write(text) }, silent)
  let done = 0
  for (const piece of pieces) {
    for (const byte of piece) if (byte === 10) done++
    progress.update(people === 0 ? 1 : done / people, done)
    yield piece
  }
  progress.end()
}
